"""Swedish: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
den det de en ett som denna detta dessa denne min mitt mina din ditt dina sin sitt sina hans hennes dess vår
vårt våra er ert era deras jag du han hon vi ni man mig dig honom henne oss dem sig vem vad vilken vilket
vilka var hur varför när vars och eller men för att om då eftersom medan fast fastän än så både antingen utan
i på till av med från vid under över mellan mot efter före genom hos omkring längs bakom bland sedan enligt
trots åt ur inom utom är vara varit blir bli blev blivit vill ville ska skall skulle kan kunde måste får få
fick har ha hade haft bör borde gör göra gjorde går gå gick kommer komma kom ser säger sade sa tar ger låter
finns fanns inte ingen inget inga aldrig också bara nu här där mycket mer mest mindre lite många alla allt
alltid ofta igen ännu redan ju nog väl ja nej någon något några annan annat andra varje själv samma sådan båda
första två varandra därför därmed dock därefter in ut upp ner hem bort även endast icke ej
"""

ABBREVIATIONS = """
bl.a. ca. d.v.s. dvs. e.Kr. etc. ev. exkl. f.d. f.Kr. fr.o.m. hr. inkl. jfr. kap. kl. kr. m.a.o. m.fl. m.m.
max. milj. min. nr. o.d. o.s.v. osv. p.g.a. resp. s.k. st. t.ex. t.o.m. tel. tfn. vol.
"""

SPELLINGS = r"""
ning$ ningar$ ningen$ het$ ligt?$ arna$ orna$ ade$ ^för ^ut sk å ä sj skj ck [ao]r$ tion$ ^be[^aeiouy]
"""

SWEDISH = Language(
    code="sv",
    name="Swedish",
    plurals=("one", "other"),
    decimal=",",
    group=" \u00a0\u202f.",
    quotes=(("”", "”"), ("»", "»"), ("’", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="åäöé",
    compounds=True,
)  # fmt: skip
