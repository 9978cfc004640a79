"""Languages: one file each, data only; :func:`mtqa.lang.base.language` finds them."""
