"""Rebuild the language pack that mtqa ships, and the NOTICE that goes with it: `python training/pack_de_en.py`.

Reads `../shared/data/parallel` (or the folder given as an argument). Needs `mtqa[models]` for the encoder, about a
quarter of an hour on one core, and 4 GB of memory. The same data and library versions give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from mtqa.cli.pack import Progress, summary
from mtqa.errors import ReadError
from mtqa.pack.ngrams_train import Size
from mtqa.pack.notice import notice, read_licences
from mtqa.pack.train import Recipe, train_pack

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "mtqa" / "packs" / "de-en"
HEAD = "mtqa\nCopyright 2026 The mtqa developers\n"

SOFTWARE = (
    "aosp_apps",
    "azure_pipelines_tasks",
    "dotnet_xlf",
    "fastapi_docs",
    "gnome_user_docs",
    "jenkins",
    "ms_adx_docs",
    "ms_bc_docs",
    "ms_intune_docs",
    "ms_powershell_docs",
    "ms_resw",
    "ms_rms_docs",
    "rails_i18n",
    "shopware",
    "thunderbird_android",
    "tldr",
    "wagtail",
    "wekan",
)
"""Half of the pairs; at full weight they teach that "power" is Power BI and a card an Artikelkarte."""
SOFTWARE_WEIGHT = 0.25
BIBLE_WEIGHT = 0.03
"""Enough for words that stand nowhere else (Völker), too little to make the common ones archaic."""

VOICE = {"licence": "CC0-1.0", "domain": "Common Voice, sentences to read aloud"}
BIBLE = "bible_bbe_menge"
LICENCES = {
    BIBLE: {"licence": "public domain", "domain": "Bible in Basic English and Menge-Bibel, by verse"},
    "mono.de.parliament.txt.xz": {"licence": "official works (§ 5 UrhG)", "domain": "German Bundestag from 2017"},
    "mono.de.commonvoice.txt.xz": VOICE,
    "mono.en.commonvoice.txt.xz": VOICE,
}
"""Of what ``sources.json`` does not name."""


def recipe(data: Path, encoder: bool) -> Recipe:
    """What the shipped pack is made of."""
    return Recipe(
        source="en",
        target="de",
        parallel=(data / "train.en-de.tsv.xz", data / "bible.en-de.tsv.xz"),
        mono_source=(data / "mono.en.commonvoice.txt.xz",),
        mono_target=(data / "mono.de.commonvoice.txt.xz", data / "mono.de.parliament.txt.xz"),
        weights={**dict.fromkeys(SOFTWARE, SOFTWARE_WEIGHT), BIBLE: BIBLE_WEIGHT},
        licences={**read_licences(data / "sources.json"), **LICENCES},
        sizes=(Size(80_000, (350_000, 250_000, 80_000)), Size(160_000, (700_000, 450_000, 150_000))),
        encoder=encoder,
    )


def main() -> None:
    """Build the pack and write NOTICE."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=ROOT.parent / "shared" / "data" / "parallel")
    parser.add_argument("--out", type=Path, default=PACK)
    parser.add_argument("--no-encoder", dest="encoder", action="store_false")
    options = parser.parse_args()
    if not (options.data / "sources.json").is_file():
        raise ReadError(options.data, "expected the training data, found no sources.json; give its folder.")
    progress = Progress()
    manifest = train_pack(recipe(options.data, options.encoder), options.out, progress)
    progress.end()
    if options.out == PACK:
        (ROOT / "NOTICE").write_text(f"{HEAD}\n{notice(manifest)}", encoding="utf-8", newline="\n")
    print(summary(manifest))


if __name__ == "__main__":
    main()
