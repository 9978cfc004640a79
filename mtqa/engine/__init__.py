"""Engines map the stages over documents or row batches: one file each."""
