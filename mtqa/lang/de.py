"""German."""

from __future__ import annotations

from mtqa.lang.base import Language

UNITS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
         "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")  # fmt: skip
TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
ORDINALS: dict[str, float] = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "viert": 4,
    "fünft": 5,
    "sechst": 6,
    "siebt": 7,
    "siebent": 7,
    "acht": 8,
}
STEMS: dict[str, float] = (
    ORDINALS
    | {f"{word}t": value for value, word in enumerate(UNITS) if value > 8}
    | {f"{word}st": 10 * value for value, word in enumerate(TENS, 2)}
    | {"hundertst": 100, "tausendst": 1000}
)
ENDINGS = ("e", "en", "er", "es", "em")
ONES = ("eins", *(f"ein{ending}" for ending in ENDINGS))
HALVES = {"halb": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "viereinhalb": 4.5}

NUMBER_WORDS: dict[str, float] = (
    {word: value for value, word in enumerate(UNITS)}
    | {word: 10 * value for value, word in enumerate(TENS, 2)}
    | {word.replace("ß", "ss"): 10 * value for value, word in enumerate(TENS, 2)}
    | {f"{stem}{ending}": value for stem, value in STEMS.items() for ending in ENDINGS}
    | {f"{word}mal": value for value, word in enumerate(UNITS) if value}
    | {f"{word}{ending}": value for word, value in HALVES.items() for ending in ("", *ENDINGS)}
    | dict.fromkeys(ONES, 1)
    | dict.fromkeys(("zwo", "beide", "beiden", "beider", "beides", "doppelt", "doppelte", "doppelten"), 2)
    | dict.fromkeys(("erstens", "einmal"), 1)
    | {"zweitens": 2, "drittens": 3, "zweifach": 2, "dreifach": 3, "hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25}
    | {"dutzend": 12, "hundert": 100, "tausend": 1000, "tsd": 1000}
    | dict.fromkeys(("million", "millionen", "mio", "mill"), 1e6)
    | dict.fromkeys(("milliarde", "milliarden", "mrd"), 1e9)
    | dict.fromkeys(("billion", "billionen", "bio"), 1e12)
    | dict.fromkeys(("billiarde", "billiarden"), 1e15)
    | dict.fromkeys(("trillion", "trillionen"), 1e18)
)

FUNCTION_WORDS = """
aber alle als also am an auch auf aus bei beim bin bis bist da damit dann das dass dem den denn der des dich
die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas euch
euer eure für gegen habe haben hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins
ist ja jede jeder jedoch kann kein keine keinen können könnte man mehr mein meine mich mir mit muss müssen
nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so
soll sollte über um und uns unser unsere unter vom von vor war waren was weil wenn werden wer wie wieder wir
wird wo wurde wurden würde zu zum zur zwischen
"""

GERMAN = Language(
    code="de",
    name="German",
    decimal=",",
    group=".'’\u00a0\u202f",
    quotes=(("„", "“"), ("»", "«"), ("‚", "‘"), ("›", "‹")),
    months=("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    number_words=NUMBER_WORDS,
    ordinal_dot=True,
    nouns_capitalised=True,
    compounds=True,
    linking=("s", "es", "n", "en", "er", "e", "ens"),
    number_joiner="und",
    clock={"uhr": 0, "h": 0},
)  # fmt: skip
