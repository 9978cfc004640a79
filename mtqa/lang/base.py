"""What mtqa knows about a language: data that shared code asks for, so that no code names a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from mtqa.registry import Registry


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data. Every field has a neutral default, so an unknown language still works.

    ``decimal`` and ``group`` are the separators in numbers (``group``: any of these characters); ``quotes`` the pairs
    of marks that are right in running text, the usual one first; ``abbreviations`` end with their dot, as written;
    ``months`` are the names January to December; ``function_words`` are the most frequent closed-class words, lower
    case, used to tell languages apart; ``number_words`` map lower-case words to values (``zwei`` 2, ``million`` 1e6);
    ``nouns_capitalised`` says that common nouns begin with a capital; ``compounds`` that nouns join into one word,
    ``linking`` the letters that may stand between them. Number words may be ordinals too (``dritte`` 3);
    ``number_joiner`` stands inside a number (ein-und-zwanzig, one hundred and five); ``clock`` maps the words after a
    time of day, lower case without dots, to the hours they add (``uhr`` 0, ``pm`` 12); ``letters`` are the lower-case
    letters of the alphabet beyond a to z, ``spellings`` regular expressions of letter groups that are typical of it.
    ``length`` is how many characters a text has for each of its English translation; ``doubled`` are lower-case words
    that may rightly stand twice in a row, ``conjunctions`` those that join equals (and, or, than),
    ``endings`` the letters that inflection puts at the end of a word, ``possessives`` what makes an owner of it.

    ``separable`` are verb prefixes that stand apart (``ruft … an``); ``before_nouns`` and ``before_verbs`` words that tell
    the word class of what follows them (``the call``, ``to call``), ``after_verbs`` those before which a word that begins a
    sentence is a verb (``Sagen Sie``). ``negations`` are the lower-case words (or their
    beginnings, ending in ``-``) that say no; ``near_negations`` those that may say so in another language's words
    (fail, hardly, until). ``verbal_endings`` inflect verbs alone. ``plurals`` are the CLDR plural categories that whole
    numbers have in it, and ``other``; none where they are not known.

    ``weekdays`` are the names Monday to Sunday (of several names the usual one first, the others after ``|``);
    ``day_points`` map words for a point of the day to its hours (noon 12);
    ``fractions`` map words after a numerator to the denominator (``Drittel`` 3). ``regions`` map a
    region to the decimal mark and group marks by which it differs (CLDR).
    """

    code: str
    name: str
    decimal: str = "."
    group: str = ","
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"))
    abbreviations: frozenset[str] = frozenset()
    months: tuple[str, ...] = ()
    function_words: frozenset[str] = frozenset()
    number_words: dict[str, float] = field(default_factory=dict)
    letters: str = ""
    spellings: tuple[str, ...] = ()
    ordinal_dot: bool = False
    nouns_capitalised: bool = False
    compounds: bool = False
    separable: tuple[str, ...] = ()
    before_nouns: frozenset[str] = frozenset()
    before_verbs: frozenset[str] = frozenset()
    after_verbs: frozenset[str] = frozenset()
    linking: tuple[str, ...] = ()
    number_joiner: str = ""
    length: float = 1.1
    doubled: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    clock: dict[str, int] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    near_negations: frozenset[str] = frozenset()
    verbal_endings: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    day_points: dict[str, float] = field(default_factory=dict)
    fractions: dict[str, int] = field(default_factory=dict)
    regions: dict[str, tuple[str, str]] = field(default_factory=dict)
    plurals: tuple[str, ...] = ()


LANGUAGES: Registry[Language] = Registry("language", "mtqa.lang", Language, key="code")


@cache
def language(code: str) -> Language:
    """The language with that code (``de``; of ``de-AT`` the ``de``); a neutral one where mtqa has no data on it."""
    bare = short(code)
    return LANGUAGES[bare] if bare in LANGUAGES else Language(bare, bare or "unknown")


@cache
def short(code: str) -> str:
    """The bare language code: ``de`` of ``de-AT``."""
    return code.replace("_", "-").partition("-")[0].lower()


@cache
def separators(code: str) -> tuple[str, str]:
    """The decimal mark and the group marks of a language or of its region: ``.`` and ``’'`` of ``de-CH``."""
    data = language(code)
    region = code.replace("_", "-").rpartition("-")[2].upper()
    return data.regions.get(region, (data.decimal, data.group))
