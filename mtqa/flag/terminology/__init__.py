"""Terminology: the wrong term, or not always the same one."""
