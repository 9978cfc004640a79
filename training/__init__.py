"""Scripts that rebuild what mtqa ships from ``../shared/data``; nothing in the package imports them."""
