"""The main job, and the only package that knows the order of the stages: read, segment, align, judge, score, flag."""

from mtqa.pipeline.account import about, language_pairs, skipped, without_terms
from mtqa.pipeline.aligning import align_all, read_any
from mtqa.pipeline.configured import configured
from mtqa.pipeline.judging import Part, batches, judge_all, look
from mtqa.pipeline.main import check
from mtqa.pipeline.result import Result, gate, new_since
from mtqa.pipeline.settling import POINT, held_back, joined, settle
from mtqa.pipeline.units import Paths, Progress, known_formats, running, suppressions

__all__ = [
    "POINT", "Part", "Paths", "Progress", "Result", "about", "align_all", "batches", "check", "configured", "gate",
    "held_back", "joined", "judge_all", "known_formats", "language_pairs", "look", "new_since", "read_any",
    "running", "settle", "skipped", "suppressions", "without_terms",
]  # fmt: skip
