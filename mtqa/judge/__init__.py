"""The judge: what speaks for and against each word of a translation, gathered once for scores and checks alike."""
