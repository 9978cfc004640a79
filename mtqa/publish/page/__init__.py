"""The site's pages, in the look of the report."""
