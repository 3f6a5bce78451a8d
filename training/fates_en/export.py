"""Ship the fate head: `python -m fates_en.export --head FILE --models models/reader-en`.

Adds one output to the reader's graph, `spots` [B, W + 1, spots x hidden]: the states of the sentence's mark and of every word after the
trunk's layer, projected once for each spot; nothing else in the graph changes. The rest of the head is small and goes to `fate-head.json`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from .labels import ABOUTS, FATES, KINDS, MOODS, RULES, SCOPES, SPANS
from .spots import NAMES
from .train import HIDDEN, SPOTS
from .trunk import state_name

PREFIX = "fates/"


def constant(name: str, value: np.ndarray) -> onnx.TensorProto:
    """Make an initializer of the head."""
    return numpy_helper.from_array(value, PREFIX + name)


def add_output(model: onnx.ModelProto, layer: int, weight: np.ndarray) -> None:
    """Project the states at every word's first piece and at the mark; `weight` is [384, spots x hidden]."""
    graph = model.graph
    for kept in ("node", "initializer", "output"):
        items = [i for i in getattr(graph, kept) if not (i.name.startswith(PREFIX) or i.name == "spots")]
        del getattr(graph, kept)[:]
        getattr(graph, kept).extend(items)
    p = PREFIX
    graph.initializer.extend([
        constant("weight", weight.astype(np.float32)),
        constant("zero", np.array([0], np.int64)), constant("one", np.array([1], np.int64)),
        constant("last", np.array([2], np.int64)), constant("width", np.array([1, 1, 384], np.int64)),
    ])
    nodes = [
        helper.make_node("Cast", ["starts"], [p + "starts"], p + "cast", to=TensorProto.INT64),
        helper.make_node("Slice", [p + "starts", p + "zero", p + "one", p + "one"], [p + "firsts"], p + "slice"),
        helper.make_node("Sub", [p + "firsts", p + "firsts"], [p + "mark"], p + "sub"),
        helper.make_node("Concat", [p + "mark", p + "starts"], [p + "rows"], p + "concat", axis=1),
        helper.make_node("Unsqueeze", [p + "rows", p + "last"], [p + "column"], p + "unsqueeze"),
        helper.make_node("Expand", [p + "column", p + "width"], [p + "at"], p + "expand"),
        helper.make_node("GatherElements", [state_name(layer), p + "at"], [p + "states"], p + "gather", axis=1),
        helper.make_node("MatMul", [p + "states", p + "weight"], ["spots"], p + "project"),
    ]
    graph.node.extend(nodes)
    graph.output.append(helper.make_tensor_value_info("spots", TensorProto.FLOAT, ["batch", "rows", weight.shape[1]]))
    onnx.checker.check_model(model)


def rounded(values: torch.Tensor) -> list:
    """Keep four decimals: far below what any decision hangs on."""
    return [round(float(v), 4) for v in values] if values.dim() == 1 else [rounded(v) for v in values]


def main() -> None:
    """Write `reader.onnx` and `fate-head.json`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--head", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    args = parser.parse_args()
    made = torch.load(args.head, weights_only=False)
    head, signs = made["head"], made["signs"]
    weight = head["spots.weight"].view(HIDDEN, SPOTS, 384).permute(2, 1, 0).reshape(384, SPOTS * HIDDEN).numpy()
    path = args.models / "reader.onnx"
    model = onnx.load(str(path))
    add_output(model, made["trunk"], weight)
    onnx.save(model, str(path))
    known = [f"{rule} {kind}" for rule in RULES for kind in KINDS]
    table = {
        "fates": FATES, "scopes": SCOPES, "moods": MOODS, "spans": SPANS, "abouts": ABOUTS,
        "spots": [*NAMES, "sentence"], "hidden": HIDDEN, "bias": rounded(head["spots.bias"]),
        "rules": {name: rounded(head["rule.weight"][i]) for i, name in enumerate(known)},
        "shifts": {name: rounded(head["shift.weight"][i]) for i, name in enumerate(known)},
        "signs": {name: rounded(head["signs.weight"][i]) for i, name in enumerate(signs)},
        "out": rounded(head["out.weight"]), "outBias": rounded(head["out.bias"]),
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (args.models / "fate-head.json").write_text(text + "\n", encoding="utf-8")
    print({p.name: p.stat().st_size for p in (path, args.models / "fate-head.json")})


if __name__ == "__main__":
    main()
