"""Judgment files: one file a format, each with a :class:`mtqa.evaluate.judgments.base.JudgmentReader`."""
