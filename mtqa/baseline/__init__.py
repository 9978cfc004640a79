"""Findings that are known already, so that a gate fails only for what is new."""
