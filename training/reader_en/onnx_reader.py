"""Read with the exported graph through ONNX Runtime, as the running program does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .batches import Batch, Example, by_length, collate
from .decode import decode
from .labels import Labels
from .scores import Reading

NAMES = ("upos", "types", "names", "relations", "xpos", "lemma", "first", "last", "arcs", "coreference")


def feeds(b: Batch) -> dict[str, NDArray[np.int32]]:
    """Make the graph's inputs."""
    return {k: getattr(b, k).numpy().astype(np.int32) for k in ("ids", "shapes", "mask", "starts")}


def session(path: Path) -> onnxruntime.InferenceSession:
    """Open the graph on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _one_hot(choice: NDArray[np.int32], size: int) -> NDArray[np.float32]:
    return np.eye(size, dtype=np.float32)[choice]


def read_examples(s: onnxruntime.InferenceSession, labels: Labels, examples: list[Example], pieces: int = 1000
                  ) -> tuple[list[Reading], list[NDArray[np.float32]]]:
    """Read examples in batches of similar length; also gives each sentence's coreference vectors."""
    readings: dict[int, Reading] = {}
    vectors: dict[int, NDArray[np.float32]] = {}
    for group in by_length(examples, pieces):
        out = dict(zip(NAMES, s.run(list(NAMES), feeds(collate(group)))))
        for k, e in enumerate(group):
            n = len(e.starts)
            cut = {name: value[k, :n] for name, value in out.items()}
            readings[id(e)] = decode(
                e.sentence.words, labels, cut["upos"], _one_hot(cut["xpos"], len(labels.xpos)),
                _one_hot(cut["lemma"], len(labels.lemma_rules)), cut["names"], cut["types"],
                cut["arcs"][:, : n + 1], cut["relations"], cut["first"][:, :n], cut["last"][:, :n])
            vectors[id(e)] = cut["coreference"]
    return [readings[id(e)] for e in examples], [vectors[id(e)] for e in examples]
