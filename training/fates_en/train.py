"""Train the fate head: `python -m fates_en.train --articles FILE --models models/reader-en --out DIR [--fold K]`.

Only the `rules` part of the gold is read. With --fold K every fifth article (by the SHA-1 of its name) is left out and scored after each
epoch; without, all are trained on. Writes `head.pt`, the best epoch on the fold or the last.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .labels import ABOUTS, FATES, KINDS, MOODS, RULES, SCOPES, SPANS, Sentence, label
from .labels import SPOTS as SPOT_NAMES
from .trunk import open_trunk, read_states

SIZES = (len(FATES), len(SCOPES), len(MOODS), len(SPANS), len(ABOUTS))
TASKS = (("scope", 0.4), ("mood", 0.4), ("span", 0.5), ("about", 0.6))
SPOTS = len(SPOT_NAMES)
"""The spots of an anchor and the sentence's own mark."""
RULE_DROP = 0.2
HIDDEN = 128


def fold_of(name: str) -> int:
    """Tell the fold of an article."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) // 3 % 5


def load(path: Path, part: str = "rules") -> list[Sentence]:
    """Read labelled sentences of one part that have anchors."""
    out: list[Sentence] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["part"] == part:
                out += [s for s in label(article)[0] if s.targets]
    return out


def features(sentences: list[Sentence], states: list) -> Tensor:
    """Lay the states at the spots of every anchor side by side: [N, SPOTS, 384] in half precision."""
    rows = np.zeros((sum(len(s.targets) for s in sentences), SPOTS, 384), np.float16)
    at = 0
    for sentence, (state, starts) in zip(sentences, states):
        for t in sentence.targets:
            for spot, word in enumerate(t.spots):
                if 0 <= word < len(starts):
                    rows[at, spot] = state[starts[word]]
            rows[at, SPOTS - 1] = state[0]
            at += 1
    return torch.from_numpy(rows)


class FateHead(nn.Module):
    """Sum a projection of each spot and what rule, kind and signs add; one hidden layer; five questions."""

    def __init__(self, signs: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.spots = nn.Linear(SPOTS * 384, HIDDEN)
        self.rule = nn.Embedding(len(RULES) * len(KINDS), HIDDEN)
        self.signs = nn.EmbeddingBag(signs + 1, HIDDEN, mode="sum", padding_idx=signs)
        self.out = nn.Linear(HIDDEN, sum(SIZES))
        self.shift = nn.Embedding(len(RULES) * len(KINDS), len(FATES))
        for table in (self.rule, self.shift):
            nn.init.zeros_(table.weight)
        nn.init.normal_(self.signs.weight, std=0.02)
        self.dropout = nn.Dropout(dropout)
        self.thin = nn.Dropout(0.1)

    def forward(self, x: Tensor, rule: Tensor, signs: Tensor, keep: Tensor | None = None) -> tuple[Tensor, ...]:
        """Score [N, SPOTS, 384]; `keep` [N, 1] hides the rules from some in training."""
        known = self.rule(rule)
        shift = self.shift(rule)
        if keep is not None:
            known, shift = known * keep, shift * keep
        hidden = F.relu(self.spots(self.thin(x.flatten(1))) + known + self.signs(signs))
        fates, *others = self.out(self.dropout(hidden)).split(SIZES, -1)
        return (fates + shift, *others)


class Anchors:
    """Every anchor of some sentences as tensors."""

    def __init__(self, sentences: list[Sentence], states: list, names: list[str]) -> None:
        index = {name: i for i, name in enumerate(names)}
        pairs = [(t, s) for s in sentences for t in s.targets]
        self.x = features(sentences, states)
        self.wanted = torch.tensor([[t.fate, t.scope, t.mood, t.span, t.about, t.second] for t, _ in pairs])
        self.rule = torch.tensor([t.rule * len(KINDS) + t.kind for t, _ in pairs])
        width = max(len(t.signs) for t, _ in pairs)
        self.signs = torch.tensor([([index.get(s, len(names)) for s in t.signs] + [len(names)] * width)[:width] for t, _ in pairs])
        self.weight = torch.tensor([t.weight for t, _ in pairs])
        self.fold = torch.tensor([fold_of(s.article) for _, s in pairs])


def loss_of(out: tuple[Tensor, ...], wanted: Tensor, weight: Tensor) -> Tensor:
    """Add the losses of the five questions; where two fates are told of the same people, each is half the answer."""
    fate = F.cross_entropy(out[0], wanted[:, 0], reduction="none", label_smoothing=0.02)
    second = wanted[:, len(SIZES)]
    beside = F.cross_entropy(out[0], second.clamp(min=0), reduction="none", label_smoothing=0.02)
    fate = torch.where(second >= 0, (fate + beside) / 2, fate)
    total = (fate * weight).sum() / weight.sum() * 3
    for column, (_, share) in enumerate(TASKS, 1):
        known = wanted[:, column] >= 0
        if known.any():
            own = F.cross_entropy(out[column][known], wanted[known, column], reduction="none") * weight[known]
            total = total + share * own.mean()
    return total


def score(head: FateHead, data: Anchors, rows: Tensor) -> dict[str, float]:
    """Score fates (micro P, R, F1 of those told) and F1 of what the other questions mark, on anchors with weight 1."""
    head.eval()
    with torch.no_grad():
        parts = [head(data.x[r].float(), data.rule[r], data.signs[r]) for r in rows.split(4096)]
    sure = data.weight[rows] >= 1
    found: dict[str, float] = {}
    for column, name in enumerate(("fate", *(name for name, _ in TASKS))):
        best = torch.cat([p[column] for p in parts]).argmax(-1)
        wanted = data.wanted[rows, column]
        known = sure & (wanted >= 0)
        right = int(((best == wanted) & (wanted > 0) & known).sum())
        given, asked = int(((best > 0) & known).sum()), int(((wanted > 0) & known).sum())
        if name == "fate":
            found |= {"p": right / max(1, given), "r": right / max(1, asked)}
        found[name] = 2 * right / max(1, given + asked)
    return found


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", type=int, default=4)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    sentences = load(args.articles)
    args.out.mkdir(parents=True, exist_ok=True)
    cache = args.out.parent / f"states-{args.trunk}-{len(sentences)}.pt"
    if cache.exists():
        states = torch.load(cache, weights_only=False)
    else:
        states = read_states(open_trunk(args.models / "reader.onnx", args.trunk, args.threads), args.trunk, [s.words for s in sentences])
        torch.save(states, cache)
    names = sorted({sign for s in sentences for t in s.targets for sign in t.signs})
    data = Anchors(sentences, states, names)
    train = torch.where(data.fold != args.fold)[0] if args.fold is not None else torch.arange(len(data.fold))
    dev = torch.where(data.fold == args.fold)[0] if args.fold is not None else train[:0]
    head = FateHead(len(names))
    optimiser = torch.optim.AdamW(head.parameters(), lr=args.rate, weight_decay=0.05)
    size = 256
    steps = args.epochs * (len(train) // size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1, k / 100) * max(0.02, 1 - k / steps))
    best = -1.0
    for epoch in range(args.epochs):
        began, total = time.time(), 0.0
        head.train()
        for rows in train[torch.randperm(len(train))].split(size):
            if len(rows) < size:
                continue
            keep = (torch.rand(size, 1) > RULE_DROP).float()
            loss = loss_of(head(data.x[rows].float(), data.rule[rows], data.signs[rows], keep), data.wanted[rows], data.weight[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        line: dict[str, float] = {"epoch": epoch + 1, "loss": total / max(1, len(train) // size), "seconds": time.time() - began}
        if len(dev):
            line |= score(head, data, dev)
        print(json.dumps({k: round(v, 3) for k, v in line.items()}), flush=True)
        if len(dev) == 0 or line["fate"] > best:
            best = line.get("fate", 0.0)
            torch.save({"head": head.state_dict(), "trunk": args.trunk, "signs": names}, args.out / "head.pt")


if __name__ == "__main__":
    main()
