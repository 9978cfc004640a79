"""A subword tokenizer for both languages of a pack; training it again gives the same bytes.

WordPiece: the most frequent words of either language stay whole, others fall into pieces, compounds mostly where they
are joined (Schuster and Nakajima 2012, "Japanese and Korean voice search", section 3). Case and accents are dropped:
"über" and a rough translation's "uber" are one word to the encoder.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from mtqa.text.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

UNKNOWN = "[UNK]"
"""The token of whatever cannot be spelled; always number 0."""

PREFIX = "##"
"""What pieces begin with that continue a word."""

LETTERS = 160
"""How many characters, the most frequent ones, are worth a token; a word with another one is unknown."""

LONGEST = 200
"""Words of more characters are unknown; longer than any compound, and a bound on the time one takes."""


def train_tokenizer(texts: Sequence[str], vocabulary: int) -> Tokenizer:
    """A tokenizer with at most ``vocabulary`` tokens, for texts of both languages."""
    from tokenizers import models, trainers

    learning = _around(models.WordPiece(unk_token=UNKNOWN, max_input_chars_per_word=LONGEST))
    letters = _letters(learning, texts)
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocabulary,
        # The trainer numbers letters in the order of a hash map, a new one each run, and breaks ties by number. Given
        # as special tokens they have their numbers beforehand; the tokenizer that is returned has no special ones.
        special_tokens=[UNKNOWN, *letters, *(PREFIX + letter for letter in letters)],
        initial_alphabet=letters,
        limit_alphabet=len(letters),
        show_progress=False,
    )
    learning.train_from_iterator(texts, trainer, length=len(texts))
    return _around(models.WordPiece(learning.get_vocab(), unk_token=UNKNOWN, max_input_chars_per_word=LONGEST))


def _around(model: Any) -> Tokenizer:
    from tokenizers import Tokenizer, normalizers, pre_tokenizers

    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Replace(FILLER, " "), normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation(), pre_tokenizers.Digits(individual_digits=False)]
    )
    return tokenizer


def _letters(tokenizer: Tokenizer, texts: Sequence[str]) -> list[str]:
    """The most frequent characters after normalisation; those with equal counts in the order of their code."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(tokenizer.normalizer.normalize_str(text))
    ranked = sorted((char for char in counts if not char.isspace()), key=lambda char: (-counts[char], char))
    return ranked[:LETTERS]
