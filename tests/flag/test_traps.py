"""Correct translations that make other checkers cry wolf: no check that is on by default says a word."""

from __future__ import annotations

import pytest

from mtqa.data import Segment
from mtqa.flag.run import findings_of
from mtqa.flag.select import chosen

TO_GERMAN = [
    ("He said “OK”.", "Er sagte „OK“."),
    ("It rose by 3.5%.", "Es stieg um 3,5 %."),
    ("at 5:30 pm on Tuesday", "am Dienstag um 17:30 Uhr"),
    ("on December 31, 2024", "am 31. Dezember 2024"),
    ("on 12/31/2024", "am 31.12.2024"),
    ("that you know her", "dass Sie sie kennen"),
    ("the woman who wrote the line", "die Frau, die die Zeile schrieb"),
    ("many animals, e.g. dogs, etc.", "viele Tiere, z. B. Hunde usw."),
    ("in the UK", "im Vereinigten Königreich"),
    ("three million people", "3 Mio. Menschen"),
    ("3 million people", "drei Millionen Menschen"),
    ("5 miles away", "8 km entfernt"),
    ("about $1.5 billion", "rund 1,5 Mrd. US-Dollar"),
    ("1,234,567 rows", "1.234.567 Zeilen"),
    ("10,000 steps", "10 000 Schritte"),
    ("the 1980s", "die 80er-Jahre"),
    ("a dozen eggs", "12 Eier"),
    ("twenty-one guns", "21 Gewehre"),
    ("the 21st century", "das 21. Jahrhundert"),
    ("World War II", "der Zweite Weltkrieg"),
    ("Henry VIII", "Heinrich VIII."),
    ("pages 5-7", "Seiten 5–7"),
    ("24/7 support", "Hilfe rund um die Uhr"),
    ("half an hour", "eine halbe Stunde"),
    ("1.5 hours", "anderthalb Stunden"),
    ("It is 70°F.", "Es sind 21 °C."),
    ("6 feet tall", "1,83 m groß"),
    ("May 2019", "Mai 2019"),
    ("pros and cons", "Vor- und Nachteile"),
    ("sunrise and sunset", "Sonnenauf- und -untergang"),
    ("input and output devices", "Ein- und Ausgabegeräte"),
    ("open source software", "Open-Source-Software"),
    ("President Zelensky in Kyiv", "Präsident Selenskyj in Kiew"),
    ("Gorbachev and Khrushchev", "Gorbatschow und Chruschtschow"),
    ("Moscow, Munich, Cologne and Rome", "Moskau, München, Köln und Rom"),
    ("Putin's and Trump's talks", "Putins und Trumps Gespräche"),
    ("He reads the Wall Street Journal.", "Er liest das Wall Street Journal."),
    ("“The Crown” is a series.", "„The Crown“ ist eine Serie."),
    ("a great deal for the team", "ein toller Deal für das Team"),
    ("Software", "Software"),
    ("Name", "Name"),
    ("Restaurant “Alaska”", "Restaurant „Alaska“"),
    ("info@example.com", "info@example.com"),
    ("step by step", "Schritt für Schritt"),
    ("day after day", "Tag für Tag"),
    ("The more, the merrier.", "Je mehr, desto besser."),
    ("He was, was he not?", "Er war da, war er nicht?"),
    ("the Federal Constitutional Court's ruling", "das Bundesverfassungsgerichtsurteil"),
    ("a bicycle repair shop", "eine Fahrradreparaturwerkstatt"),
    ("Wait… what?", "Warte … was?"),
    ("He said: “Never!” – and left.", "Er sagte: „Niemals!“ – und ging."),
    ("the ‘Spiegel’ cover", "der „Spiegel“-Titel"),
    ("“No,” he said, “never.”", "»Nein«, sagte er, »niemals.«"),
    ("Press <b>Save</b>, {name}.", "Drücken Sie auf <b>Speichern</b>, {name}."),
    ("%d files copied to %s", "%d Dateien nach %s kopiert"),
    ("100% safe", "100%ig sicher"),
    ("See https://example.org/en/faq.", "Siehe https://example.org/de/faq."),
    ("Run `git push` in readme.txt.", "Führe `git push` in readme.txt aus."),
    ("Yes.", "Ja."),
    ("No!", "Nein!"),
    ("Thank you very, very much.", "Vielen, vielen Dank."),
    ("Baden-Baden is a town.", "Baden-Baden ist eine Stadt."),
    ("in 1943–46", "von 1943 bis 1946"),
    ("every 2 weeks", "alle 14 Tage"),
    ("the second half", "die zweite Hälfte"),
    ("He has two sons; both work.", "Er hat zwei Söhne; beide arbeiten."),
    ("version 2.10.3", "Version 2.10.3"),
    ("iOS 17.5", "iOS 17.5"),
    ("the U.S. state of Georgia", "der US-Bundesstaat Georgia"),
    ("COVID-19 and the G7", "COVID-19 und die G7"),
]

TO_ENGLISH = [
    ("Er sagte „OK“.", "He said “OK”."),
    ("Es kostet 1.234,50 Euro.", "It costs 1,234.50 euros."),
    ("um 17:30 Uhr", "at 5:30 p.m."),
    ("am 31.12.2024", "on December 31, 2024"),
    ("7,2 Milliarden", "7.2 billion"),
    ("zwei Billionen", "two trillion"),
    ("Er hatte genug gehabt.", "He had had enough."),
    ("das Bundesverfassungsgericht", "the Federal Constitutional Court"),
    ("Schadenfreude", "schadenfreude"),
    ("Präsident Selenskyj", "President Zelensky"),
    ("Vor- und Nachteile", "pros and cons"),
    ("{count} Dateien", "{count} files"),
    ("der Kindergarten in München", "the kindergarten in Munich"),
    ("Das ist der Mann, der der Frau half.", "That is the man who helped the woman."),
]

CASES = [(*pair, "en", "de") for pair in TO_GERMAN] + [(*pair, "de", "en") for pair in TO_ENGLISH]


@pytest.mark.parametrize(("source", "target", "source_lang", "target_lang"), CASES)
def test_a_correct_translation_is_left_alone(source: str, target: str, source_lang: str, target_lang: str) -> None:
    segment = Segment(target, source, target_lang=target_lang, source_lang=source_lang)
    [findings] = findings_of([segment], chosen())
    assert [(finding.check, finding.text, finding.message) for finding in findings] == []
