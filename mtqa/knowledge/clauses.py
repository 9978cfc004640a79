"""German clauses as far as single words show them: where they end, what opens them, what may be their subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.knowledge.grammar import adjective_ending, determiners, words

if TYPE_CHECKING:
    from mtqa.text.view import View

BOUNDARIES = frozenset(',;:.!?…–—()[]„“”"»«›‹/|')
"""Tokens that end a clause."""

COORDINATORS = words("und oder aber sondern denn sowie bzw beziehungsweise")

SUBORDINATORS = words("dass weil obwohl damit nachdem bevor sobald falls sofern ob wenn obgleich sodass")
"""Conjunctions after which the finite verb stands last."""

OPENERS = SUBORDINATORS | words("""
als da wie wo was wer wen wem wessen warum wieso weshalb woher wohin wann woran worauf woraus wobei wodurch wofür wogegen
wohinter womit wonach worin worüber worum worunter wovon wovor wozu während solange soweit soviel seit seitdem bis ehe
indem je indes insofern inwiefern inwieweit welcher welche welches welchem welchen dessen deren denen zumal wenngleich
statt anstatt ohne um sowie sooft wohingegen
""")
"""All that may open a clause with its verb at the end, relative and question words among them."""

SUBJECTS = words("ich er wir man es sie")
"""Pronouns that may be a subject."""

HAVE = words("habe hast hat haben habt hatte hattest hatten hattet hätte hättest hätten hättet")
BE = words("bin bist ist sind seid war warst waren wart wäre wären sei seien")
BECOME = words("werde wirst wird werden werdet wurde wurden würde würden")
MODALS = words("""
kann kannst können könnt konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte
sollten will wollen wollte wollten darf dürfen durfte durften dürfte dürften mag mögen mochte mochten möchte möchten
""")
REFLEXIVES = words("mich mir dich dir sich uns euch einander")
LATE = words("können müssen sollen wollen dürfen mögen lassen werden sehen hören helfen brauchen")
"""Infinitives before which the finite verb may stand (*dass er hat kommen können*)."""


def clause_end(lower: list[str], at: int) -> int:
    """The first boundary at or after ``at``, or the number of tokens."""
    while at < len(lower) and lower[at] not in BOUNDARIES:
        at += 1
    return at


def clause_start(lower: list[str], at: int) -> int:
    """The first token of the stretch without boundaries that ``at`` stands in."""
    while at > 0 and lower[at - 1] not in BOUNDARIES:
        at -= 1
    return at


def attributive(view: View, at: int) -> bool:
    """Whether a form like *verstärkte* may be an adjective of the noun after it, or is written with a capital."""
    low, tokens = view.lower[at], view.tokens
    if tokens[at].text != low:
        return True
    return low.endswith(("te", "ten")) and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


def after_subject(view: View, at: int) -> int:
    """The token after a subject pronoun, or after determiner, adjectives and noun; 0 where there is none."""
    lower = view.lower
    if at + 1 >= len(lower):
        return 0
    if lower[at] in SUBJECTS or lower[at] == "du":
        return at + 1
    if lower[at] not in ("der", "die", "das", "ein", "eine", "dieser", "diese", "dieses"):
        return 0
    at += 1
    while (
        at < len(lower)
        and view.forms[at] == lower[at]
        and adjective_ending(lower[at])
        and lower[at] not in determiners()
    ):
        at += 1
    if at + 1 < len(lower) and view.tokens[at].text[0].isupper() and not view.tokens[at + 1].text[0].isupper():
        return at + 1
    return 0


def verb_like(view: View, at: int) -> bool:
    """Whether a word may be a verb by its looks, whatever verb it is."""
    token = view.tokens[at].text
    return token[0].islower() and token not in NO_VERBS and token.endswith(VERB_ENDINGS) and len(token) > 3


VERB_ENDINGS = ("en", "ern", "eln", "t", "te", "ten", "tet", "test", "st")
NO_VERBS = words("""
nicht jetzt sonst selbst leicht schlecht recht zuletzt nichts bereits gesamt meist gestern morgen eben gut fast erst
nächst höchst äußerst längst einst samt damit somit sofern insofern inzwischen zwischen oft dort zunächst überhaupt
mit seit laut statt anstatt unten oben hinten neben gegen wegen insgesamt
""")
"""Words that end like verbs."""
