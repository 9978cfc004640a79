"""German compounds that were written apart: which two nouns make one word, and which pairs are right as they stand."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.grammar import LINKS, determiners, noun, noun_forms, words
from mtqa.text.lexicon import zipf
from mtqa.text.morphology import cells

ATTESTED = 1.2
"""Zipf frequency from which a joined word counts as one that there is."""

GENITIVE = cells("Mg Ng")

DAYS = words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag")
HOURS = words("Morgen Vormittag Mittag Nachmittag Abend Nacht")

LOOSE = words("""
Glas Tasse Flasche Stück Liter Kilo Kilogramm Gramm Pfund Paar Teil Reihe Art Sorte Form Menge Gruppe Haufen Dutzend Tonne
Tonnen Million Millionen Milliarde Milliarden Tausend Hundert Jahr Jahre Jahren Tag Tage Tagen Nacht Stunde Stunden Minute
Minuten Woche Wochen Monat Monate Monaten Mal Prozent Euro Dollar Cent Meter Kilometer Zentimeter Quadratmeter Hektar Grad
Schluck Löffel Scheibe Dose Packung Kiste Blatt Becher Teller Handvoll Zentner Meile Meilen Zoll Barrel Schachtel Portion
Herr Herrn Frau Fräulein Familie Doktor Professor Kollege Kollegin Kollegen Präsident König Königin Kaiser Papst Prinz Bischof
Stadt Land Staat Firma Projekt Kapitel Seite Nummer Typ Klasse Version Thema Wort Begriff Name Marke Titel Film Buch
Gemeinde Kreis Provinz Fluss Insel Berg Planet Schiff Hotel Restaurant Museum Schloss Platz Straße Gott Vater Mutter
Onkel Tante Bruder Schwester Kind Kinder Eltern Menschen Leute Zitat Ende Anfang Mitte Hause Fall Punkt Schritt Zeit
Fünf Vier Drei Zwei Sechs Sieben Acht Neun Zehn Aus Mehr Bitte Danke Beispiel Stichwort Frage Antwort Variante Option
Ergebnis Artikel Absatz Paragraf Nr Abb Foto Bild Quelle Autor Trainer Minister Ministerin Kanzler Kanzlerin Sprecher Chef
Direktor Richter Kapitän General Oberst Leutnant Sergeant Inspektor Kommissar Star Sänger Sängerin Künstler Maler Worte
""")
"""Nouns that stand before another noun without a hyphen: measures, titles, kinds, and what a name follows."""

BARE_HEADS = words("""
Zeit Ende Geld Mal Anfang Mitte Kraft Recht Angst Arbeit Platz Hilfe Schutz Druck Mitglied Opfer Nummer Rechnung Stellung
Plus Schritt Seite Teil Unterhalt Daten Maßnahmen Freunde Bücher Preise Ermittlungen Verletzungen Menschen Leute Reden
Gewalt Politik Sicht Blumen Französisch Englisch Deutsch Spanisch Latein Mathematik
""")
"""Nouns that often stand alone as an object, and so after any noun: *den ganzen Tag Zeit*."""


@lru_cache(1 << 14)
def joined(first: str, second: str) -> str:
    """The most frequent compound of two nouns (``Kunden``, ``Dienst`` -> ``Kundendienst``); empty where there is none."""
    stems = [first + link for link in LINKS]
    if first.endswith("e"):
        stems.append(first[:-1])
    if first.endswith(("en", "es")):
        stems.append(first[:-2])
    words_ = {stem + second.lower() for stem in stems}
    best = max(words_, key=lambda word: (zipf(word, "de"), word))
    return best if zipf(best, "de") >= ATTESTED else ""


def open_compound(first: str, second: str) -> str:
    """The one word that two neighbouring nouns should be; empty where they may be right, or are no known nouns."""
    if first in DAYS and second in HOURS:
        return first + second.lower()
    if first in LOOSE or second in BARE_HEADS or first not in noun_forms() or second not in noun_forms():
        return ""
    return joined(first, second)


def may_be_new(first: str, second: str) -> bool:
    """Whether two known nouns may make a compound that nobody has written down: neither a measure, a title nor a bare one."""
    if first in LOOSE or second in BARE_HEADS or first.endswith(("er", "en", "es", "em")):
        return False
    return first in noun_forms() and second in noun_forms()


def agrees_with_second_only(opening: str, first: str, second: str) -> bool:
    """Whether a determiner before the two can only belong to the second."""
    one, two = noun(first), noun(second)
    if opening not in determiners() or one is None or two is None:
        return False
    mask = determiners()[opening].cells
    return not mask & one.cells and bool(mask & two.cells)


def only_genitive(word: str) -> bool:
    """Whether the form is a genitive singular and nothing else: *Kaufmanns*."""
    entry = noun_forms().get(word)
    return entry is not None and not entry.cells & ~GENITIVE
