"""Text as the judges see it: tokens, masks, numbers and languages, always with offsets into the text as it was read."""
