"""Running texts: which file is the source of a target and which a reference, and in which languages they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.errors import ReadError
from mtqa.lang.base import LANGUAGES, language
from mtqa.read.base import ReadOptions
from mtqa.read.files import File
from mtqa.read.languages import SURE, excerpt, is_swapped, likely, majority
from mtqa.read.names import key, language_of, primary
from mtqa.text.language import Guess, detect

TELLING = 20
"""Words of a text that make its detected language go before the one that was given."""


@dataclass(frozen=True, slots=True)
class Text:
    """A running text with the language that its words speak for and the one that its file's name says."""

    file: File
    text: str
    guess: Guess
    named: str

    @classmethod
    def of(cls, file: File, text: str) -> Text:
        """The text of a file, its language detected."""
        return cls(file, text, detect(excerpt(text)), language_of(file))

    @property
    def sure(self) -> str:
        """The detected language, empty where it is not sure."""
        return self.guess.code if self.guess.confidence >= SURE else ""


@dataclass(frozen=True, slots=True)
class Sides:
    """The texts of one document and their languages."""

    target: Text
    source: Text | None
    reference: Text | None
    target_lang: str
    source_lang: str


def match(targets: Sequence[Text], against: Sequence[Text]) -> list[list[Text]]:
    """For each target the files that belong to it: all where there is one target, else those of the same name.

    Raises:
        ReadError: names the files that belong to nothing.
    """
    one_to_one = len(targets) == 1 and (len(against) <= 1 or all(text.file.chosen for text in [*targets, *against]))
    if one_to_one or not against:
        return [list(against) for _ in targets]
    keys = [key(target.file) for target in targets]
    lost = [text for text in against if key(text.file) not in keys]
    bare = [text for text, name in zip(targets, keys, strict=True) if name not in {key(one.file) for one in against}]
    if lost or bare:
        raise _unmatched(bare, lost)
    return [[text for text in against if key(text.file) == name] for name in keys]


def _unmatched(bare: Sequence[Text], lost: Sequence[Text]) -> ReadError:
    first = (bare or lost)[0].file.name
    parts = [f"no source or reference for {_listed(bare)}"] * bool(bare) + [f"no target for {_listed(lost)}"] * bool(
        lost
    )
    return ReadError(
        first,
        f"expected files with the same name on each side (a.de.txt with a.en.txt), found {' and '.join(parts)}; "
        "rename or remove them.",
    )


def _listed(texts: Sequence[Text]) -> str:
    names = [text.file.name for text in texts]
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def usual(texts: Sequence[Text]) -> str:
    """The language that most of ``texts`` are surely in, or else are named after."""
    return majority(text.sure for text in texts) or majority(text.named for text in texts)


def sides(target: Text, against: Sequence[Text], options: ReadOptions, usual_target: str = "") -> Sides:
    """Each of ``against`` in its role: in the target's own language it is the reference, in another one the source.

    What the user gave decides; then the file names, where all of them tell a language and not all the same; then what
    is detected; then the other documents.

    Raises:
        ReadError: for two sources or two references, and where the files are clearly the other way round.
    """
    by_name = _names_decide([target, *against])
    told = {text.file: text.named if by_name else _told(text) for text in against}
    told[target.file] = target.named if by_name else _told(target, usual_target)
    _refuse_swapped(target, against, options, told if by_name else {})
    _refuse_other_language(against, options)
    target_lang = options.target_lang or told[target.file]
    roles: dict[str, Text] = {}
    for text in against:
        role = _role(told[text.file], target_lang, options, taken=roles)
        if role in roles:
            raise ReadError(text.file.name, f"expected one {role}, found a second one besides {roles[role].file.name}; "
                                            "leave one out or give --source-lang and --target-lang.")  # fmt: skip
        roles[role] = text
    source, reference = roles.get("source"), roles.get("reference")
    return Sides(target, source, reference, target_lang, options.source_lang or (told[source.file] if source else ""))


def _refuse_other_language(against: Sequence[Text], options: ReadOptions) -> None:
    """Refuse a source that is surely not in the language that was given for it, where it is the only text there."""
    given = primary(options.source_lang)
    if len(against) != 1 or given not in LANGUAGES or len(against[0].text.split()) < TELLING:
        return
    text = against[0]
    if text.sure and primary(text.sure) not in (given, primary(options.target_lang)):
        raise ReadError(
            text.file.name, f"expected {language(given).name}, as --source-lang says, found {language(text.sure).name}; "
            "correct the language or name another file.",
        )  # fmt: skip


def _names_decide(texts: Sequence[Text]) -> bool:
    """Whether all names tell a language, not all the same, and no text is in a language that none of the names tells.

    Names say what a text should be: a target that is a copy of its source is still a target.
    """
    named = {primary(text.named) for text in texts}
    return "" not in named and len(named) > 1 and {primary(text.sure) for text in texts} <= {*named, ""}


def _told(text: Text, usual_one: str = "") -> str:
    return text.sure or text.named or usual_one or likely(text.guess)


def _role(told: str, target_lang: str, options: ReadOptions, taken: dict[str, Text]) -> str:
    if options.source_lang and primary(told) == primary(options.source_lang) and "source" not in taken:
        return "source"
    if told and primary(told) == primary(target_lang):
        return "reference"
    return "reference" if not told and "source" in taken else "source"


def _refuse_swapped(target: Text, against: Sequence[Text], options: ReadOptions, named: dict[File, str]) -> None:
    others = {text.sure for text in against}
    declared = primary(options.target_lang or (named[target.file] if named and not options.source_lang else ""))
    source = primary(options.source_lang)
    if not target.sure or "" in others or target.sure in others or declared == target.sure:
        return
    for text in against:
        other = primary(named.get(text.file, ""))
        right_by_name = (
            other == text.sure and primary(target.named) != target.sure
        )  # an untranslated target, a reference
        if not right_by_name and is_swapped((source, declared), text.sure, target.sure):
            raise ReadError(
                target.file.name,
                f"expected {language(declared or text.sure).name}, found {language(target.sure).name}, while "
                f"{text.file.name} is {language(text.sure).name}; swap the two files or correct their languages.",
            )
