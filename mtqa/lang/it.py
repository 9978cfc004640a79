"""Italian: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai
dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col questo questa questi queste
quello quella quelli quelle quei quegli ciò mio mia miei mie tuo tua suo sua suoi sue nostro nostra vostro
loro io tu lui lei noi voi egli ella essi esse mi ti si ci vi ne me te sé che chi cui quale quali quanto
quando dove come perché e ed o od ma però anche se mentre oppure né dunque quindi poiché affinché di a da in
con su per tra fra senza sopra sotto verso contro durante dopo prima presso fino secondo è sono era erano
essere stato stata stati state sei siamo siete sarà saranno sarebbe fu furono sia siano ha ho hai abbiamo
avete hanno aveva avevano avere avuto avrà fa fare fatto può possono poteva potere deve devono vuole va vanno
andare non niente nulla nessuno nessuna mai più meno molto molta molti molte poco pochi già ancora sempre qui
qua lì là così allora poi ora adesso tutto tutta tutti tutte altro altra altri altre stesso stessa ogni alcuni
alcune qualche qualcosa qualcuno tanto tale troppo bene solo soltanto cioè dell nell all dall sull l'ha c'è
un'altra dell'anno com'è cos'è
"""

ABBREVIATIONS = """
a.C. art. artt. Avv. c.d. cap. cfr. d.C. Dott. Dr. ecc. ed. es. fig. Ing. n. nn. p. p.es. pag. pagg. pp. Prof.
S.p.A. S.r.l. Sig. Sigg. tel. vol.
"""

SPELLINGS = r"""
zione$ zioni$ mente$ gli gn cch ggi tà$ ^dell' ^l' ^un' ^d' [aiu]t[oaie]$ [aei]re$ zz [^aeiou][oi]$ ^s[cfgpt]
iamo$ ezza$
"""

ITALIAN = Language(
    code="it",
    name="Italian",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f'’",
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
            "ottobre", "novembre", "dicembre"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="àèéìíîòóùú",
)  # fmt: skip
