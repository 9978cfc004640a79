"""Alignment: which sentences of a translation stand for which of its source, and how sure that is.

Not similarity but evidence: :mod:`.evidence` says what a bead's words are worth, :mod:`.path` finds the way,
:mod:`.lattice` weighs all alignments near it, :mod:`.learn` takes from the result what the document teaches.
``mtqa.align(a, b)`` calls :func:`mtqa.align.beads.align`.
"""

from __future__ import annotations

from mtqa.align.beads import align
from mtqa.align.documents import align_documents
from mtqa.align.sentences import align_sentences
from mtqa.callable import make_callable

__all__ = ["align", "align_documents", "align_sentences"]

make_callable(__name__)
