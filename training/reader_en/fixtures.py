"""A small fixture for the running reader: invented sentences with expected pieces and readings."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np

from .batches import make_example
from .corpus import Sentence
from .labels import Labels
from .mention_features import note, pair_features
from .onnx_reader import read_examples, session
from .pieces import shape, word_pieces
from .report import Scorer

TOKENS = ("Ostrava-Vell", "won’t", "O'Harrah's", "“Nothing", "naïve", "ÉCOLE", "1,250", "3:45pm", "U.S.", "…", "—", "a.m.",
          "https://example.invalid/a-b?c=1", "北京", "ﬁre", "co-operate", "''", "™", "İzmir", "ß", "e\u0301", "\u200b", "x" * 101)
STORY = (
    "Two gunmen killed 13 people at a market in Dravik on Tuesday , police said .",
    "They fled in a white van , according to Colonel Petra Holm of the Veshnan army .",
    "Holm said the attackers had used rifles and a home - made bomb .",
    "The market , which opened in 1998 , was closed on Wednesday .",
    "No group claimed responsibility for it .",
)


def write_fixture(models: Path, labels: Labels) -> None:
    """Write expected pieces of odd tokens, and the shipped files' reading of one invented report."""
    examples = [make_example(Sentence(line.split(" "), "fixture", "fixture"), labels) for line in STORY]
    readings, vectors = read_examples(session(models / "reader.onnx"), labels, examples)
    mentions, heads = [], []
    for place, (e, r, v) in enumerate(zip(examples, readings, vectors)):
        noted = note(e.sentence.words, r, place)
        mentions.extend(noted)
        heads.extend(v[m.head] for m in noted)
    scorer = Scorer(models / "coreference.json")
    pairs, new = scorer.scores(mentions, np.stack(heads))
    value = {
        "tokens": [{"word": t, "ids": list(word_pieces(t)), "shape": shape(t)} for t in TOKENS],
        "sentences": [{"words": e.sentence.words, "ids": e.ids, "shapes": e.shapes, "starts": e.starts,
                       "reading": asdict(r)} for e, r in zip(examples, readings)],
        "features": {k: f.tolist() if k == "new" else [row[:i].tolist() for i, row in enumerate(f)]
                     for k, f in pair_features(mentions).items()},
        "mentions": [[m.sentence, m.start, m.end, m.head] for m in mentions],
        "pairScores": [[round(float(x), 3) for x in (new[i], *pairs[i, :i])] for i in range(len(mentions))],
        "clusters": scorer.link(mentions, np.stack(heads)),
    }
    (models / "fixture.json").write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
