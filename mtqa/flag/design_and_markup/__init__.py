"""Design and markup: what a program needs is broken."""
