"""German verbs: principal parts, and what a form may be."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mtqa.knowledge.table import read_table

LANG = "de"


class Verb(NamedTuple):
    """A verb. ``present``, ``past`` and ``subjunctive`` (may be empty) are third person singular without ``prefix``.

    ``auxiliary``: of the perfect, ``haben``, ``sein`` or ``both``; ``participle`` is whole.
    """

    verb: str
    prefix: str
    auxiliary: str
    reflexive: bool
    present: str
    past: str
    subjunctive: str
    participle: str


@cache
def verbs() -> dict[str, Verb]:
    """Infinitive -> verb, frequent ones first."""
    return {
        row["verb"]: Verb(row["verb"], row["prefix"], row["auxiliary"], row["reflexive"] == "yes", row["present"],
                          row["past"], row["subjunctive"], row["participle"])
        for row in read_table(LANG, "verbs")
    }  # fmt: skip


def singular_forms(verb: Verb) -> tuple[str, ...]:
    """The finite third persons singular, without the prefix: *stellt, stellte; ging, ginge*."""
    return tuple(form for form in (verb.present, verb.past, verb.subjunctive) if form)


def plural_forms(verb: Verb) -> tuple[str, ...]:
    """The finite plurals of the past, without the prefix; those of the present look like infinitives."""
    return tuple(form + ("n" if form.endswith("e") else "en") for form in (verb.past, verb.subjunctive) if form)


@cache
def participles() -> dict[str, Verb]:
    """Past participle -> its verb; the more frequent verb where two share one (*gehört*)."""
    found: dict[str, Verb] = {}
    for verb in verbs().values():
        found.setdefault(verb.participle, verb)
    return found


@cache
def finite_forms() -> frozenset[str]:
    """Third persons singular and past plurals of verbs without a split prefix, that are nothing else."""
    simple = [verb for verb in verbs().values() if not verb.prefix]
    forms = {form for verb in simple for form in (*singular_forms(verb), *plural_forms(verb))}
    return frozenset(forms) | {"sind", "seid", "haben", "können", "müssen", "sollen", "werden", "wollen", "dürfen"}


@cache
def only_singular() -> frozenset[str]:
    """Finite forms that go with a singular alone (*fährt*, *spielte*), and are neither plurals nor participles."""
    every = list(verbs().values())
    plurals = {form for verb in every for form in plural_forms(verb)} | participles().keys() | verbs().keys()
    return frozenset(form for verb in every for form in singular_forms(verb) if form not in plurals)


@cache
def joined_forms() -> dict[str, Verb]:
    """Finite forms with a separable prefix still in front -> verb: *darstellt, stattfanden*.

    Right only at the end of a subordinate clause. Forms that are participles or infinitives as well are left out.
    """
    found: dict[str, Verb] = {}
    for verb in verbs().values():
        if verb.prefix:
            for form in (*singular_forms(verb), *plural_forms(verb)):
                found.setdefault(verb.prefix + form, verb)
    plain = finite_forms()
    return {form: verb for form, verb in found.items()
            if form not in participles() and form not in verbs() and form not in plain}  # fmt: skip


VERB_END = re.compile(r"(?:en|eln|ern|t|te|ten|st)$")


@cache
def any_forms() -> frozenset[str]:
    """Every form of every verb here: infinitives (with *zu* inside), participles, finite ones."""
    every = set(verbs()) | set(participles()) | set(finite_forms()) | set(joined_forms())
    return frozenset(every) | infinitives_with_zu()


@cache
def infinitives_with_zu() -> frozenset[str]:
    """Infinitives with *zu* inside: *anzufangen*."""
    return frozenset(
        f"{verb.prefix}zu{verb.verb.removeprefix(verb.prefix)}" for verb in verbs().values() if verb.prefix
    )


@cache
def sein_participles() -> frozenset[str]:
    """Participles that only verbs with *sein* have."""
    others = {verb.participle for verb in verbs().values() if verb.auxiliary != "sein"}
    return frozenset(verb.participle for verb in verbs().values() if verb.auxiliary == "sein") - others


@cache
def reflexive_forms() -> frozenset[str]:
    """Finite forms in one piece of verbs that are never without *sich*, and of no others."""
    ours = {form for verb in verbs().values() if verb.reflexive and not verb.prefix
            for form in (*singular_forms(verb), *plural_forms(verb))}  # fmt: skip
    others = {form for verb in verbs().values() if not verb.reflexive
              for form in (*singular_forms(verb), *plural_forms(verb), verb.participle, verb.verb)}  # fmt: skip
    return frozenset(ours - others - set(participles()))


@cache
def past_plurals() -> frozenset[str]:
    """Plurals among :func:`finite_forms` and :func:`joined_forms`."""
    forms = {prefix + form for verb in verbs().values() for form in plural_forms(verb) for prefix in ("", verb.prefix)}
    return frozenset(forms) | {"sind", "seid", "haben", "können", "müssen", "sollen", "werden", "wollen", "dürfen"}
