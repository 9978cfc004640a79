"""Style: right, but not as it should be put."""
