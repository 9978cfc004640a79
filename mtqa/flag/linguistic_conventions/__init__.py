"""Linguistic conventions: the target breaks the rules of its language."""
