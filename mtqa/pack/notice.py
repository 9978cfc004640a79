"""The attribution that a pack owes: which text it was computed from, and under which licences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtqa.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def read_licences(path: Path) -> dict[str, dict[str, str]]:
    """What is known of each origin: a JSON object from id to ``licence``, ``repo``, ``path``, ``domain``."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(path, f"expected JSON, found an error ({error}); correct it.") from error
    if not isinstance(content, dict) or not all(isinstance(entry, dict) for entry in content.values()):
        raise ReadError(path, "expected an object from source id to an object, found other JSON; correct it.")
    return {
        name: {key: str(value) for key, value in sorted(entry.items()) if key != "tier"}
        for name, entry in content.items()
    }


def notice(manifest: Mapping[str, Any]) -> str:
    """A line for each source of the pack: where it is from and its licence; sources that were not used are left out."""
    lines = [
        f"The language pack {manifest['name']} holds counts, weights and words that mtqa computed from texts.",
        "None of the texts is part of it. Their authors keep their rights; the licences are:",
        "",
    ]
    for source in manifest.get("sources", []):
        if source.get("weight", 1) > 0:
            place = source.get("repo") or source.get("domain")
            named = f"{source['id'] or 'unnamed'} ({place})" if place else source["id"] or "unnamed"
            lines.append(f"* {named}: {source.get('licence', 'licence not stated')}")
    return "\n".join(lines) + "\n"
