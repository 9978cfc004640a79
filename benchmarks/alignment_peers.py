"""Other aligners, each in an environment of its own; what is not there is left out, with the reason.

``--peers PYTHON`` names a Python interpreter that has some of them; none is needed for mtqa.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

from mtqa.data import Bead

GALECHURCH = """
import ast, json, resource, sys, time
import galechurch
source, target = json.load(sys.stdin)
start = time.process_time()
lines = galechurch.align(source, target).to_pharaoh_lines()
seconds = time.process_time() - start
beads = [[ast.literal_eval(side) for side in line.split(":")[:2]] for line in lines]
print(json.dumps([beads, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
PROGRAMS = {"galechurch 0.1 (PyPI)": GALECHURCH}
LEFT_OUT = {
    "bertalign, lingtrain-aligner": "need LaBSE, which cannot be had without a model hub",
    "sentalign, vecalign": "need a multilingual encoder (LASER, MiniLM), as above",
    "hunalign, Bleualign, yasa, LF Aligner": "neither on PyPI nor in Debian",
}


class Run(NamedTuple):
    """What an aligner gave, its seconds on a core with everything loaded, and the process's highest memory in MiB."""

    beads: list[Bead]
    seconds: float
    memory: float


def run_peer(python: Path, name: str, source: list[str], target: list[str]) -> Run | None:
    """The peer's beads, or ``None`` where that interpreter has it not or it fails."""
    given = json.dumps([source, target])
    done = subprocess.run([str(python), "-c", PROGRAMS[name]], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    beads, seconds, memory = json.loads(done.stdout)
    return Run([Bead(tuple(source), tuple(target), 1.0) for source, target in beads], seconds, memory)
