"""Czech: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
a i o v ve z ze na do s se si k ke u po od za pro při před pod nad mezi bez přes podle kolem kvůli během proti
skrz vedle že to je jak ale nebo ani protože když pokud jestli aby by kdyby zda neboť avšak však tak také též
tedy totiž než ten ta te toho té tím těch těm těmi tomu tu tuto tento tato toto této těchto já ty on ona
ono my vy oni ony mě mně mi mnou tebe tě ti tobě jeho ho něj mu jemu něm jí ji ní jejich jim nich nás nám námi
vás vám vámi sebe sobě sebou můj moje má mého tvůj svůj svou své svého svým svých náš naše našeho váš vaše kdo
koho komu co čeho čemu který která které kterého kterou kterých kterým jaký jaká jaké kde kam odkud proč kdy
kolik jehož jsou byl byla bylo byli byly být bude budou budu jsem jsi jsme jste není nejsou bych bychom mám
máš máme mají měl měla mít může mohou mohl lze musí měli chce ne nic nikdo nikdy vždy už ještě jen jenom pouze
velmi více méně mnoho málo tady tam teď pak potom nyní dnes vše všechno všechny všichni každý každá jiný jiné
sám sama takový jeden jedna dva něco někdo některé asi právě již ano
"""

ABBREVIATIONS = """
aj. apod. atd. Bc. CSc. doc. Dr. hod. Ing. JUDr. kap. Mgr. mil. min. mj. mld. MUDr. n.l. např. nám. obr. Ph.D.
PhDr. popř. prof. př.n.l. r. RNDr. s. str. sv. tab. tel. tis. tj. tzn. tzv. ul. č.
"""

SPELLINGS = r"""
ř ů ě ost$ osti$ ní$ ování$ ého$ ých$ sk[ýáé]$ ^při ^pře ou$ [eiyí]ch$ [áéíý]$ ^vy ^po ^ne
"""

CZECH = Language(
    code="cs",
    name="Czech",
    plurals=("one", "few", "other"),
    decimal=",",
    group=" \u00a0\u202f.",
    quotes=(("„", "“"), ("‚", "‘"), ("»", "«")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("leden", "únor", "březen", "duben", "květen", "červen", "červenec", "srpen", "září", "říjen",
            "listopad", "prosinec"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="áčďéěíňóřšťúůýž",
    ordinal_dot=True,
)  # fmt: skip
