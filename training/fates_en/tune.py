"""Tune copies of the reader's last layers with the fate head: `python -m fates_en.tune --articles FILE --models DIR --out DIR [--fold K]`.

The trunk stays as it is up to `--trunk`; what is tuned becomes a branch beside the reader's own last layers, in the same graph.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from reader_en.encoder import Layer

from .labels import KINDS, Sentence
from .train import RULE_DROP, SPOTS, FateHead, fold_of, load, loss_of
from .trunk import load_layer, open_trunk, read_states

DULL_KEPT = 0.35
RARE = 5
"""Signs seen less often are left out."""


class Branch(nn.Module):
    """A few layers and the head."""

    def __init__(self, layers: list[Layer], signs: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.head = FateHead(signs)

    def spots(self, states: Tensor, mask: Tensor, rows: Tensor, at: Tensor) -> Tensor:
        """Give [N, SPOTS, 384] for anchors: `rows` [N] their sentence, `at` [N, SPOTS] pieces, -1 where there is none."""
        bias = (1.0 - mask)[:, None, None, :] * -10000.0
        x = states
        for layer in self.layers:
            x = layer(x, bias)
        return x[rows.unsqueeze(1), at.clamp(min=0)] * (at >= 0).unsqueeze(-1)


class Pool:
    """Sentences with their states, collated on demand."""

    def __init__(self, sentences: list[Sentence], states: list, names: list[str]) -> None:
        self.sentences, self.states = sentences, states
        self.index = {name: i for i, name in enumerate(names)}
        self.none = len(names)
        self.width = max(len(t.signs) for s in sentences for t in s.targets)

    def collate(self, ids: list[int]) -> tuple[Tensor, ...]:
        """Give states, mask, rows, spots, wanted, rule, signs, weights."""
        width = max(self.states[i][0].shape[0] for i in ids)
        x, mask = torch.zeros(len(ids), width, 384), torch.zeros(len(ids), width)
        rows, at, wanted, rule, signs, weight = [], [], [], [], [], []
        for r, i in enumerate(ids):
            state, starts = self.states[i]
            x[r, : len(state)] = torch.from_numpy(state.astype(np.float32))
            mask[r, : len(state)] = 1
            for t in self.sentences[i].targets:
                rows.append(r)
                at.append([starts[w] if 0 <= w < len(starts) else -1 for w in t.spots] + [0])
                wanted.append([t.fate, t.scope, t.mood, t.span, t.about, t.second])
                rule.append(t.rule * len(KINDS) + t.kind)
                signs.append(([self.index.get(s, self.none) for s in t.signs] + [self.none] * self.width)[: self.width])
                weight.append(t.weight)
        return (x, mask, *(torch.tensor(v) for v in (rows, at, wanted, rule, signs, weight)))


def batches(lengths: list[int], ids: list[int], budget: int, rng: random.Random) -> list[list[int]]:
    """Group sentences of like length."""
    out: list[list[int]] = []
    for i in sorted(ids, key=lambda k: lengths[k] + rng.random() * 8):
        if out and (len(out[-1]) + 1) * lengths[i] <= budget:
            out[-1].append(i)
        else:
            out.append([i])
    rng.shuffle(out)
    return out


def score(branch: Branch, pool: Pool, ids: list[int], lengths: list[int]) -> dict[str, float]:
    """Score as `train.score` does."""
    branch.eval()
    counts = {name: [0, 0, 0] for name in ("fate", "scope", "mood", "span", "about")}
    with torch.no_grad():
        for group in batches(lengths, ids, 6000, random.Random(0)):
            x, mask, rows, at, wanted, rule, signs, weight = pool.collate(group)
            out = branch.head(branch.spots(x, mask, rows, at), rule, signs)
            for column, name in enumerate(counts):
                best, own = out[column].argmax(-1), wanted[:, column]
                known = (weight >= 1) & (own >= 0)
                counts[name][0] += int(((best == own) & (own > 0) & known).sum())
                counts[name][1] += int(((best > 0) & known).sum())
                counts[name][2] += int(((own > 0) & known).sum())
    right, given, asked = counts["fate"]
    found = {"p": right / max(1, given), "r": right / max(1, asked)}
    return found | {k: 2 * a / max(1, b + c) for k, (a, b, c) in counts.items()}


def main() -> None:
    """Tune and save."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--trunk", type=int, default=4)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--budget", type=int, default=1600)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    sentences = load(args.articles)
    args.out.mkdir(parents=True, exist_ok=True)
    cache = args.out.parent / f"states-{args.trunk}-{len(sentences)}.pt"
    reader = args.models / "reader.onnx"
    if cache.exists():
        states = torch.load(cache, weights_only=False)
    else:
        states = read_states(open_trunk(reader, args.trunk, args.threads), args.trunk, [s.words for s in sentences])
        torch.save(states, cache)
    often = Counter(sign for s in sentences for t in s.targets for sign in t.signs)
    names = sorted(sign for sign, times in often.items() if times >= RARE)
    pool = Pool(sentences, states, names)
    lengths = [len(s[0]) for s in states]
    inside = [i for i, s in enumerate(sentences) if args.fold is None or fold_of(s.article) != args.fold]
    outside = [i for i, s in enumerate(sentences) if args.fold is not None and fold_of(s.article) == args.fold]
    dull = [all(t.fate == 0 and t.rule == 0 for t in s.targets) for s in sentences]
    choose = lambda: [i for i in inside if not dull[i] or rng.random() < DULL_KEPT]
    branch = Branch([load_layer(reader, n) for n in range(args.trunk + 1, 7)], len(names))
    own, rest = list(branch.layers.parameters()), list(branch.head.parameters())
    optimiser = torch.optim.AdamW([{"params": own, "lr": args.rate}, {"params": rest, "lr": args.head_rate}], weight_decay=0.03)
    steps = len(batches(lengths, choose(), args.budget, rng)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1, k / 80) * max(0.02, 1 - k / steps))
    print(f"{len(inside)} sentences, {len(outside)} left out, {steps} steps", flush=True)
    for epoch in range(args.epochs):
        began, total = time.time(), 0.0
        branch.train()
        plan = batches(lengths, choose(), args.budget, rng)
        for group in plan:
            x, mask, rows, at, wanted, rule, signs, weight = pool.collate(group)
            keep = (torch.rand(len(rows), 1) > RULE_DROP).float()
            if float(weight.sum()) == 0:
                continue
            loss = loss_of(branch.head(branch.spots(x, mask, rows, at), rule, signs, keep), wanted, weight)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        line: dict[str, float] = {"epoch": epoch + 1, "loss": total / len(plan), "seconds": time.time() - began}
        if outside:
            line |= score(branch, pool, outside, lengths)
        print(json.dumps({k: round(v, 3) for k, v in line.items()}), flush=True)
        state = {"head": branch.head.state_dict(), "layers": branch.layers.state_dict(), "trunk": args.trunk, "signs": names}
        torch.save(state, args.out / "branch.pt")


if __name__ == "__main__":
    main()
