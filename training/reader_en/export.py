"""Write the shipped files: `python -m reader_en.export --corpora DIR --folder RUN --models models/reader-en`.

Graph inputs (int32): `ids`, `shapes`, `mask` [B, P] and `starts` [B, W] (first piece of each word, 0 as padding).
Outputs: `upos`, `types`, `names`, `relations` scores; `xpos`, `lemma` choices; `arcs` [B, W, W + 1] scores with root
first; `first`, `last` [B, W, W] scores of a mention's edges by its head; `coreference` [B, W, 129] (anaphor 64, antecedent 64, new-entity 1).
"""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from .antecedents import WINDOW, Antecedents
from .batches import by_length, collate, make_example
from .fixtures import write_fixture
from .labels import Labels
from .load import load
from .mention_features import BUCKETS, FORMS, MATCHES, STRUCTURES, TABLES
from .model import Reader
from .onnx_reader import feeds
from .pieces import PIECE_LIMIT, QUOTES, SHAPES, WORD_LIMIT, vocabulary
from .quantise import best_range, observe, quantise

INPUTS = ("ids", "shapes", "mask", "starts")
OUTPUTS = ("upos", "types", "names", "relations", "xpos", "lemma", "first", "last", "arcs", "coreference")
CALIBRATION = 400


class SmallEmbedding(nn.Module):
    """An embedding kept as int8 rows with one scale each."""

    def __init__(self, full: nn.Embedding) -> None:
        super().__init__()
        weight = full.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Exported(nn.Module):
    """The reader with its decisions made where that saves carrying scores out of the graph."""

    def __init__(self, reader: Reader, scorer: Antecedents) -> None:
        super().__init__()
        self.reader = reader
        reader.encoder.pieces = SmallEmbedding(reader.encoder.pieces)
        reader.encoder.positions = SmallEmbedding(reader.encoder.positions)
        self.coreference = scorer.project

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        ids, shapes, starts = ids.long(), shapes.long(), starts.long()
        rooted = self.reader.words(ids, shapes, mask, starts)
        out = self.reader(rooted, (starts > 0).long())
        return (out.upos, out.types, out.names, self.reader.relations(rooted, out.arcs.argmax(-1)),
                out.xpos.argmax(-1).int(), out.lemma.argmax(-1).int(), out.starts, out.ends, out.arcs,
                self.coreference(rooted[:, 1:]))


def load_run(folder: Path) -> tuple[Reader, Antecedents, Labels]:
    """Load a finished run."""
    labels = Labels.load(folder / "labels.json")
    state = torch.load(folder / "best.pt", weights_only=False)
    reader = Reader(labels, state["layers"])
    reader.load_state_dict(state["model"])
    scorer = Antecedents()
    scorer.load_state_dict(torch.load(folder / "antecedents.pt"))
    return reader.eval(), scorer.eval(), labels


def float_graph(reader: Reader, scorer: Antecedents) -> onnx.ModelProto:
    """Trace the graph in float, all sizes free."""
    example = tuple(torch.ones(2, n, dtype=torch.int32) for n in (9, 9, 9, 5))
    buffer = io.BytesIO()
    names = {k: {0: "batch", 1: "pieces" if k in INPUTS[:3] else "words"} for k in (*INPUTS, *OUTPUTS)}
    names |= {k: {**names[k], 2: "candidates"} for k in ("arcs", "first", "last")}
    with torch.no_grad():
        torch.onnx.export(Exported(reader, scorer).eval(), example, buffer, input_names=list(INPUTS),
                          output_names=list(OUTPUTS), dynamic_axes=names, opset_version=17, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def coreference_json(scorer: Antecedents) -> dict[str, object]:
    """Give the pair scorer's tables and the constants its features need."""
    return {"window": WINDOW, "scale": 0.125, "buckets": list(BUCKETS), "forms": list(FORMS), "matches": MATCHES,
            "structures": STRUCTURES, "sizes": TABLES, "tables": scorer.tables()}


def main() -> None:
    """Export, quantise, and write every file beside the weights."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader, scorer, labels = load_run(args.folder)
    graph = float_graph(reader, scorer)
    args.models.mkdir(parents=True, exist_ok=True)
    onnx.save(graph, args.folder / "float.onnx")
    train = [s for s in load(args.corpora).train if s.corpus != "wnut"]
    picked = np.random.default_rng(7).choice(len(train), CALIBRATION, replace=False)
    groups = by_length([make_example(train[i], labels) for i in sorted(picked)], 700)
    rows = observe(graph, (feeds(collate(g)) for g in groups))
    onnx.save(quantise(graph, {k: best_range(np.concatenate(v)) for k, v in rows.items()}), args.models / "reader.onnx")
    labels.save(args.models / "labels.json")
    table = vocabulary()
    write_json(args.models / "vocab.json", sorted(table, key=table.__getitem__))
    write_json(args.models / "coreference.json", coreference_json(scorer))
    write_json(args.models / "pieces.json", {"quotes": QUOTES, "shapes": list(SHAPES), "wordLimit": WORD_LIMIT,
                                               "pieceLimit": PIECE_LIMIT})
    write_fixture(args.models, labels)
    print({p.name: p.stat().st_size for p in sorted(args.models.iterdir())})


def write_json(path: Path, value: object) -> None:
    """Write compact JSON with a final newline."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
