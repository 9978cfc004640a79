"""Building a language pack from text: lexical tables, language models, the encoder, the manifest.

The same files and options give the same bytes. A pack is built beside its place and moved there when it is whole.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from mtqa import __version__
from mtqa.errors import PackError, WriteError
from mtqa.pack.corpus import Collector, Pair, Sentences, Types, joined, read_pairs, read_sentences
from mtqa.pack.lexicon_train import Pruning, count_links, endings_of, stemmed, table
from mtqa.pack.manifest import NAME, write_manifest
from mtqa.pack.ngrams_train import Size, train_model

if TYPE_CHECKING:
    from pathlib import Path

Progress = Callable[[str, int, int], None]
"""``progress(stage, done, total)``; ``total`` is 0 where it is not known."""


PRUNING = Pruning()
KEPT = "quality"
"""The folder of a pack's quality model, which is not trained here."""


@dataclass(frozen=True)
class Recipe:
    """What a pack is made of and how.

    ``parallel`` are TSV or TMX files of pairs, ``mono_source``/``mono_target`` text files, a sentence a line. Pairs of
    an origin (the third column) count ``weights[origin]`` times in the lexical tables, and that share of them goes into
    the language models; 1 where it is not named. ``licences`` says of each origin, and of each text file by its name,
    what goes into the manifest (licence, repository …). ``sizes`` are those of the two language models.
    """

    source: str
    target: str
    parallel: tuple[Path, ...]
    mono_source: tuple[Path, ...] = ()
    mono_target: tuple[Path, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    licences: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sizes: tuple[Size, Size] = (Size(), Size())
    pruning: Pruning = PRUNING
    encoder: bool = True
    name: str = ""


@dataclass
class Pairs:
    """The pairs as token numbers, with the weight of each and how many came from each origin."""

    sides: tuple[Sentences, Sentences]
    types: tuple[Types, Types]
    weights: npt.NDArray[np.float32]
    origins: Counter[str]


def train_pack(recipe: Recipe, out: Path, progress: Progress = lambda _s, _d, _t: None) -> dict[str, Any]:
    """Build the pack that ``recipe`` describes at ``out`` and return its manifest.

    An older pack at ``out`` is replaced, all but its quality model, which is trained apart (from judgments);
    :class:`WriteError` where ``out`` is anything else, :class:`PackError` where the text is too little or a library for
    the encoder is missing.
    """
    _check(recipe, out)
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        if (out / KEPT).is_dir():
            shutil.copytree(out / KEPT, part / KEPT)
        manifest = _build(recipe, part, progress)
        if out.exists():
            shutil.rmtree(out)
        part.rename(out)
    except OSError as error:
        raise WriteError(
            f"{out}: expected to write the pack there, found an error ({error}); check room and rights."
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return manifest


def _check(recipe: Recipe, out: Path) -> None:
    if out.exists() and not (out / NAME).is_file() and (not out.is_dir() or any(out.iterdir())):
        raise WriteError(f"{out}: expected a new folder or an older pack, found something else; give another --out.")
    if recipe.source == recipe.target:
        raise PackError(f"expected two languages, found {recipe.source!r} twice; give --source and --target.")
    if recipe.encoder:
        from importlib.util import find_spec

        if find_spec("sentence_transformers") is None:
            raise PackError(
                "expected sentence-transformers to train the encoder with, found none; "
                "install mtqa[models], or leave the encoder out with --no-encoder."
            )


def _build(recipe: Recipe, folder: Path, progress: Progress) -> dict[str, Any]:
    pairs = _read(recipe, progress)
    endings = _lexicon(recipe, pairs, folder / "lexicon", progress)
    mono = [
        _model(recipe, pairs, side, folder / "ngrams" / lang, progress)
        for side, lang in enumerate((recipe.source, recipe.target))
    ]
    if recipe.encoder:
        from mtqa.pack.train_encoder import thinned, train_encoder

        train_encoder(thinned(_pairs(recipe), recipe.weights), folder / "encoder", progress=progress)
    return write_manifest(folder, _content(recipe, pairs, endings, mono))


def _pairs(recipe: Recipe) -> Iterator[Pair]:
    for path in recipe.parallel:
        yield from read_pairs(path, recipe.source, recipe.target)


def _read(recipe: Recipe, progress: Progress) -> Pairs:
    types = Types(), Types()
    sides = Collector(types[0]), Collector(types[1])
    weights: list[float] = []
    origins: Counter[str] = Counter()
    for pair in _pairs(recipe):
        origins[pair.origin] += 1
        sides[0].add(pair.source)
        sides[1].add(pair.target)
        weights.append(recipe.weights.get(pair.origin, 1.0))
        if len(weights) % 5000 == 0:
            progress("reading pairs", len(weights), 0)
    if not weights:
        raise PackError(
            "expected pairs to learn from, found none in the --parallel files; check languages and columns."
        )
    return Pairs((sides[0].sentences(), sides[1].sentences()), types, np.array(weights, dtype=np.float32), origins)


def _lexicon(recipe: Recipe, pairs: Pairs, folder: Path, progress: Progress) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write both tables; the endings of both languages."""
    names = pairs.types[0].names, pairs.types[1].names
    counted = count_links(
        *pairs.sides, names, pairs.weights, lambda done, total: progress("aligning words", done, total)
    )
    endings = endings_of(counted)
    table(counted, recipe.pruning).save(folder / "words")
    table(stemmed(counted, endings), recipe.pruning).save(folder / "stems")
    return endings


def _model(recipe: Recipe, pairs: Pairs, side: int, folder: Path, progress: Progress) -> dict[str, int]:
    """Write one language's model; the number of sentences of each text file besides the pairs."""
    types = pairs.types[side]
    lang = (recipe.source, recipe.target)[side]
    texts = [pairs.sides[side].pick(thinned(pairs.weights))]
    counts = {}
    for path in (recipe.mono_source, recipe.mono_target)[side]:
        texts.append(read_sentences(path, types, lambda done: progress(f"reading {lang}", done, 0)))
        counts[path.name] = len(texts[-1])
    model = train_model(
        types.names, joined(texts), recipe.sizes[side], lambda done, total: progress(f"counting {lang}", done, total)
    )
    model.save(folder)
    return counts


def thinned(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Which sentences to take so that of every stretch of equal weight that share is taken, evenly spread."""
    reached = np.floor(np.cumsum(np.minimum(weights, 1), dtype=np.float64) + 1e-6)
    return np.asarray(np.diff(reached, prepend=0) > 0)


def _content(
    recipe: Recipe, pairs: Pairs, endings: tuple[tuple[str, ...], ...], mono: list[dict[str, int]]
) -> dict[str, Any]:
    origins = [
        {"id": origin, "pairs": count, "weight": recipe.weights.get(origin, 1.0), **recipe.licences.get(origin, {})}
        for origin, count in sorted(pairs.origins.items())
    ]
    texts = [
        {"id": name, "language": lang, "sentences": count, **recipe.licences.get(name, {})}
        for lang, counts in zip((recipe.source, recipe.target), mono, strict=True)
        for name, count in counts.items()
    ]
    return {
        "name": recipe.name or f"{recipe.target}-{recipe.source}",
        "source": recipe.source,
        "target": recipe.target,
        "mtqa": __version__,
        "endings": {recipe.source: list(endings[0]), recipe.target: list(endings[1])},
        "pairs": int(sum(pairs.origins.values())),
        "tokens": {
            lang: len(side.tokens) for lang, side in zip((recipe.source, recipe.target), pairs.sides, strict=True)
        },
        "sources": origins + texts,
        "parameters": {"pruning": asdict(recipe.pruning), "models": [asdict(size) for size in recipe.sizes]},
    }
