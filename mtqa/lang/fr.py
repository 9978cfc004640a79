"""French: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
le la les un une des du de au aux ce cet cette ces cela ceci ça celui celle ceux celles mon ma mes ton ta tes
son sa ses notre nos votre vos leur leurs je tu il elle on nous vous ils elles me te se moi toi lui eux soi y
en qui que quoi dont où quel quelle quels quelles lequel laquelle lesquels et ou mais donc car ni or si comme
quand lorsque puisque parce quoique afin à dans par pour sur sous avec sans chez vers entre contre depuis
pendant avant après devant derrière jusque jusqu dès selon malgré parmi hors outre est sont était étaient être
été suis es sommes êtes étais étions sera seront serait seraient soit fut furent a ai as avons avez ont avait
avaient avoir eu aura auront aurait fait faire font peut peuvent pouvait pouvoir doit doivent devoir veut va
vont aller faut dit ne pas plus jamais rien aucun aucune personne très trop peu beaucoup moins aussi encore
toujours déjà bien mal ici là alors ainsi puis ensuite enfin tout toute tous toutes même mêmes autre autres
certains certaines chaque plusieurs quelque quelques tel telle tels telles c'est qu'il qu'elle qu'on qu'un
qu'une n'est n'a j'ai d'un d'une l'on s'est c'était n'y n'ont jusqu'à aujourd'hui d'autres oui non voici voilà
pourquoi comment
"""

ABBREVIATIONS = """
apr. art. av. boul. cf. chap. Dr. déc. env. etc. fig. févr. J.-C. janv. juill. M. MM. Mme. nov. oct. p. p.ex.
pp. sept. St. Ste. tél. vol. éd.
"""

SPELLINGS = r"""
^l' ^d' ^qu' ^n' ^s' ^j' ^c' ^qu eau eux$ oir ments?$ ées?$ aient$ ais$ eurs?$ euses?$ iques?$ elles?$ tions?$
eme ^pr[ée] ôt ê ç oeu [^aeiou]er$ ette
"""

FRENCH = Language(
    code="fr",
    name="French",
    plurals=("one", "other"),
    decimal=",",
    group=" \u00a0\u202f.",
    quotes=(("«", "»"), ("“", "”"), ("‹", "›"), ("‘", "’")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="àâæçéèêëîïôœùûüÿ",
)  # fmt: skip
