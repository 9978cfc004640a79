"""A small delivery with every kind of finding, written for these tests: a ferry company's notice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from mtqa.data import Finding, Severity
from mtqa.frames import DOCUMENTS, FINDINGS, SEGMENTS, findings_frame
from mtqa.mqm import mqm_score, penalty
from mtqa.report.base import Results

BANDS = {"publishable": 85.0, "light edit": 70.0, "heavy edit": 50.0, "retranslate": 0.0}
ABOUT: dict[str, Any] = {
    "version": "0.1.0",
    "pack": {"name": "de-en", "version": "1", "sha256": "9f2c" * 16},
    "encoder": "static",
    "signatures": {"bleu": "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.5.1"},
    "corpus": {"bleu": 31.274, "chrf": 58.9},
    "skipped": ["TER is computed only when it is asked for (--metric ter)."],
    "checks": ["ACC003", "ACC010", "LIN002", "LIN007"],
    "bands": BANDS,
    "mqm_bands": {"publishable": 97.0, "light edit": 90.0, "heavy edit": 70.0, "retranslate": 0.0},
}

TEXTS: list[tuple[str, str, str, float, tuple[float, float, float]]] = [
    ("The night ferry to the islands has been running for 12 years.",
     "Die Nachtfähre zu den Inseln fährt seit 21 Jahren.", "1-1", 0.97, (74.0, 70.5, 88.0)),
    ("Ticket prices go up by 7.2 percent on 1 March.",
     "Am 1. März steigen die Fahrpreise um 7,2 Prozent.", "1-1", 0.98, (96.0, 97.0, 95.0)),
    ("Nobody at the counter could make head or tail of the new timetable, and the queue grew.",
     "Niemand an der Theke konnte Kopf oder Schwanz der neuen Zeittafel machen, und die Schlange wuchs.",
     "1-1", 0.91, (48.5, 52.0, 44.0)),
    ("Passengers are asked to check in early. The gate closes ten minutes before departure.",
     "Die Fahrgäste werden gebeten, früh einzuchecken.", "2-1", 0.66, (55.0, 41.0, 93.0)),
    ("Our Harbour Café stays open.",
     "Unser Harbour Café bleibt „ geöffnet “.", "1-1", 0.94, (81.0, 90.0, 66.0)),
    ("Dogs travel free of charge in the outer cabins.",
     "Hunde reisen reisen kostenlos in den äußeren Kabinen -Bereichen.", "1-1", 0.9, (63.0, 80.0, 47.0)),
    ("Weather permitting, the crew lowers the bow ramp by hand.",
     "Nach dem Essen wird gelacht.", "1-1", 0.31, (12.0, 4.0, 90.0)),
    ("", "Die Redaktion dankt für Ihr Verständnis.", "0-1", 0.4, (20.0, 2.0, 97.0)),
    ("The company apologises for any inconvenience.", "", "1-0", 0.4, (0.0, 0.0, 0.0)),
]  # fmt: skip

FOUND: list[tuple[int, str, str, str, str, str, str, str, float, str]] = [
    (0, "target", "21", "number-mismatch", "ACC003", "accuracy/mistranslation", "critical",
     "21 is not in the source, which says 12.", 0.96, "12"),
    (2, "target", "konnte Kopf oder Schwanz der neuen Zeittafel machen", "garbled-phrase", "LIN001",
     "linguistic-conventions/unintelligible", "major",
     "Unlikely after “Theke”; nothing in the source supports “Schwanz”: an idiom taken word by word.", 0.82, ""),
    (2, "target", "Zeittafel", "wrong-sense", "ACC010", "accuracy/mistranslation", "minor",
     "A timetable of a ferry is a Fahrplan.", 0.6, "Fahrplan"),
    (2, "target", "machen, und", "word-order", "LIN009", "linguistic-conventions/word-order", "neutral",
     "Two clauses run into each other here.", 0.35, ""),
    (3, "source", "The gate closes ten minutes before departure.", "omission", "ACC001", "accuracy/omission", "major",
     "Nothing in the translation says this.", 0.88, ""),
    (3, "target", "", "omission-place", "ACC002", "accuracy/omission", "minor",
     "A sentence of the source is missing after this one.", 0.7, ""),
    (4, "target", "Harbour", "untranslated-word", "ACC020", "accuracy/untranslated", "minor",
     "An English word stands in the German text.", 0.74, "Hafen"),
    (4, "target", " ", "quote-spacing", "LOC001", "locale-conventions/typography", "minor",
     "A space stands inside the quotation marks.", 0.99, ""),
    (5, "target", "reisen reisen", "repeated-word", "LIN007", "linguistic-conventions/duplication", "minor",
     "“reisen” stands twice in a row.", 0.99, "reisen"),
    (5, "target", "Kabinen -Bereichen", "broken-hyphen", "LIN004", "linguistic-conventions/spelling", "minor",
     "A compound is broken by a space before its hyphen.", 0.97, "Kabinenbereichen"),
    (6, "target", "Nach dem Essen wird gelacht.", "wrong-meaning", "ACC030", "accuracy/non-translation", "critical",
     "The translation has next to nothing in common with the source.", 0.9, ""),
    (7, "target", "Die Redaktion dankt für Ihr Verständnis.", "addition", "ACC005", "accuracy/addition", "major",
     "Nothing in the source says this.", 0.8, ""),
    (8, "source", "The company apologises for any inconvenience.", "omission", "ACC001", "accuracy/omission",
     "critical", "This sentence is not translated.", 0.95, ""),
]  # fmt: skip


def make_segments(document: str = "notice.de.txt") -> pd.DataFrame:
    """The segments of the notice as the pipeline hands them on."""
    rows = [
        {
            "document": document, "segment": number, "target": target, "source": source, "reference": "",
            "target_lang": "de", "source_lang": "en", "bead": bead, "alignment": alignment,
            "document_start": number * 100, "document_end": number * 100 + len(target), "source_start": number * 90,
            "source_end": number * 90 + len(source), "score.quality": scores[0], "score.adequacy": scores[1],
            "score.fluency": scores[2], "score.chrf": 40.125 + number,
        }
        for number, (source, target, bead, alignment, scores) in enumerate(TEXTS)
    ]  # fmt: skip
    return SEGMENTS.build(rows)


def make_findings(document: str = "notice.de.txt") -> pd.DataFrame:
    """The findings of the notice, each at the place of its words."""
    return findings_frame(_findings(document))


def _findings(document: str) -> list[Finding]:
    found = []
    for segment, side, words, check, code, category, severity, message, confidence, suggestion in FOUND:
        source, target = TEXTS[segment][:2]
        text = source if side == "source" else target
        start = text.index("„ ") + 1 if words == " " else text.index(words) if words else len(text)
        found.append(Finding(
            document=document, segment=segment, check=check, code=code, category=category, severity=Severity(severity),
            side="source" if side == "source" else "target", start=start, end=start + len(words), text=words,
            message=message, suggestion=suggestion, confidence=confidence,
            penalty=penalty(Severity(severity), category), document_start=start, document_end=start + len(words),
        ))  # fmt: skip
    return found


def make_documents(segments: pd.DataFrame, findings: pd.DataFrame, verdict: str = "heavy edit") -> pd.DataFrame:
    """One row over everything in ``segments`` and ``findings``."""
    words = sum(len(text.split()) for text in segments["target"].tolist())
    row: dict[str, Any] = {
        "document": segments["document"].iloc[0] if len(segments) else "empty.txt",
        "source_lang": "en", "target_lang": "de", "segments": len(segments), "words": words,
        "penalty": float(findings["penalty"].sum()), "mqm": mqm_score(float(findings["penalty"].sum()), words),
        "verdict": verdict,
    }  # fmt: skip
    row |= {severity.value: int((findings["severity"] == severity.value).sum()) for severity in Severity}
    for name in ("score.quality", "score.adequacy", "score.fluency"):
        row[name] = float(segments[name].mean()) if name in segments else float("nan")
    return DOCUMENTS.build([row])


def make_results(document: str = "notice.de.txt", verdict: str = "heavy edit", **about: Any) -> Results:
    """The whole notice as results of a run."""
    segments, findings = make_segments(document), make_findings(document)
    return Results(segments, findings, make_documents(segments, findings, verdict), {**ABOUT, **about})


def joined(*parts: Results) -> Results:
    """Several documents' results as those of one delivery."""
    frames = [pd.concat([getattr(part, name) for part in parts], ignore_index=True)
              for name in ("segments", "findings", "documents")]  # fmt: skip
    return Results(frames[0], frames[1], frames[2], parts[0].about)


def one_segment(target: str, source: str = "", *spans: tuple[int, int], **changes: Any) -> Results:
    """One segment with a finding at each span of its target; ``changes`` replace values of every finding."""
    texts = {"target": target, "source": source}
    as_read = {name: pd.Series([text], dtype="object") for name, text in texts.items()}
    segments = make_segments().iloc[:1].assign(**as_read)
    rows = [
        {**make_findings().iloc[0].to_dict(), "start": start, "end": end, "text": target[start:end], **changes}
        for start, end in spans
    ]
    findings = FINDINGS.build(rows)
    return Results(segments, findings, make_documents(segments, findings), ABOUT)
