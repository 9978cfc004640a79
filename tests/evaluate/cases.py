"""Judged translations made for these tests: four sentences about a harbour, by three systems and a person."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd

SOURCES = (
    "The harbour is closed today.",
    "The ferry leaves at six.",
    "Nobody can read the timetable.",
    "The storm damaged two boats.",
)
TARGETS = {
    "alpha": ("Der Hafen ist heute geschlossen.", "Die Fähre fährt um sechs ab.", "Niemand kann den Fahrplan lesen.",
              "Der Sturm beschädigte zwei Boote."),
    "beta": ("Der Hafen ist heute zu gemacht.", "Die Fähre verlässt um sechs.", "Niemand kann die Zeittafel lesen.",
             "Der Sturm hat zwei Boote beschädigt."),
    "gamma": ("Hafen ist dicht heute.", "Fähre geht sechs.", "Keiner kann Tafel lesen.", "Sturm beschädigte Boote zwei."),
    "person": ("Heute ist der Hafen gesperrt.", "Um sechs legt die Fähre ab.", "Den Fahrplan kann niemand lesen.",
               "Der Sturm beschädigte zwei Boote."),
}  # fmt: skip
OPENINGS = ("", "Heute: ", "Nach Angaben der Behörde: ", "Wie man hört: ")
"""What makes several texts of one."""
PENALTIES = {"alpha": (0, 0, 0, 1), "beta": (1, 5, 5, 0), "gamma": (6, 5, 6, 5), "person": (0, 0, 0, 0)}
MARKED: dict[tuple[str, int], tuple[str, ...]] = {
    ("alpha", 3): ("beschädigte",),
    ("beta", 0): ("zu gemacht",),
    ("beta", 1): ("verlässt",),
    ("beta", 2): ("Zeittafel",),
    ("gamma", 0): ("Hafen", "dicht heute"),
    ("gamma", 1): ("geht sechs",),
    ("gamma", 2): ("Keiner", "Tafel"),
    ("gamma", 3): ("Boote zwei",),
}
QUALITY = {"alpha": (96.5, 93.25, 95.0, 88.0), "beta": (90.0, 61.5, 70.25, 86.0), "gamma": (55.0, 61.5, 40.0, 71.0),
           "person": (92.0, 90.0, 97.0, 88.0)}  # fmt: skip
FOUND: tuple[tuple[str, int, str, str, float, float], ...] = (
    ("beta", 1, "verlässt um", "major", 0.85, 5.0),
    ("beta", 2, "Zeittafel", "minor", 0.95, 1.0),
    ("gamma", 2, "Tafel lesen", "major", 0.85, 5.0),
    ("gamma", 0, "ist", "minor", 0.5, 1.0),
    ("person", 1, "legt", "minor", 0.5, 1.0),
    ("alpha", 0, "Hafen", "neutral", 0.3, 0.0),
)


def places() -> list[tuple[str, int]]:
    """System and sentence of each row, sentence by sentence."""
    return [(system, number) for number in range(len(SOURCES)) for system in TARGETS]


def records() -> list[dict[str, Any]]:
    """The rows as JSON Lines has them."""
    return [_record(system, number) for system, number in places()]


def _record(system: str, number: int) -> dict[str, Any]:
    target = TARGETS[system][number]
    errors = [
        {"side": "mt", "weight": 1.0, "start": target.index(words), "end": target.index(words) + len(words)}
        for words in MARKED.get((system, number), ())
    ]
    return {
        "lp": "en-de", "doc_id": f"notice{number // 2}", "seg_id": str(number), "system": system,
        "human_system": system == "person", "src": SOURCES[number], "mt": target,
        "refs": {} if system == "person" else {"ref": TARGETS["person"][number]},
        "mqm_score": PENALTIES[system][number], "mqm_annotations": [{"annotator": "one", "errors": errors}],
    }  # fmt: skip


def write_jsonl(path: Path) -> Path:
    """The rows in a file."""
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records()), encoding="utf-8")
    return path


def segments() -> pd.DataFrame:
    """What a run said of the rows."""
    rows = [
        {"document": f"notice{number // 2}", "segment": row, "target": TARGETS[system][number], "source": SOURCES[number],
         "source_lang": "en", "target_lang": "de", "score.quality": QUALITY[system][number],
         "score.adequacy": 50.0 + row, "score.fluency": 80.0 - row}
        for row, (system, number) in enumerate(places())
    ]  # fmt: skip
    return pd.DataFrame(rows)


def findings() -> pd.DataFrame:
    """What a run found in the rows."""
    rows = []
    for system, number, words, severity, confidence, penalty in FOUND:
        start = TARGETS[system][number].index(words)
        rows.append({"document": f"notice{number // 2}", "segment": places().index((system, number)), "severity": severity,
                     "side": "target", "start": start, "end": start + len(words), "confidence": confidence,
                     "penalty": penalty})  # fmt: skip
    return pd.DataFrame(rows)


def write_run(folder: Path) -> Path:
    """The run as ``mtqa check --format csv`` leaves it."""
    folder.mkdir()
    segments().to_csv(folder / "segments.csv", index=False)
    findings().to_csv(folder / "findings.csv", index=False)
    return folder
