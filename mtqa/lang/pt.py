"""Portuguese: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela pelos pelas num numa dum duma este
esta isto estes estas esse essa isso esses essas aquele aquela aquilo deste desta disso neste nesta nesse
nessa daquele meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos dele dela deles eu tu ele ela
nós vós eles elas você vocês me te se lhe lhes mim ti si comigo consigo que quem qual quais cujo cuja onde
quando como quanto porquê porque e ou mas porém pois embora enquanto nem portanto de em com por para sem sobre
entre até desde contra segundo durante perante sob após é são era eram ser sido sou és somos será serão seria
foi foram seja sejam está estão estava estavam estar estado estou tem têm tinha tinham ter tido tenho temos há
houve haver havia faz fazer pode podem podia poder deve devem vai vão ir quer disse não nada ninguém nunca
jamais mais menos muito muita muitos muitas pouco poucos também já ainda sempre aqui ali lá assim então depois
antes agora hoje todo toda todos todas tudo outro outra outros outras mesmo mesma cada algum alguma alguns
algumas algo alguém nenhum nenhuma tão tanto tal bem mal só apenas sim
"""

ABBREVIATIONS = """
a.C. aprox. art. Av. av. cap. D. d.C. Dr. Dra. ed. Eng. etc. Exma. Exmo. Lda. Ltda. n. p. p.ex. pp. Prof.
Profa. pág. págs. Sr. Sra. Srs. tel. vol.
"""

SPELLINGS = r"""
ção$ ções$ ão$ õe nh lh mente$ dades?$ ad[oa]s?$ eir[oa]s?$ ^des ndo$ [aei]r$ ência$ ância$ ç
"""

PORTUGUESE = Language(
    code="pt",
    name="Portuguese",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f ",
    quotes=(("“", "”"), ("«", "»"), ("‘", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
            "novembro", "dezembro"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="áâãàçéêíóôõúü",
)  # fmt: skip
