"""Train the coreference scorer on the frozen encoder: `python -m reader_en.antecedents --model best.pt ...`.

For each mention the scorer weighs every earlier mention and "new entity". A pair's score is the product of two word
vectors (heads' projections) plus one weight per feature table (mention_features.py). It learns on mentions the reader
itself finds, so that training looks like running.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from .batches import Example, make_example
from .cluster_scores import Cluster, ConllScore
from .corpus import Sentence
from .labels import Labels
from .load import load
from .mention_features import TABLES, Noted, note, pair_features
from .model import COREFERENCE, Reader
from .predict import read_examples
from .schema import TYPES
from .scores import Reading
from .train import SEED

WINDOW = 250
"""Antecedents farther back than this many mentions are not weighed."""
MARGIN = 1.0
"""Added to "new entity" while training, so that links must win by more; without it too few links are found."""


@dataclass
class Story:
    """One document's mentions with vectors of their heads, features, and gold entities."""

    mentions: list[Noted]
    vectors: Tensor
    pairs: Tensor
    """[P, 2]: anaphor and antecedent of every weighed pair"""
    features: Tensor
    """[P, tables but `new`]: rows of the joined table"""
    fresh: Tensor
    """[M]: rows of the table `new`"""
    entities: list[str]
    gold: list[Cluster]


PAIR_TABLES = [k for k in TABLES if k != "new"]
_OFFSETS = dict(zip(PAIR_TABLES, np.cumsum([0, *(TABLES[k] for k in PAIR_TABLES)]).tolist()))


def join_features(mentions: list[Noted]) -> tuple[Tensor, Tensor, Tensor]:
    """Give `pairs`, `features` and `fresh` of a document's mentions."""
    features = pair_features(mentions)
    order = np.arange(len(mentions))
    back = order[:, None] - order[None]
    i, j = np.nonzero((back > 0) & (back <= WINDOW))
    joined = [features[k][i, j] + _OFFSETS[k] for k in PAIR_TABLES]
    return torch.from_numpy(np.stack([i, j], 1)), torch.from_numpy(np.stack(joined, 1)), torch.from_numpy(features["new"])


class Antecedents(nn.Module):
    """Pair scores from head-word vectors and feature tables (joined into one)."""

    def __init__(self, width: int = 384) -> None:
        super().__init__()
        self.project = nn.Linear(width, 2 * COREFERENCE + 1)
        self.joined = nn.EmbeddingBag(sum(TABLES[k] for k in PAIR_TABLES), 1, mode="sum")
        self.fresh = nn.Embedding(TABLES["new"], 1)
        nn.init.zeros_(self.joined.weight)
        nn.init.zeros_(self.fresh.weight)
        self.dropout = nn.Dropout(0.3)

    def forward(self, story: Story) -> Tensor:
        """Score [M, M + 1]; column 0 is "new entity", column j + 1 mention j (only earlier ones count)."""
        anaphor, antecedent, new = self.project(self.dropout(story.vectors)).split([COREFERENCE, COREFERENCE, 1], -1)
        i, j = story.pairs.unbind(1)
        scores = (anaphor @ antecedent.T * 0.125)[i, j] + self.joined(story.features).squeeze(-1)
        matrix = scores.new_full((len(new), len(new)), -1e4).index_put((i, j), scores)
        return torch.cat([new + self.fresh(story.fresh), matrix], 1)

    def tables(self) -> dict[str, list[float]]:
        """Give each table's weights by name."""
        flat = {k: self.joined.weight[_OFFSETS[k]: _OFFSETS[k] + TABLES[k], 0] for k in PAIR_TABLES}
        return {k: [round(float(x), 4) for x in v] for k, v in {**flat, "new": self.fresh.weight[:, 0]}.items()}


def loss_of(scores: Tensor, entities: list[str]) -> Tensor:
    """Negative log of the probability of any right antecedent (or of "new")."""
    ids = {v: i for i, v in enumerate(dict.fromkeys(entities))}
    known = torch.tensor([ids[v] for v in entities])
    right = (known[:, None] == known[None]) & (scores[:, 1:] > -1e3)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    return -scores.log_softmax(1).masked_fill(~right, -1e4).logsumexp(1).sum()


def link(scores: np.ndarray) -> list[int]:
    """Give each mention its cluster's number by linking it to its best antecedent."""
    cluster = []
    for i, row in enumerate(scores):
        best = int(row[: i + 1].argmax())
        cluster.append(i if best == 0 else cluster[best - 1])
    return cluster


def head_match(mentions: list[Noted]) -> list[int]:
    """The baseline: link every mention to the nearest earlier one whose head has the same lemma."""
    last: dict[str, int] = {}
    cluster = []
    for i, m in enumerate(mentions):
        cluster.append(cluster[last[m.lemma]] if m.lemma in last else i)
        last[m.lemma] = i
    return cluster


def gold_reading(s: Sentence) -> Reading:
    """Take the gold annotation of a sentence as if the reader had found it."""
    assert s.upos and s.xpos and s.lemmas and s.heads and s.relations and s.mentions is not None
    names = {"organization": "organisation"}
    return Reading(s.upos, s.xpos, s.lemmas, s.heads, s.relations,
                   [(m.start, m.end, names.get(m.type, m.type) if names.get(m.type, m.type) in TYPES else "abstract",
                     m.head) for m in s.mentions], [])


def stories(model: Reader, labels: Labels, sentences: list[Sentence], kinds: tuple[bool, ...] = (False,)) -> list[Story]:
    """Read documents and describe their mentions, found (False) or gold (True), for each of `kinds`.

    Entities come from gold mentions with the same span.
    """
    examples = [make_example(s, labels) for s in sentences]
    readings, vectors = read_examples(model, labels, examples, vectors=True)
    documents: dict[str, list[int]] = {}
    for i, s in enumerate(sentences):
        documents.setdefault(s.document, []).append(i)
    return [_story(examples, readings, vectors, rows, gold) for gold in kinds for rows in documents.values()]


def _story(examples: list[Example], readings: list[Reading], vectors: list[np.ndarray], rows: list[int],
           gold_mentions: bool) -> Story:
    mentions: list[Noted] = []
    kept: list[np.ndarray] = []
    entities: list[str] = []
    clusters: dict[str, set[tuple[int, int, int]]] = {}
    for place, i in enumerate(rows):
        s = examples[i].sentence
        gold = {(m.start, m.end): m.entity for m in s.mentions or []}
        for (start, end), entity in gold.items():
            clusters.setdefault(entity, set()).add((place, start, end))
        found = note(s.words, gold_reading(s) if gold_mentions else readings[i], place)
        found = [m for m in found if m.head < len(vectors[i])]
        mentions.extend(found)
        kept.extend(vectors[i][m.head] for m in found)
        entities.extend(gold.get((m.start, m.end), f"none {place} {m.head} {m.start}") for m in found)
    return Story(mentions, torch.from_numpy(np.stack(kept)).float(), *join_features(mentions), entities,
                 [frozenset(c) for c in clusters.values()])


def clusters_of(mentions: list[Noted], numbers: list[int]) -> list[Cluster]:
    """Collect spans by cluster number."""
    groups: dict[int, set[tuple[int, int, int]]] = {}
    for m, n in zip(mentions, numbers):
        groups.setdefault(n, set()).add((m.sentence, m.start, m.end))
    return [frozenset(g) for g in groups.values()]


@torch.no_grad()
def coreference_scores(scorer: Antecedents | None, documents: list[Story]) -> dict[str, dict[str, float]]:
    """Score with and without entities mentioned once; no scorer means the head-match baseline."""
    with_single, without = ConllScore(), ConllScore()
    for d in documents:
        if scorer is not None:
            scorer.eval()
        numbers = head_match(d.mentions) if scorer is None else link(scorer(d).numpy())
        found = clusters_of(d.mentions, numbers)
        with_single.add(d.gold, found)
        without.add([c for c in d.gold if len(c) > 1], [c for c in found if len(c) > 1])
    return {"all entities": with_single.scores(), "entities mentioned twice or more": without.scores()}


def fit(scorer: Antecedents, train: list[Story], dev: list[Story], epochs: int) -> Antecedents:
    """Train with early stopping on the dev documents' CoNLL F1 (entities mentioned twice or more)."""
    opt = torch.optim.AdamW([
        {"params": scorer.project.parameters(), "lr": 5e-4, "weight_decay": 0.05},
        {"params": [scorer.joined.weight, scorer.fresh.weight], "lr": 1e-2, "weight_decay": 1e-3}])
    rng = random.Random(SEED)
    best, kept = 0.0, scorer.state_dict()
    for epoch in range(epochs):
        scorer.train()
        for group in opt.param_groups:
            group["lr"] *= 0.75
        total = 0.0
        for d in rng.sample(train, len(train)):
            scores = scorer(d)
            scores = torch.cat([scores[:, :1] + MARGIN, scores[:, 1:]], 1)
            loss = loss_of(scores, d.entities) / len(d.mentions)
            opt.zero_grad()
            loss.backward()
            opt.step()
            total += float(loss)
        now = coreference_scores(scorer, dev)["entities mentioned twice or more"]["conll"]
        print(f"epoch {epoch} loss {total / len(train):.4f} dev CoNLL {now}", flush=True)
        if now > best:
            best, kept = now, {k: v.clone() for k, v in scorer.state_dict().items()}
    scorer.load_state_dict(kept)
    return scorer


def main() -> None:
    """Parse arguments, read GUM with the frozen model, train, save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="holds best.pt and labels.json; antecedents.pt goes there")
    parser.add_argument("--epochs", type=int, default=6)
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    labels = Labels.load(args.folder / "labels.json")
    state = torch.load(args.folder / "best.pt", weights_only=False)
    model = Reader(labels, state["layers"])
    model.load_state_dict(state["model"])
    data = load(args.corpora)
    train = stories(model, labels, [s for s in data.train if s.corpus == "gum"], kinds=(False, True))
    dev = stories(model, labels, data.dev["gum"])
    scorer = Antecedents()
    with torch.no_grad():
        scorer.project.weight[: 2 * COREFERENCE] = model.coreference.weight
        scorer.project.bias[: 2 * COREFERENCE] = model.coreference.bias
    print("dev head match", coreference_scores(None, dev))
    scorer = fit(scorer, train, dev, args.epochs)
    print("dev", coreference_scores(scorer, dev))
    torch.save(scorer.state_dict(), args.folder / "antecedents.pt")


if __name__ == "__main__":
    main()
