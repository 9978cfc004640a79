"""Danish: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
den det de en et der som denne dette disse hin min mit mine din dit dine sin sit sine hans hendes dens dets
vores jeres deres jeg du han hun vi i man mig dig ham hende os jer dem sig hvem hvad hvilken hvilket hvilke
hvor hvordan hvorfor hvornår hvis og eller men for at om når da fordi mens selvom skønt end så både enten på
til af med fra ved under over mellem mod efter før uden gennem hos omkring langs bag blandt siden indtil
ifølge trods er var være været bliver blive blev blevet vil ville skal skulle kan kunne må måtte har have
havde haft bør burde gør gøre gjorde går gå gik kommer komme kom får få fik ser siger sagde tager giver lader
ikke ingen intet aldrig også kun nu her meget mere mest mindre lidt mange alle alt altid ofte igen endnu
allerede bare jo nok vel ja nej nogen noget nogle anden andet andre hver hvert selv samme sådan begge første
to hinanden derfor dermed dog derefter ind ud op ned hjem væk ad
"""

ABBREVIATIONS = """
bl.a. ca. d.v.s. dvs. e.Kr. eks. el. etc. evt. f.eks. f.Kr. fhv. fx. hhv. hr. ifm. iht. inkl. jf. kap. kl. kr.
m.fl. m.h.t. m.m. m.v. maks. mht. mia. mio. mv. nr. o.l. osv. pct. pga. s. sml. stk. tlf. vedr.
"""

SPELLINGS = r"""
sk$ ning$ ningen$ else$ elser$ hed$ eligt?$ lig$ erne$ ede$ ^af ^ud ø æ aa hv gd ske$ ^for ^be[^aeiouy] tion$
"""

DANISH = Language(
    code="da",
    name="Danish",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f",
    quotes=(("»", "«"), ("”", "”"), ("“", "”"), ("›", "‹"), ("’", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
            "november", "december"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="æøåé",
    ordinal_dot=True,
    compounds=True,
)  # fmt: skip
