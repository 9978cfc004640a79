"""Spanish: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
el la los las un una unos unas lo al del este esta esto estos estas ese esa eso esos esas aquel aquella
aquello mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro yo tú él ella ello nosotros vosotros
ellos ellas usted ustedes me te se nos os le les mí ti sí conmigo contigo consigo que qué quien quién quienes
cual cuál cuales cuyo cuya donde dónde cuando cuándo como cómo cuanto cuánto y e o u pero sino porque pues si
aunque mientras ni de en a con por para sin sobre entre hasta desde hacia contra según durante ante bajo tras
mediante es son era eran ser sido soy eres somos será serán sería fue fueron sea sean está están estaba
estaban estar estado estoy estamos ha han he has hemos había habían haber hay hubo habrá tiene tienen tenía
tener tengo hace hacer puede pueden podía poder debe deben va van ir quiere dijo no nada nadie nunca jamás más
menos muy mucho mucha muchos muchas poco poca pocos también tampoco ya aún todavía siempre aquí allí ahí así
entonces luego después antes ahora todo toda todos todas otro otra otros otras mismo misma mismos mismas cada
algún alguna algunos algunas algo alguien ningún ninguna tan tanto tal bien mal solo sólo
"""

ABBREVIATIONS = """
a.C. aprox. art. av. Avda. cap. D. d.C. Dr. Dra. Dña. ed. EE.UU. etc. núm. p. p.ej. pp. pág. págs. Sr. Sra.
Srta. tel. Ud. Uds. vol.
"""

SPELLINGS = r"""
ción$ ciones$ dad$ dades$ mente$ ado$ ada$ ados$ adas$ ando$ iendo$ ñ ll eros?$ ^hue [aeo]s$ ismo$ encia$
ancia$ ^ex ^des [aei]r$
"""

SPANISH = Language(
    code="es",
    name="Spanish",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f ",
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="áéíñóúü",
)  # fmt: skip
