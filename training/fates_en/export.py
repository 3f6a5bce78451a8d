"""Ship the fate head: `python -m fates_en.export --articles FILE --branch FILE --models models/reader-en`.

Adds a branch to the reader's graph: the tuned layers on the trunk's states, then one output `spots` [B, W + 1, spots x hidden], the states of
the sentence's mark and of every word's first piece projected once for each spot. Products are int8 with fixed ranges, measured on training
sentences as the reader's own are; nothing else in the graph changes. The rest of the head is small and goes to `fate-head.json`.
"""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import Tensor, nn

from reader_en.quantise import best_range, observe, quantise

from .labels import ABOUTS, FATES, KINDS, MOODS, RULES, SCOPES, SPANS, SPOTS
from .train import HIDDEN, load
from .trunk import new_layer, open_trunk, read_states, state_name

PREFIX = "fates/"
CALIBRATION = 300


class Exported(nn.Module):
    """Tuned layers and the projection of every word for every spot."""

    def __init__(self, layers: nn.ModuleList, weight: Tensor) -> None:
        super().__init__()
        self.layers = layers
        self.project = nn.Linear(384, weight.shape[1], bias=False)
        self.project.weight = nn.Parameter(weight.T.contiguous())

    def forward(self, states: Tensor, mask: Tensor, starts: Tensor) -> Tensor:
        bias = (1.0 - mask.to(states.dtype))[:, None, None, :] * -10000.0
        x = states
        for layer in self.layers:
            x = layer(x, bias)
        rows = torch.cat([torch.zeros_like(starts[:, :1]), starts], 1).long()
        return self.project(x.gather(1, rows.unsqueeze(-1).expand(-1, -1, 384)))


def branch_graph(layers: nn.ModuleList, weight: Tensor) -> onnx.ModelProto:
    """Trace the branch in float, all sizes free."""
    example = (torch.ones(2, 9, 384), torch.ones(2, 9, dtype=torch.int32), torch.ones(2, 5, dtype=torch.int32))
    axes = {"states": {0: "batch", 1: "pieces"}, "mask": {0: "batch", 1: "pieces"}, "starts": {0: "batch", 1: "words"},
            "spots": {0: "batch", 1: "rows"}}
    buffer = io.BytesIO()
    with torch.no_grad():
        torch.onnx.export(Exported(layers, weight).eval(), example, buffer, input_names=["states", "mask", "starts"],
                          output_names=["spots"], dynamic_axes=axes, opset_version=17, dynamo=False)
    return onnx.load_from_string(buffer.getvalue())


def feeds(articles: Path, models: Path, trunk: int) -> Iterable[dict[str, NDArray]]:
    """Give the branch's inputs for some training sentences, each by itself."""
    sentences = [s for s in load(articles) if any(t.fate for t in s.targets)]
    picked = [sentences[i].words for i in np.random.default_rng(7).choice(len(sentences), CALIBRATION, replace=False)]
    for state, starts in read_states(open_trunk(models / "reader.onnx", trunk), trunk, picked):
        yield {"states": state[None].astype(np.float32), "mask": np.ones((1, len(state)), np.int32),
               "starts": np.array([starts], np.int32)}


def strip(model: onnx.ModelProto) -> None:
    """Take an earlier branch out of the graph."""
    graph = model.graph
    for field in ("node", "initializer", "output"):
        kept = [i for i in getattr(graph, field) if not i.name.startswith(PREFIX) and i.name != "spots"]
        del getattr(graph, field)[:]
        getattr(graph, field).extend(kept)


def graft(model: onnx.ModelProto, branch: onnx.ModelProto, trunk: int, width: int) -> None:
    """Join the branch to the reader's graph where the trunk ends."""
    shared = {"states": state_name(trunk), "mask": "mask", "starts": "starts", "spots": "spots", "": ""}
    name = lambda own: shared.get(own, PREFIX + own)
    for i, node in enumerate(branch.graph.node):
        node.name = f"{PREFIX}{i}"
        node.input[:] = [name(n) for n in node.input]
        node.output[:] = [name(n) for n in node.output]
        model.graph.node.append(node)
    for tensor in branch.graph.initializer:
        tensor.name = PREFIX + tensor.name
        model.graph.initializer.append(tensor)
    model.graph.output.append(helper.make_tensor_value_info("spots", TensorProto.FLOAT, ["batch", "rows", width]))


def rounded(values: Tensor) -> list:
    """Keep four decimals: far below what any decision hangs on."""
    return [round(float(v), 4) for v in values] if values.dim() == 1 else [rounded(v) for v in values]


def head_table(head: dict[str, Tensor], signs: list[str]) -> dict[str, object]:
    """Give what the running reader needs beside the graph."""
    known = [f"{rule} {kind}" for rule in RULES for kind in KINDS]
    return {
        "fates": FATES, "scopes": SCOPES, "moods": MOODS, "spans": SPANS, "abouts": ABOUTS,
        "spots": SPOTS, "hidden": HIDDEN, "bias": rounded(head["spots.bias"]),
        "rules": {name: rounded(head["rule.weight"][i]) for i, name in enumerate(known)},
        "shifts": {name: rounded(head["shift.weight"][i]) for i, name in enumerate(known)},
        "signs": {name: rounded(head["signs.weight"][i]) for i, name in enumerate(signs)},
        "out": rounded(head["out.weight"]), "outBias": rounded(head["out.bias"]),
    }


def main() -> None:
    """Write `reader.onnx` and `fate-head.json`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--branch", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    made = torch.load(args.branch, weights_only=False)
    head, trunk = made["head"], made["trunk"]
    layers = nn.ModuleList(new_layer() for _ in range(6 - trunk))
    layers.load_state_dict(made["layers"])
    weight = head["spots.weight"].view(HIDDEN, len(SPOTS), 384).permute(2, 1, 0).reshape(384, -1)
    branch = branch_graph(layers.eval(), weight)
    rows = observe(branch, feeds(args.articles, args.models, trunk))
    branch = quantise(branch, {k: best_range(np.concatenate(v)) for k, v in rows.items()})
    path = args.models / "reader.onnx"
    model = onnx.load(str(path))
    strip(model)
    graft(model, branch, trunk, weight.shape[1])
    onnx.save(model, str(path))
    text = json.dumps(head_table(head, made["signs"]), ensure_ascii=False, separators=(",", ":"))
    (args.models / "fate-head.json").write_text(text + "\n", encoding="utf-8")
    print({p.name: p.stat().st_size for p in (path, args.models / "fate-head.json")})


if __name__ == "__main__":
    main()
