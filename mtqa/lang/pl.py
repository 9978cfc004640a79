"""Polish: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
i a o w z na do nie się to że jest jak po od za co ale dla przez przy pod nad przed między bez u ku we ze oraz
lub albo ani czy więc bo bowiem gdy gdyby kiedy jeśli jeżeli ponieważ choć żeby aby by ten ta te tego tej tym
tych temu tymi tę tą ów tamten tamta ja ty on ona ono my wy oni one mnie mi mną ciebie ci tobie jego jemu mu
go niego nim nią niej jej ją je ich im nich nas nam nami was wam wami siebie sobie sobą mój moja moje mojego
twój twoja swój swoja swoje swojego swojej swoim swoich nasz nasza nasze wasz kto kogo komu kim który która
które którego której którym których którzy którą jaki jaka jakie gdzie dokąd skąd dlaczego ile czego czym są
był była było byli były być będzie będą będę jestem jesteś jesteśmy został została zostało zostały ma mam masz
mają miał miała mieć może mogą można mógł trzeba musi muszą powinien powinna chce tak też także tylko już
jeszcze bardzo więcej mniej dużo mało nic nikt nigdy zawsze tu tutaj tam teraz potem wtedy dziś wszystko
wszystkie wszyscy każdy każda inny inne innych sam sama samo taki taka takie jeden jedna dwa coś ktoś jednak
jako niż aż no właśnie
"""

ABBREVIATIONS = """
al. dr. godz. gr. hab. im. inż. itd. itp. ks. m.in. mgr. mld. mln. n.e. np. nr. ok. p.n.e. pl. prof. r. red.
s. str. tel. tj. tys. tzn. ul. w. wg. ww. zł. św.
"""

SPELLINGS = r"""
cz sz rz ść ować ości ego$ ych$ ów$ dz sk[iaą]$ [ae]nie$ [ae]nia$ ^prz ^nie ł ą ę ż ^wy ^po
"""

POLISH = Language(
    code="pl",
    name="Polish",
    plurals=("one", "few", "many", "other"),
    decimal=",",
    group=" \u00a0\u202f.",
    quotes=(("„", "”"), ("«", "»"), ("‚", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
            "październik", "listopad", "grudzień"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="ąćęłńóśźż",
    ordinal_dot=True,
)  # fmt: skip
