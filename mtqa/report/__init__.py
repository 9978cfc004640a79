"""Reports: what a run found, as files for spreadsheets, programs and readers, and as lines for a terminal.

One file per format, each with a :class:`mtqa.report.base.Report`; :mod:`mtqa.report.folder` puts them in place whole.
"""
