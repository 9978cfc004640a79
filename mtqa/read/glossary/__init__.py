"""Reading glossaries: one file a format, and what a run's glossaries say of a pair of languages."""

from mtqa.read.glossary.load import load_glossary

__all__ = ["load_glossary"]
