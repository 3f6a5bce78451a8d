"""Train the shared network: `python -m reader_en.train --corpora DIR --out DIR`."""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from pathlib import Path

import numpy as np
import torch

from .augment import epoch_of, variants_of
from .batches import Example, by_length, collate, make_example, steps
from .encoder import load_pretrained
from .labels import Labels, learn_labels
from .load import load
from .losses import WEIGHTS, JointCoreference, word_losses
from .model import Reader
from .predict import score

SEED = 20261121


def step_loss(model: Reader, joint: JointCoreference, examples: list[Example], weights: dict[str, float] = WEIGHTS
              ) -> tuple[torch.Tensor, dict[str, float]]:
    """Compute the weighted loss of one step."""
    sums: dict[str, torch.Tensor] = {}
    counts: dict[str, int] = {}
    vectors = {}
    batches = [collate(group) for group in by_length(examples, 1600)]
    flat = model.encoder.pieces(torch.cat([b.ids.flatten() for b in batches]))
    embedded = flat.split([b.ids.numel() for b in batches])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded = [model.words(b.ids, b.shapes, b.mask, b.starts, e.view(*b.ids.shape, -1))
                   for b, e in zip(batches, embedded)]
    for b, rooted in zip(batches, encoded):
        rooted = rooted.float()
        out = model(rooted, b.word_mask)
        for name, (loss, n) in word_losses(model, rooted, b, out).items():
            if n:
                sums[name] = sums.get(name, 0) + loss
                counts[name] = counts.get(name, 0) + n
        for k, e in enumerate(b.examples):
            vectors[id(e)] = (out.anaphor[k], out.antecedent[k])
    if examples[0].sentence.mentions is not None:
        loss, n = joint([(e, *vectors[id(e)]) for e in sorted(examples, key=lambda e: e.index)])
        if n:
            sums["coreference"], counts["coreference"] = loss, n
    means = {k: v / counts[k] for k, v in sums.items()}
    words = sum(len(e.starts) for e in examples)
    total = sum(weights[k] * v * min(1.0, 4 * counts[k] / words) for k, v in means.items())
    return total, {k: float(v) for k, v in means.items()}


def dev_score(scores: dict[str, dict[str, float]]) -> float:
    """Weigh the dev sets into the one number that chooses the checkpoint."""
    return sum((scores["ewt"]["upos"], scores["gum"]["upos"], scores["ewt"]["las"], scores["gum"]["las"],
                scores["gum"]["mentions"], scores["gum"]["names"], 2 * scores["names"]["names"])) / 8


def optimiser(model: Reader, joint: JointCoreference, rate: float, fresh_rate: float) -> torch.optim.AdamW:
    """Give the encoder a small rate and the heads a large one."""
    fresh = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    old = [p for n, p in model.encoder.named_parameters() if n != "shapes.weight"]
    return torch.optim.AdamW([
        {"params": old, "lr": rate, "weight_decay": 0.01},
        {"params": [*fresh, model.encoder.shapes.weight], "lr": fresh_rate, "weight_decay": 0.01},
        {"params": joint.parameters(), "lr": 10 * fresh_rate, "weight_decay": 0.0},
    ], betas=(0.9, 0.98), fused=True)


def main() -> None:
    """Parse arguments and train, resuming from OUT/last.pt when there."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--fresh-rate", type=float, default=1e-3)
    parser.add_argument("--start", type=Path, help="a finished run to go on from, with varied sentences")
    parser.add_argument("--self-labels", type=Path, help="names of EWT's training text, from self_label.py")
    parser.add_argument("--names-weight", type=float, default=WEIGHTS["names"])
    parser.add_argument("--minutes", type=float, default=1e9, help="let the rate reach its floor by then at the latest")
    parser.add_argument("--warm", type=int, default=400, help="steps until the rate is at its peak")
    parser.add_argument("--patience", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    random.seed(SEED)
    np.random.seed(SEED)
    data = load(args.corpora, args.self_labels)
    labels = Labels.load(args.start / "labels.json") if args.start else learn_labels(data.train)
    labels.save(args.out / "labels.json")
    train = [make_example(s, labels) for s in data.train]
    for i, e in enumerate(train):
        e.index = i
    dev = {k: [make_example(s, labels) for s in v] for k, v in data.dev.items()}
    model, joint = Reader(labels, args.layers), JointCoreference()
    if args.start:
        model.load_state_dict(torch.load(args.start / "best.pt", weights_only=False)["model"])
        joint.load_state_dict(torch.load(args.start / "last.pt", weights_only=False)["joint"])
    else:
        load_pretrained(model.encoder)
    weights = {**WEIGHTS, "names": args.names_weight}
    variants = variants_of(data.train, labels) if args.start else None

    def epoch_steps(epoch: int) -> list[list[Example]]:
        examples = epoch_of(variants, train, random.Random(SEED + epoch)) if variants else train
        return steps(examples, args.words, SEED + epoch)

    average = copy.deepcopy(model)
    opt = optimiser(model, joint, args.rate, args.fresh_rate)
    planned = len(epoch_steps(0)) * args.epochs
    peaks = [g["lr"] for g in opt.param_groups]
    spent, first, done, best, waited = 0.0, 0, 0, 0.0, 0
    last = args.out / "last.pt"
    if last.exists():
        state = torch.load(last, weights_only=False)
        model.load_state_dict(state["model"])
        joint.load_state_dict(state["joint"])
        average.load_state_dict(state["average"])
        opt.load_state_dict(state["opt"])
        spent, first, done, best, waited = state["spent"], state["next"], state["done"], state["best"], state["waited"]
    print(f"{len(train)} sentences, {planned} steps, {len(labels.lemma_rules)} lemma rules", flush=True)
    started = time.time() - spent
    for epoch in range(first, args.epochs):
        began, seen = time.time(), {}
        model.train()
        for examples in epoch_steps(epoch):
            gone = max(done / planned, (time.time() - started) / 60 / args.minutes)
            if gone > 1:
                break
            for group, peak in zip(opt.param_groups, peaks):
                group["lr"] = peak * min(1.0, (done + 1) / args.warm) * max(0.02, 1.0 - gone)
            loss, parts = step_loss(model, joint, examples, weights)
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            opt.step()
            done += 1
            decay = min(0.998, (done + 1) / (done + 10))
            with torch.no_grad():
                for p, q in zip(average.parameters(), model.parameters()):
                    p.lerp_(q, 1 - decay)
            for k, v in parts.items():
                seen.setdefault(k, []).append(v)
            if done % 50 == 0:
                means = " ".join(f"{k} {np.mean(v[-50:]):.3f}" for k, v in seen.items())
                print(f"{epoch} {done}/{planned} {time.time() - began:.0f}s {means}", flush=True)
        scores = {k: score(average, labels, v) for k, v in dev.items()}
        chosen = dev_score(scores)
        print(f"epoch {epoch} dev {chosen:.2f} {json.dumps(scores)}", flush=True)
        waited = 0 if chosen > best else waited + 1
        if chosen > best:
            best = chosen
            torch.save({"model": average.state_dict(), "layers": args.layers, "dev": scores, "epoch": epoch}, args.out / "best.pt")
        torch.save({"model": model.state_dict(), "joint": joint.state_dict(), "average": average.state_dict(),
                    "opt": opt.state_dict(), "spent": time.time() - started, "next": epoch + 1, "done": done,
                    "best": best, "waited": waited}, last)
        if waited >= args.patience or (time.time() - started) / 60 > args.minutes:
            break


if __name__ == "__main__":
    main()
