"""Languages of texts: the first article of the Universal Declaration of Human Rights, and everyday sentences."""

from __future__ import annotations

import gzip
import json
import lzma
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.lang.base import LANGUAGES
from mtqa.text.language import NOTHING, detect, detect_all, plausibility

DATA = Path(__file__).parents[2].parent / "shared" / "data"

ARTICLE = {
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren, mit Vernunft begabt.",
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with reason.",
    "fr": "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison.",
    "es": "Todos los seres humanos nacen libres e iguales en dignidad y derechos. Están dotados de razón.",
    "it": "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand.",
    "pt": "Todos os seres humanos nascem livres e iguais em dignidade e em direitos. São dotados de razão.",
    "pl": "Wszyscy ludzie rodzą się wolni i równi w swojej godności i w swoich prawach. Są oni obdarzeni rozumem.",
    "da": "Alle mennesker er født frie og lige i værdighed og rettigheder. De er udstyret med fornuft og samvittighed.",
    "sv": "Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete.",
    "cs": "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím.",
    "ru": "Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены разумом и совестью.",
    "tr": "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler.",
}

SHORT = [
    ("de", "Zwei Hunde spielen draußen."),
    ("de", "Das war sehr gut."),
    ("de", "Wo ist der Bahnhof?"),
    ("de", "Schnelle Lieferung nach Österreich"),
    ("en", "Two dogs are playing outside."),
    ("en", "Where is the station?"),
    ("en", "Nothing happened yesterday."),
    ("en", "Don’t worry about anything."),
]


@pytest.mark.parametrize("code", list(ARTICLE))
def test_a_sentence_of_every_language_is_told(code: str) -> None:
    guess = detect(ARTICLE[code])
    assert guess.code == code
    assert guess.confidence > 0.95


def test_every_language_that_mtqa_knows_is_tested() -> None:
    assert sorted(ARTICLE) == list(LANGUAGES.units)


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_a_few_words_are_enough_between_german_and_english(code: str, text: str) -> None:
    assert detect(text, among=("de", "en")).code == code


@pytest.mark.parametrize("text", ["", " \n", "42 – 17", "…", "!?"])
def test_a_text_without_words_is_in_no_language(text: str) -> None:
    assert detect(text) == NOTHING


def test_words_that_nobody_knows_are_in_no_language() -> None:
    assert detect("Kwvx Zrp", among=("de", "en")) == NOTHING


def test_only_the_languages_asked_for_are_answers() -> None:
    assert detect(ARTICLE["nl"], among=("de", "en")).code == "de"
    assert detect(ARTICLE["de"], among=("tlh",)) == NOTHING


def test_capitals_and_composed_letters_do_not_matter() -> None:
    wanted = detect(ARTICLE["de"])
    assert detect(ARTICLE["de"].upper().replace("SS", "ß")).code == "de"
    assert detect(unicodedata.normalize("NFD", ARTICLE["de"])) == wanted


def test_many_texts_get_the_same_guesses_as_each_alone() -> None:
    texts = [*ARTICLE.values(), ""]
    assert detect_all(texts) == [detect(text) for text in texts]


@given(st.text(max_size=200))
def test_any_text_gets_a_known_language_or_none(text: str) -> None:
    code, confidence = detect(text)
    assert code in LANGUAGES or (code, confidence) == NOTHING
    assert 0 <= confidence <= 1


def test_a_text_is_more_plausible_than_the_same_one_decoded_wrongly() -> None:
    text = "Wir müssen über die Größe der Häuser reden."
    assert plausibility(text) > 0
    assert plausibility(text) > plausibility(text.encode().decode("cp1252"))
    assert plausibility("") == 0


def _sentences(path: Path, count: int) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    return lines[:: max(len(lines) // count, 1)]


def _held_out() -> list[tuple[str, str]]:
    pairs = [line.split("\t") for line in _sentences(DATA / "parallel" / "train.en-de.tsv.xz", 4000)]
    with gzip.open(DATA / "qe" / "mlqe-pe.en-de.jsonl.gz", "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file][::4]
    found = [("en", pair[0]) for pair in pairs] + [("de", pair[1]) for pair in pairs]
    found += [("en", record["src"]) for record in records] + [("de", record["mt"]) for record in records]
    for code in ("de", "en"):
        found += [(code, text) for text in _sentences(DATA / "parallel" / f"mono.{code}.commonvoice.txt.xz", 4000)]
    return [(code, text) for code, text in found if sum(word.isalpha() for word in text.split()) >= 5]


@pytest.mark.skipif(not DATA.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize(("among", "least"), [(("de", "en"), 0.995), ((), 0.99)])
def test_sentences_of_five_words_are_told_nearly_always(among: tuple[str, ...], least: float) -> None:
    sentences = _held_out()
    guesses = detect_all([text for _, text in sentences], among)
    right = sum(code == guess.code for (code, _), guess in zip(sentences, guesses, strict=True))
    assert len(sentences) > 10_000
    assert right / len(sentences) >= least
