"""Knowledge of two languages, written by hand as plain tables: a folder a pair (``en-de``), a file a kind.

Each file says in its first lines what its columns mean. Shared code reads them; no code knows a word.
"""
