"""The comparison as one self-contained page, in the look of the report."""
