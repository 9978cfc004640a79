"""Locale conventions: numbers, dates and typography as the target's readers write them."""
