"""Training a pack's static sentence encoder from pairs of sentences that say the same.

One table of vectors for both languages: a text is the mean of its subwords' vectors, and the two means of a pair are
pulled together against those of all other pairs in the batch, in both directions (InfoNCE: van den Oord et al. 2018,
arXiv:1807.03748; symmetric: Günther et al. 2024, arXiv:2402.17016; here the MultipleNegativesRankingLoss of
sentence-transformers). Vectors begin at random and the shorter, the more frequent their token is (Arora et al. 2017,
"A simple but tough-to-beat baseline for sentence embeddings", section 3), so that a rare name which both languages
write alike holds a pair together even where training never met it.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mtqa.errors import PackError
from mtqa.pack.train_tokenizer import train_tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Progress = Callable[[str, int, int], None]
"""``progress(stage, done, total)``, called as work proceeds."""

BATCH = 512
"""Most pairs in a batch: each text is held against all others in it."""

STEPS = 100
"""Fewest batches in an epoch, as far as batches of sixteen pairs allow: a small corpus gets small batches."""

SCALE = 10.0
"""What cosines are multiplied by before the softmax; 20, the usual, learns the training pairs by heart."""

RATE = 0.02
"""The highest learning rate; it climbs for a twentieth of all steps, then falls to a fiftieth."""

COMMON = 1e-3
"""A token of this relative frequency begins at half the length of a rare one."""

SPREAD = 0.1
"""Standard deviation of a rare token's numbers at the beginning."""


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def train_encoder(
    pairs: Iterable[tuple[str, str]],
    folder: Path,
    *,
    vocabulary: int = 32_000,
    dimensions: int = 192,
    seed: int = 0,
    epochs: int = 8,
    progress: Progress = _silent,
) -> None:
    """Train a static encoder and write it to ``folder`` (replaced whole) as sentence-transformers does.

    The same pairs, arguments and library versions give the same bytes. It takes about a minute and a
    half per 100,000 pairs on one core. Rows are stored in eight bits with a factor each, as a StaticEmbedding may be.

    Args:
        pairs: sentences that say the same, source and target; those without words on a side are passed over.
        folder: where to; its parent is made where there is none.
        vocabulary: how many subwords at most.
        dimensions: how long each vector is; the table takes ``vocabulary * dimensions`` bytes.
        seed: for the order of the pairs and the vectors at the beginning.
        epochs: how often each pair is seen.
        progress: called with the epoch as the stage, and the batches done and to do.

    Raises:
        PackError: where there are fewer than two pairs, or sentence-transformers is not installed.
    """
    kept = [(source, target) for source, target, *_ in pairs]
    tokenizer = train_tokenizer([text for pair in kept for text in pair], vocabulary)
    sides = Sides(tokenizer, kept)
    if len(sides) < 2:
        raise PackError(f"{folder}: expected at least two pairs to train an encoder on, found {len(sides)}; give more.")
    _require_models(folder)
    with _one_thread():
        rows = _train(tokenizer, sides, dimensions, np.random.default_rng(seed), epochs, progress)
        save_encoder(tokenizer, rows, folder)


def thinned(pairs: Iterable[tuple[str, str, str]], weights: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """The pairs without their origin (the third of each), of every origin as large a share as its weight, at most all.

    What is kept of an origin is spread evenly over it. Origins without a weight keep everything.
    """
    due: dict[str, float] = {}
    for source, target, origin in pairs:
        due[origin] = due.get(origin, 0.5) + min(1.0, weights.get(origin, 1.0))
        if due[origin] >= 1:
            due[origin] -= 1
            yield source, target


class Sides:
    """The token ids of all pairs that have some on both sides."""

    def __init__(self, tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]]) -> None:
        """Tokenize ``pairs``."""
        ids = [[found.ids for found in tokenizer.encode_batch_fast(list(side))] for side in zip(*pairs, strict=True)]
        known = [number for number, pair in enumerate(zip(*ids, strict=True)) if all(map(any, pair))]
        self._bags = [_Bags([side[number] for number in known]) for side in ids]
        self._texts = [_numbered(pairs[number][side] for number in known) for side in (0, 1)] if known else []

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._texts[0]) if self._texts else 0

    def counts(self, size: int) -> Ids:
        """How often each token occurs, shape (size,)."""
        return np.bincount(np.concatenate([bags.ids for bags in self._bags]), minlength=size)

    def bags(self, numbers: Ids) -> list[tuple[Ids, Ids]]:
        """For each side, the token ids of those pairs in a row, and where each pair's begin."""
        return [bags.take(numbers) for bags in self._bags]

    def batches(self, order: Ids, size: int) -> Iterator[Ids]:
        """The pairs in that order, ``size`` at a time, a batch never holding the same text twice on a side.

        A text is no counter-example to itself: a pair that shares one with its batch waits for the next, and what would
        be alone in the end is passed over.
        """
        waiting: deque[int] = deque(int(number) for number in order)
        while waiting:
            batch, later = self._batch(waiting, size)
            waiting.extendleft(reversed(later))
            if len(batch) < 2:
                return
            yield np.array(batch, np.int64)

    def _batch(self, waiting: deque[int], size: int) -> tuple[list[int], list[int]]:
        batch: list[int] = []
        later: list[int] = []
        seen: tuple[set[int], set[int]] = (set(), set())
        while waiting and len(batch) < size:
            number = waiting.popleft()
            texts = [int(side[number]) for side in self._texts]
            if texts[0] in seen[0] or texts[1] in seen[1]:
                later.append(number)
                continue
            batch.append(number)
            seen[0].add(texts[0])
            seen[1].add(texts[1])
        return batch, later


class _Bags:
    """Lists of ids as one array."""

    def __init__(self, lists: Sequence[Sequence[int]]) -> None:
        self.lengths = np.array([len(ids) for ids in lists], np.int64)
        self.starts = np.cumsum(self.lengths) - self.lengths
        self.ids = np.fromiter((number for ids in lists for number in ids), np.int64, int(self.lengths.sum()))

    def take(self, numbers: Ids) -> tuple[Ids, Ids]:
        lengths = self.lengths[numbers]
        offsets = np.cumsum(lengths) - lengths
        places = np.arange(lengths.sum()) + np.repeat(self.starts[numbers] - offsets, lengths)
        return self.ids[places], offsets


def _numbered(texts: Iterable[str]) -> Ids:
    numbers: dict[str, int] = {}
    return np.fromiter((numbers.setdefault(text, len(numbers)) for text in texts), np.int64)


def _lengths(counts: Ids) -> Floats:
    """How long each token's row is at the beginning; the unknown token's says nothing and stays zero."""
    share = counts / counts.sum()
    lengths: Floats = np.divide(SPREAD * COMMON, COMMON + share).astype(np.float32)
    lengths[0] = 0
    return lengths


def _train(
    tokenizer: Tokenizer, sides: Sides, dimensions: int, random: np.random.Generator, epochs: int, progress: Progress
) -> Floats:
    """The trained rows, shape (tokens, dimensions)."""
    import torch
    from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss

    from mtqa.pack.subword_rows import SubwordRows

    tokens = sorted(tokenizer.get_vocab(), key=tokenizer.get_vocab().__getitem__)
    rows = SubwordRows(tokens, _lengths(sides.counts(len(tokens))), dimensions, random)
    contrast: Any = MultipleNegativesRankingLoss
    loss = contrast(rows, SCALE, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction")
    optimizer: Any = torch.optim.SparseAdam(list(rows.parameters()), lr=RATE)
    for done, bags in _steps(sides, random, epochs, progress):
        for group in optimizer.param_groups:
            group["lr"] = RATE * _rate(done)
        optimizer.zero_grad()
        loss(rows.prepare(bags), None).backward()
        optimizer.step()
    return rows.fold()


def _steps(
    sides: Sides, random: np.random.Generator, epochs: int, progress: Progress
) -> Iterator[tuple[float, list[tuple[Ids, Ids]]]]:
    """Batch after batch, each with the share of the work that is done before it."""
    size = min(BATCH, max(16, len(sides) // STEPS))
    per_epoch = -(-len(sides) // size)
    for epoch in range(epochs):
        for number, batch in enumerate(sides.batches(random.permutation(len(sides)), size)):
            done = min(number, per_epoch - 1)
            progress(f"encoder, epoch {epoch + 1} of {epochs}", done, per_epoch)
            yield (epoch + done / per_epoch) / epochs, sides.bags(batch)
        progress(f"encoder, epoch {epoch + 1} of {epochs}", per_epoch, per_epoch)


def _rate(done: float) -> float:
    """The learning rate's share of its highest, in 0..1, when ``done`` (0..1) of the work is done."""
    return min(1.0, (done + 0.001) / 0.05) * max(0.02, 1 - done)


def _model(tokenizer: Tokenizer, rows: Floats) -> Any:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=rows), Normalize()], device="cpu")


def save_encoder(tokenizer: Tokenizer, rows: Floats, folder: Path) -> None:
    """Write a folder that ``SentenceTransformer(folder)`` loads, whole or not at all; an older one is replaced.

    Each row is stored as whole numbers in -127..127 and the factor that they are multiplied by.
    """
    from safetensors.numpy import save_file

    factors = np.maximum(np.abs(rows).max(axis=1) / np.float32(127), np.finfo(np.float32).tiny).astype(np.float32)
    tensors = {"embeddings": np.rint(rows / factors[:, None]).astype(np.int8), "weights": factors}
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    _model(tokenizer, rows).save(str(partial), create_model_card=False)
    (partial / "model.safetensors").unlink()  # its rights are narrower than those of a file that save_file makes
    save_file(tensors, partial / "model.safetensors")
    tokenizer.save(str(partial / "tokenizer.json"), pretty=False)
    shutil.rmtree(folder, ignore_errors=True)
    partial.replace(folder)


def _require_models(folder: Path) -> None:
    try:
        import sentence_transformers  # noqa: F401
    except ImportError as error:
        raise PackError(
            f"{folder}: expected sentence-transformers to be installed for training an encoder, found none ({error}); "
            'run pip install "mtqa[models]".'
        ) from error


@contextmanager
def _one_thread() -> Iterator[None]:
    """Torch with one thread and deterministic algorithms alone: several threads add up in any order."""
    import torch

    before = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    try:
        yield
    finally:
        torch.set_num_threads(before[0])
        torch.use_deterministic_algorithms(mode=before[1])
