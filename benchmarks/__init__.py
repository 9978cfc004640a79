"""Benchmarks: what mtqa reaches, measured by anyone with one command; result tables in ``results/``."""
