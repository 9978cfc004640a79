"""The evaluation as files in a folder, all or none."""

from __future__ import annotations

from pathlib import Path

from mtqa.evaluate.evaluation import Evaluation
from mtqa.evaluate.json import encode
from mtqa.evaluate.markdown import markdown
from mtqa.evaluate.page.render import to_html
from mtqa.report.folder import put_whole


def save(found: Evaluation, folder: str | Path) -> Path:
    """Write ``evaluation.json``, ``.md`` and ``.html`` into ``folder``; one that is not mtqa's own is refused (WriteError)."""
    texts = {"evaluation.json": encode(found), "evaluation.md": markdown(found), "evaluation.html": to_html(found)}

    def fill(fresh: Path) -> list[str]:
        for name, text in texts.items():
            (fresh / name).write_bytes(text.encode("utf-8", "replace"))
        return list(texts)

    return put_whole(folder, fill)
