"""Errors put into translations that projects shipped, one a pair, by rule: what an engine or a slip of the hand does."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from mtqa.data import Segment
from mtqa.text.mask import Part, mask

Damage = Callable[[Segment, random.Random], str]
"""The target with an error in it; the same, or empty, where there is no place for it."""

CYRILLIC = str.maketrans("aeo", "аео")


def damaged(segment: Segment, how: Damage, draw: random.Random) -> Segment | None:
    """The pair with the error; None where it has no place for one."""
    target = how(segment, draw)
    return replace(segment, target=target) if target != segment.target else None


def _drawn(segment: Segment, draw: random.Random, kinds: tuple[str, ...], wanted: str = "") -> Part | None:
    """A part of the target that the source has too."""
    found = [part for part in mask(segment.target).parts if part.kind in kinds and part.text in segment.source]
    found = [part for part in found if re.search(wanted, part.text)]
    return draw.choice(found) if found else None


def _put(segment: Segment, part: Part | None, text: Callable[[str], str]) -> str:
    target = segment.target
    return target[: part.start] + text(part.text) + target[part.end :] if part else target


def _changed(kinds: tuple[str, ...], wanted: str, text: Callable[[str], str]) -> Damage:
    return lambda segment, draw: _put(segment, _drawn(segment, draw, kinds, wanted), text)


def _sub(pattern: str, text: str | Callable[[re.Match[str]], str], both: str = "") -> Damage:
    """Replace the pattern once, where source and target both have ``both``."""

    def how(segment: Segment, draw: random.Random) -> str:  # noqa: ARG001
        there = both in segment.target and both in segment.source
        return re.sub(pattern, text, segment.target, count=1) if there else segment.target

    return how


def _middle(text: str) -> str:
    return text[: len(text) // 2] + "ä" + text[len(text) // 2 + 1 :]


PLACEHOLDER = ("placeholder",)
DAMAGES: dict[str, Damage] = {
    "placeholder lost": _changed(PLACEHOLDER, "", lambda _: ""),
    "placeholder renamed": _changed(PLACEHOLDER, "[a-z]{3}", lambda text: re.sub("[a-z]{3}", "wer", text, count=1)),
    "placeholder doubled": _changed(PLACEHOLDER, "", lambda text: f"{text} {text}"),
    "brace lost": _changed(PLACEHOLDER, r"^\{", lambda text: text[:-1]),
    "space after %": _changed(PLACEHOLDER, "^%.", lambda text: f"% {text[1:]}"),
    "letter changed in code or path": _changed(("code", "path"), ".{6}", _middle),
    "letter changed in an address": _changed(("url", "email"), ".{6}", _middle),
    "dash for --": _sub(r"--(?=[a-z]{2})", "–", "--"),
    "space in a Markdown link": _sub(r"\]\(", "] (", "]("),
    "bold mark lost": _sub(r"\*\*(?=\S[^*]*\*\*)", "", "**"),
    "umlaut decoded wrongly": _sub("[äöüß]", lambda match: match.group().encode().decode("latin-1")),
    "zero-width space": _sub("(?<=[a-z])(?=[a-z])", "\u200b"),
    "Cyrillic letter": _sub("(?<=[a-z])[aeo](?=[a-z])", lambda match: match.group().translate(CYRILLIC)),
    "letter tripled": _sub("(?<=[a-zäöü])(ll|ss|mm|nn|tt|ff|rr|pp)(?=[a-z])", lambda match: match[1] + match[1][0]),
    "emptied": lambda *_: "",
    "left as it was": lambda segment, _: segment.source if len(segment.source.split()) > 3 else segment.target,
}
