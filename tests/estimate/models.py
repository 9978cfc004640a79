"""Tiny judges of the tests' own: two layers of random weights from a fixed seed, with a vocabulary written here."""

from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

PLACES = 48
"""How many tokens of a pair they read."""

LETTERS = string.ascii_lowercase + "äöüß"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
WORDS = ("the", "ship", "left", "harbour", "das", "schiff", "verließ", "den", "hafen")
VOCABULARY = (*SPECIAL, *WORDS, *LETTERS, *(f"##{letter}" for letter in LETTERS), *string.punctuation, *string.digits)


def write_judge(
    folder: Path, *, words: bool = False, bias: float = 0.0, labels: tuple[str, ...] = (), sigmoid: bool = False,
    headless: bool = False,
) -> Path:  # fmt: skip
    """Save a judge as transformers does: of words with two labels, or of pairs with one number around ``bias``.

    ``bias``: the logit of the second label, or the number; ``sigmoid``: say so as sentence-transformers does.
    """
    import torch
    from transformers import (
        BertConfig,
        BertForSequenceClassification,
        BertForTokenClassification,
        BertModel,
        BertTokenizer,
    )

    folder.mkdir(parents=True)
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
    names = labels or (("OK", "BAD") if words else ("LABEL_0",))
    config = BertConfig(
        vocab_size=len(VOCABULARY), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=PLACES, id2label=dict(enumerate(names)), initializer_range=0.2,
    )  # fmt: skip
    torch.manual_seed(20)
    kind: Any = BertModel if headless else BertForTokenClassification if words else BertForSequenceClassification
    model = kind(config)
    if not headless:
        with torch.no_grad():
            model.classifier.bias[-1] = bias
    tokenizer: Any = BertTokenizer
    model.save_pretrained(folder)
    tokenizer(str(vocabulary), strip_accents=False).save_pretrained(folder)
    if sigmoid:
        said = {"model_type": "CrossEncoder", "activation_fn": "torch.nn.modules.activation.Sigmoid"}
        (folder / "config_sentence_transformers.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


def rename_architecture(folder: Path, name: str) -> Path:
    """The model with a configuration that says it is something else."""
    path = folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**config, "architectures": [name]}), encoding="utf-8")
    return folder
