"""Int8 weights and activations with fixed scales, so that a sentence's scores never depend on its batch.

ONNX Runtime's dynamic quantisation takes one activation range over the whole batch, which would make readings depend
on which sentences happen to be read together. Here each matrix product's input range is measured once on training
sentences; products become `MatMulIntegerToFloat` (a contrib operator of ONNX Runtime's CPU and WASM builds).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Array = NDArray[np.float32]
Feeds = dict[str, NDArray[np.int64]]
HISTOGRAM = 4096


def weight_products(model: onnx.ModelProto) -> list[onnx.NodeProto]:
    """List the matrix products whose right side is a constant matrix."""
    constants = {i.name for i in model.graph.initializer if len(i.dims) == 2}
    return [n for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in constants]


def observe(model: onnx.ModelProto, feeds: Iterable[Feeds]) -> dict[str, list[Array]]:
    """Collect every product's input rows while the float model reads calibration sentences."""
    watched = sorted({n.input[0] for n in weight_products(model)})
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    copy.graph.output.extend(helper.make_tensor_value_info(w, onnx.TensorProto.FLOAT, None) for w in watched)
    session = onnxruntime.InferenceSession(copy.SerializeToString(), providers=["CPUExecutionProvider"])
    seen: dict[str, list[Array]] = defaultdict(list)
    for feed in feeds:
        for name, value in zip(watched, session.run(watched, feed)):
            seen[name].append(value.reshape(-1, value.shape[-1]))
    return seen


def best_range(rows: Array) -> tuple[float, float]:
    """Choose the clipping range with the least squared rounding and clipping error (uint8, 256 levels)."""
    values = rows.reshape(-1)
    low, high = float(values.min()), float(values.max())
    counts, edges = np.histogram(values, bins=HISTOGRAM, range=(low, high))
    middle = (edges[:-1] + edges[1:]) / 2
    best = (np.inf, low, high)
    for a in np.linspace(1.0, 0.15, 18):
        for b in np.linspace(1.0, 0.15, 18):
            lo, hi = min(low * a, 0.0), max(high * b, 0.0)
            scale = max((hi - lo) / 255, 1e-8)
            clipped = middle.clip(lo, hi)
            error = (counts * ((middle - clipped) ** 2 + np.where(middle == clipped, scale**2 / 12, 0))).sum()
            if error < best[0]:
                best = (float(error), lo, hi)
    return best[1], best[2]


def quantise(model: onnx.ModelProto, ranges: dict[str, tuple[float, float]]) -> onnx.ModelProto:
    """Rewrite the products of `ranges` to int8; per-column weight scales, bias folded in."""
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    users: dict[str, list[onnx.NodeProto]] = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            users[name].append(node)
    nodes: list[onnx.NodeProto] = []
    gone: set[int] = set()
    made: set[str] = set()
    for node in graph.node:
        if id(node) in gone:
            continue
        if node.op_type != "MatMul" or node.input[1] not in constants or node.input[0] not in ranges:
            nodes.append(node)
            continue
        value, weight = node.input
        if value not in made:
            made.add(value)
            nodes.append(_quantised_input(graph, value, ranges[value]))
        inputs = [f"{value}/q", *_quantised_weight(graph, constants[weight], value)]
        output = node.output[0]
        following = users[output]
        if len(following) == 1 and following[0].op_type == "Add":
            bias = next((n for n in following[0].input if n in constants and len(constants[n].dims) == 1), None)
            if bias is not None:
                inputs.append(bias)
                output = following[0].output[0]
                gone.add(id(following[0]))
        nodes.append(helper.make_node("MatMulIntegerToFloat", inputs, [output], domain="com.microsoft"))
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    kept = [i for i in graph.initializer if i.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    if all(o.domain != "com.microsoft" for o in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    return model


def _quantised_input(graph: onnx.GraphProto, value: str, limits: tuple[float, float]) -> onnx.NodeProto:
    low, high = limits
    scale = max((high - low) / 255, 1e-8)
    zero = int(np.clip(round(-low / scale), 0, 255))
    graph.initializer.extend([numpy_helper.from_array(np.array(scale, np.float32), f"{value}/scale"),
                              numpy_helper.from_array(np.array(zero, np.uint8), f"{value}/zero")])
    return helper.make_node("QuantizeLinear", [value, f"{value}/scale", f"{value}/zero"], [f"{value}/q"])


def _quantised_weight(graph: onnx.GraphProto, weight: onnx.TensorProto, value: str) -> list[str]:
    """Add int8 columns with their scales; returns the operator's inputs B, a_scale, b_scale, a_zero, b_zero."""
    matrix = numpy_helper.to_array(weight)
    scale = np.maximum(np.abs(matrix).max(0), 1e-8) / 127
    name = weight.name
    graph.initializer.extend([
        numpy_helper.from_array(np.round(matrix / scale).astype(np.int8), f"{name}/q"),
        numpy_helper.from_array(scale.astype(np.float32), f"{name}/scale"),
        numpy_helper.from_array(np.zeros(matrix.shape[1], np.int8), f"{name}/zero"),
    ])
    return [f"{name}/q", f"{value}/scale", f"{name}/scale", f"{value}/zero", f"{name}/zero"]
