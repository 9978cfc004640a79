"""Sentence encoders: texts in, unit vectors out; both languages in one space."""

from mtqa.encode.find import find_encoder

__all__ = ["find_encoder"]
