"""Dutch: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
de het een der den dit dat deze die mijn jouw zijn haar ons onze jullie hun uw ik jij je hij zij ze wij we u
mij me jou hem hen zich er elkaar wie wat welke welk wiens waar waarom hoe wanneer en of maar want dus omdat
doordat zodat hoewel terwijl als dan toen indien tenzij mits in op aan van voor door met om bij naar uit over
onder tussen tegen tot na sinds zonder binnen buiten boven achter naast tijdens volgens vanaf via te ten ter
is was waren ben bent geweest wordt worden werd werden geworden zal zullen zou zouden heeft hebben heb hebt
had hadden gehad kan kunnen kon konden moet moeten moest mag mogen mocht wil willen wilde wilden laat laten
gaat gaan ging doet doen deed komt komen maakt niet geen niets nooit niemand ook nog al wel zeer erg heel veel
meer meest minder weinig alleen altijd vaak soms weer hier daar nu toch eens even zo alle alles iets iemand
ieder iedere elk elke ander andere anderen zelf zulke beide enkele sommige eerste twee daarom daarmee daarvan
daarna daarvoor hiervan ervan erop eraan ermee waarin waarbij waarmee waarvan echter immers ja nee
"""

ABBREVIATIONS = """
a.u.b. bijv. blz. bv. ca. d.w.z. dhr. dr. drs. e.d. enz. evt. excl. i.p.v. i.v.m. incl. ing. ir. m.b.t. max.
mevr. min. mr. mw. n.Chr. nl. nr. o.a. o.m. p. prof. resp. st. t.a.v. t.o.v. tel. v.Chr. vgl. z.o.z. zgn.
"""

SPELLINGS = r"""
ij sch ^ge ^ver ^ont oe aa uu ee oo lijk heid$ heden$ tjes?$ ing$ ingen$ cht$ ^be[^aeiouy]
"""

DUTCH = Language(
    code="nl",
    name="Dutch",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f",
    quotes=(("“", "”"), ("‘", "’"), ("„", "”"), ("‚", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november", "december"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="áäèéêëïóöü",
    compounds=True,
)  # fmt: skip
