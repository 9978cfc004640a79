"""Accuracy: the target does not say what the source says."""
