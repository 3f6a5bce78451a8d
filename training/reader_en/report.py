"""Score the shipped files: `python -m reader_en.report --corpora DIR --models models/reader-en --out scores.json`."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from onnxruntime import InferenceSession

from .antecedents import clusters_of, head_match
from .batches import Example, by_length, collate, make_example
from .cluster_scores import ConllScore
from .corpus import Sentence
from .labels import Labels
from .load import load
from .mention_features import Noted, note, pair_features
from .model import COREFERENCE
from .onnx_reader import feeds, read_examples, session
from .scores import Counts, Reading, count


FIVE = ("news", "interview", "bio", "court", "speech")
"""GUM genres reported together as well."""


class Scorer:
    """The shipped pair scorer, from coreference.json and the graph's vectors."""

    def __init__(self, path: Path) -> None:
        value = json.loads(path.read_text(encoding="utf-8"))
        self.window, self.scale = int(value["window"]), float(value["scale"])
        self.tables = {k: np.array(v, np.float32) for k, v in value["tables"].items()}

    def scores(self, mentions: list[Noted], vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Score every pair [anaphor, antecedent], and every mention as new."""
        features = pair_features(mentions)
        anaphor, antecedent = vectors[:, :COREFERENCE], vectors[:, COREFERENCE: 2 * COREFERENCE]
        pairs = anaphor @ antecedent.T * self.scale
        for name, index in features.items():
            if name != "new":
                pairs = pairs + self.tables[name][index]
        return pairs, vectors[:, -1] + self.tables["new"][features["new"]]

    def link(self, mentions: list[Noted], vectors: np.ndarray) -> list[int]:
        """Give each mention its cluster's number."""
        pairs, new = self.scores(mentions, vectors)
        cluster: list[int] = []
        for i in range(len(mentions)):
            low = max(0, i - self.window)
            best = low + int(pairs[i, low:i].argmax()) if i else -1
            cluster.append(cluster[best] if i and pairs[i, best] > new[i] else i)
        return cluster


def coreference(sentences: list[Sentence], readings: list[Reading], vectors: list[np.ndarray], scorer: Scorer | None
                ) -> dict[str, dict[str, float]]:
    """Score found clusters on found mentions against gold clusters, by document."""
    both = {"all entities": ConllScore(), "entities mentioned twice or more": ConllScore()}
    documents: dict[str, list[int]] = {}
    for i, s in enumerate(sentences):
        documents.setdefault(s.document, []).append(i)
    for rows in documents.values():
        mentions: list[Noted] = []
        heads: list[np.ndarray] = []
        gold: dict[str, set[tuple[int, int, int]]] = {}
        for place, i in enumerate(rows):
            found = note(sentences[i].words, readings[i], place)
            mentions.extend(found)
            heads.extend(vectors[i][m.head] for m in found)
            for m in sentences[i].mentions or []:
                gold.setdefault(m.entity, set()).add((place, m.start, m.end))
        numbers = head_match(mentions) if scorer is None else scorer.link(mentions, np.stack(heads))
        clusters = clusters_of(mentions, numbers)
        whole = [frozenset(c) for c in gold.values()]
        both["all entities"].add(whole, clusters)
        both["entities mentioned twice or more"].add([c for c in whole if len(c) > 1], [c for c in clusters if len(c) > 1])
    return {k: v.scores() for k, v in both.items()}


def by_genre(examples: list[Example], readings: list[Reading]) -> dict[str, dict[str, float]]:
    """Score all examples together and by genre."""
    counts: dict[str, Counts] = {}
    for e, r in zip(examples, readings):
        five = ("news+interview+bio+court+speech",) if e.sentence.genre in FIVE else ()
        for key in ("all", *five, e.sentence.genre):
            count(e.sentence, r, counts.setdefault(key, Counts()))
    return {k: counts[k].scores() for k in sorted(counts, key=lambda k: (k != "all", "+" not in k, k))}


def speed(graph: InferenceSession, examples: list[Example]) -> dict[str, float]:
    """Measure words per second of CPU time on one thread, graph only: batched by length, and one at a time."""
    out = {}
    words = sum(len(e.starts) for e in examples)
    for name, groups in (("batched", by_length(examples, 1000)), ("one sentence at a time", [[e] for e in examples])):
        ready = [feeds(collate(g)) for g in groups]
        graph.run(None, ready[0])
        began = time.process_time()
        for feed in ready:
            graph.run(None, feed)
        out[name] = round(words / (time.process_time() - began))
    return out


def batch_difference(graph: InferenceSession, labels: Labels, examples: list[Example]) -> dict[str, float]:
    """Compare readings and vectors of batches with those of single sentences."""
    batched, vectors = read_examples(graph, labels, examples)
    alone, lone = read_examples(graph, labels, examples, pieces=1)
    return {"sentences read differently": sum(a != b for a, b in zip(batched, alone)),
            "sentences": len(examples),
            "largest vector difference": float(max(np.abs(a - b).max() for a, b in zip(vectors, lone)))}


def main() -> None:
    """Score every test set and write one JSON report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--graph", type=Path, help="score this graph instead of the shipped one")
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    args = parser.parse_args()
    torch.set_num_threads(1)
    labels = Labels.load(args.models / "labels.json")
    graph = session(args.graph or args.models / "reader.onnx")
    data = load(args.corpora)
    report: dict[str, object] = {}
    for name, sentences in (data.test if args.part == "test" else data.dev).items():
        examples = [make_example(s, labels) for s in sentences]
        readings, vectors = read_examples(graph, labels, examples)
        report[name] = by_genre(examples, readings)
        if name == "gum":
            report["coreference"] = coreference(sentences, readings, vectors, Scorer(args.models / "coreference.json"))
            report["coreference, head match"] = coreference(sentences, readings, vectors, None)
            report["words per second"] = speed(graph, examples)
            report["batching"] = batch_difference(graph, labels, examples[:300])
    args.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for name, value in report.items():
        print(name, json.dumps(value.get("all", value) if isinstance(value, dict) else value))


if __name__ == "__main__":
    main()
