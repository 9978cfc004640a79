"""English."""

from __future__ import annotations

from mtqa.lang.base import Language

UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", *(f"{word}th" for word in UNITS[13:]))  # fmt: skip

NUMBER_WORDS: dict[str, float] = (
    {word: value for value, word in enumerate(UNITS)}
    | {word: 10 * value for value, word in enumerate(TENS, 2)}
    | {word: value for value, word in enumerate(ORDINALS, 1)}
    | {f"{word.removesuffix('y')}ieth": 10 * value for value, word in enumerate(TENS, 2)}
    | {f"{word.removesuffix('y')}ies": 10 * value for value, word in enumerate(TENS, 2)}
    | {"nought": 0, "once": 1, "single": 1, "twice": 2, "both": 2, "couple": 2, "double": 2, "pair": 2, "triple": 3}
    | {"half": 0.5, "third": 3, "quarter": 0.25, "dozen": 12, "hundred": 100, "hundredth": 100, "thousand": 1000}
    | dict.fromkeys(("million", "millions", "mn", "mln"), 1e6)
    | dict.fromkeys(("billion", "billions", "bn", "bln"), 1e9)
    | dict.fromkeys(("trillion", "trillions", "tn"), 1e12)
)

FUNCTION_WORDS = """
a about after all also am an and any are as at be because been before being but by can could did do does don't
for from had has have he her here him his how i if in into is isn't it it's its just me more my no not now of
on one only or other our out over said she should so some such than that the their them then there these they
this those through to too under up very was we were what when where which while who why will with would you
your
"""

ENGLISH = Language(
    code="en",
    name="English",
    decimal=".",
    group=",\u00a0\u202f",
    quotes=(("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")),
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    number_words=NUMBER_WORDS,
    number_joiner="and",
    clock={"am": 0, "pm": 12, "o'clock": 0, "h": 0, "hrs": 0, "hours": 0},
)  # fmt: skip
