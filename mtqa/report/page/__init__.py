"""The HTML page: what it shows (view, highlight, charts) and how it is made (render); its looks are in templates."""
