"""The shipped reader as a frozen trunk: its states after a layer, and its own layers as float weights to start from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from reader_en.encoder import Layer
from reader_en.pieces import encode

PARTS = ("query", "key", "value", "attended", "widen", "narrow")


def state_name(layer: int) -> str:
    """Name the tensor that layer `layer` (from 1) of the trunk puts out."""
    return f"/encoder/layers.{layer - 1}/narrow_norm/LayerNormalization_output_0"


def open_trunk(path: Path, layer: int, threads: int = 1) -> onnxruntime.InferenceSession:
    """Open the shipped graph cut off after a layer."""
    model = onnx.load(str(path))
    name = state_name(layer)
    del model.graph.output[:]
    model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def read_states(trunk: onnxruntime.InferenceSession, layer: int, words: list[list[str]]
                ) -> list[tuple[NDArray[np.float16], list[int]]]:
    """Give each sentence's states and the first piece of each word; sentences are read in batches of like length."""
    coded = [encode(w) for w in words]
    out: list[tuple[NDArray[np.float16], list[int]]] = [(np.zeros((0, 0), np.float16), [])] * len(words)
    order = sorted(range(len(words)), key=lambda i: len(coded[i][0]))
    batch: list[int] = []

    def run() -> None:
        width = max(len(coded[i][0]) for i in batch)
        ids, shapes, mask = (np.zeros((len(batch), width), np.int32) for _ in range(3))
        for row, i in enumerate(batch):
            n = len(coded[i][0])
            ids[row, :n], shapes[row, :n], mask[row, :n] = coded[i][0], coded[i][1], 1
        starts = np.zeros((len(batch), max(len(coded[i][2]) for i in batch)), np.int32)
        feeds = {"ids": ids, "shapes": shapes, "mask": mask, "starts": starts}
        wanted = {i.name for i in trunk.get_inputs()}
        states = trunk.run([state_name(layer)], {k: v for k, v in feeds.items() if k in wanted})[0]
        for row, i in enumerate(batch):
            out[i] = states[row, : len(coded[i][0])].astype(np.float16), coded[i][2]

    for i in order:
        if batch and (len(batch) + 1) * len(coded[i][0]) > 1500:
            run()
            batch = []
        batch.append(i)
    if batch:
        run()
    return out


def new_layer() -> Layer:
    """Make a layer of the trunk's shape."""
    return Layer(384, 12, 1536, 0.1)


def load_layer(path: Path, layer: int) -> Layer:
    """Take one of the trunk's layers (from 1) as float weights, to be tuned further."""
    model = onnx.load(str(path))
    tensors = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    made = {n.output[0]: n for n in model.graph.node}
    for n in model.graph.node:
        if n.op_type == "Constant":
            tensors[n.output[0]] = numpy_helper.to_array(n.attribute[0].t)
    prefix = f"/encoder/layers.{layer - 1}"
    state: dict[str, torch.Tensor] = {}
    for part in PARTS:
        node = made[f"{prefix}/{part}/Add_output_0"]
        _, weight, _, scale, _, zero, bias = (tensors.get(name) for name in node.input)
        full = (weight.astype(np.float32) - zero.astype(np.float32)) * scale
        state[f"{part}.weight"] = torch.tensor(full.T.copy())
        state[f"{part}.bias"] = torch.tensor(bias)
    for norm in ("attended_norm", "narrow_norm"):
        for kind in ("weight", "bias"):
            state[f"{norm}.{kind}"] = torch.tensor(tensors[f"reader.encoder.layers.{layer - 1}.{norm}.{kind}"])
    own = new_layer()
    own.load_state_dict(state)
    return own
