"""Checks that see a whole document or run: each row goes in once, what disagrees comes out at the end."""

from mtqa.flag.consistency.merge import merged
from mtqa.flag.consistency.run import Consistency

__all__ = ["Consistency", "merged"]
