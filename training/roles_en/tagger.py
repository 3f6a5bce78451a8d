"""Train the role taggers: linear-chain CRFs over hashed features, one chain a role, sharing their features.

Writes scores of held-out train and of dev (`train.em`, `dev.em`), `moves.json`, and `tagger.npz` with the weights of all of train.
"""

from __future__ import annotations

import json
import os
import time

import numpy as np
import torch

torch.set_num_threads(1)
WORK = os.environ.get("WORK", "/tmp/roles") + "/"
CORPORA = os.environ.get("CORPORA", "../shared/corpora")
ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]
BUCKETS = 1 << 18
EPOCHS = 6
RATE = 0.1
DROP = 0.5
FOLDS = 5


def load(part):
    docs = [json.loads(l) for l in open(f"{CORPORA}/muc4/{part}.json")]
    toks = [json.loads(l)["sents"] for l in open(WORK + f"{part}.tok.jsonl")]
    raw = np.fromfile(WORK + f"{part}.feat", dtype=np.int32)
    p = 0
    n = sum(len(s) for t in toks for s in t)
    starts = np.empty(n, np.int64)
    lens = np.empty(n, np.int64)
    for i in range(n):
        l = raw[p]
        starts[i] = p + 1
        lens[i] = l
        p += l + 1
    return docs, toks, raw, starts, lens


def spans_for(doc, toks):
    """tag every occurrence of a gold string that begins and ends at token edges; of overlapping ones the longest of at most 6 tokens"""
    flat = [t for s in toks for t in s]
    sid = [i for i, s in enumerate(toks) for t in s]
    bs = {t[0]: i for i, t in enumerate(flat)}
    es = {t[1]: i for i, t in enumerate(flat)}
    lab = np.zeros((5, len(flat)), np.int64)
    text = doc["doctext"]
    for r, role in enumerate(ROLES):
        found = set()
        for t in doc["templates"]:
            for e in t[role]:
                for s, _ in e:
                    for pre in ("the ", "a ", "an "):
                        if s.startswith(pre):
                            s = s[len(pre) :]
                    s = s.strip('" ')
                    p = text.find(s)
                    while p >= 0 and s:
                        if p in bs and p + len(s) in es:
                            a, b = bs[p], es[p + len(s)]
                            if sid[a] == sid[b] and b - a < 12:
                                found.add((a, b))
                        p = text.find(s, p + 1)

        def key(x):
            n = x[1] - x[0] + 1
            comma = any(text[flat[i][0] : flat[i][1]] == "," for i in range(x[0], x[1] + 1))
            return (comma or n > 6, -n if n <= 6 and not comma else n, x[0])

        for a, b in sorted(found, key=key):
            if lab[r, a : b + 1].any():
                continue
            lab[r, a] = 1
            lab[r, a + 1 : b + 1] = 2
    return lab


class Data:
    def __init__(self, part):
        self.docs, self.toks, self.raw, self.starts, self.lens = load(part)
        self.sents = []
        self.doc_of = []
        self.lab = []
        n = 0
        for d, (doc, toks) in enumerate(zip(self.docs, self.toks)):
            self.lab.append(spans_for(doc, toks))
            for s in toks:
                self.sents.append((n, n + len(s)))
                self.doc_of.append(d)
                n += len(s)
        self.lab = np.concatenate(self.lab, 1)
        self.n = n
        self.doc_of = np.array(self.doc_of)

    def batch(self, ids):
        L = max(self.sents[i][1] - self.sents[i][0] for i in ids)
        tok = []
        pos = []
        for b, i in enumerate(ids):
            a, e = self.sents[i]
            tok.append(np.arange(a, e))
            pos.append(b * L + np.arange(e - a))
        tok = np.concatenate(tok)
        pos = np.concatenate(pos)
        ln = self.lens[tok]
        off = np.zeros(len(tok), np.int64)
        off[1:] = np.cumsum(ln)[:-1]
        idx = np.repeat(self.starts[tok] - off, ln) + np.arange(ln.sum())
        feats = torch.from_numpy(self.raw[idx].astype(np.int64))
        return feats, torch.from_numpy(off), torch.from_numpy(tok), torch.from_numpy(pos), L


class Crf(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.nn.EmbeddingBag(BUCKETS, 15, mode="sum", sparse=True)
        torch.nn.init.zeros_(self.w.weight)
        self.b = torch.nn.Parameter(torch.tensor([2.0, 0, 0] * 5))
        self.t = torch.nn.Parameter(torch.zeros(5, 3, 3))

    def emit(self, feats, off, w=None):
        return self.w(feats, off, per_sample_weights=w) + self.b

    def trans(self):
        m = torch.zeros(5, 3, 3)
        m[:, 0, 2] = -1e4
        return self.t + m

    def loss(self, em, pos, B, L, gold):
        # em [N,15]
        full = torch.zeros(B * L, 15).index_copy(0, pos, em).view(B, L, 5, 3)
        mask = torch.zeros(B * L).index_fill(0, pos, 1.0).view(B, L)
        g = torch.zeros(B * L, 5, dtype=torch.long).index_copy(0, pos, gold).view(B, L, 5)
        T = self.trans()
        start = torch.tensor([0, 0, -1e4])
        a = full[:, 0] + start
        for l in range(1, L):
            n = torch.logsumexp(a.unsqueeze(-1) + T, 2) + full[:, l]
            m = mask[:, l].view(B, 1, 1)
            a = n * m + a * (1 - m)
        Z = torch.logsumexp(a, -1).sum()
        s = (full.gather(3, g.unsqueeze(-1)).squeeze(-1) * mask.unsqueeze(-1)).sum()
        r = torch.arange(5).view(1, 1, 5).expand(B, L - 1, 5)
        if L > 1:
            s = s + (T[r, g[:, :-1], g[:, 1:]] * mask[:, 1:].unsqueeze(-1)).sum()
        return Z - s


def train(data, keep, seed=1):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    m = Crf()
    acc = torch.zeros(BUCKETS, 15)
    od = torch.optim.Adam([m.b, m.t], lr=0.02)
    ids = np.array([i for i in range(len(data.sents)) if keep[data.doc_of[i]]])
    length = np.array([data.sents[i][1] - data.sents[i][0] for i in ids])
    gold = torch.from_numpy(data.lab.T.copy())
    for ep in range(EPOCHS):
        t0 = time.time()
        tot = 0
        order = np.argsort(length + rng.random(len(ids)) * 6)
        batches = [ids[order[i : i + 96]] for i in range(0, len(ids), 96)]
        rng.shuffle(batches)
        lr = RATE * (1 - ep / EPOCHS) + 0.01
        for b in batches:
            f, o, tok, pos, L = data.batch(b)
            w = (torch.rand(len(f)) > DROP).float() / (1 - DROP)
            em = m.emit(f, o, w)
            loss = m.loss(em, pos, len(b), L, gold[tok])
            m.zero_grad()
            loss.backward()
            g = m.w.weight.grad.coalesce()
            i = g.indices()[0]
            v = g.values()
            acc[i] += v * v
            m.w.weight.data[i] -= lr * v / (acc[i].sqrt() + 1e-6 + 0.5)
            od.step()
            tot += loss.item()
        print("  epoch", ep, round(tot / len(ids), 4), round(time.time() - t0, 1), flush=True)
    return m


def emissions(m, data, keep):
    out = np.zeros((data.n, 15), np.float32)
    m.eval()
    with torch.no_grad():
        ids = [i for i in range(len(data.sents)) if keep[data.doc_of[i]]]
        for k in range(0, len(ids), 256):
            f, o, tok, pos, L = data.batch(ids[k : k + 256])
            out[tok.numpy()] = m.emit(f, o).numpy()
    return out


def main() -> None:
    """Train on the reports with a template, by folds and at last on all; score what was held out."""
    data, dev = Data("train"), Data("dev")
    told = np.array([bool(d["templates"]) for d in data.docs])
    fold = np.arange(len(data.docs)) % FOLDS
    scores = np.zeros((data.n, 15), np.float32)
    for f in range(FOLDS):
        scores += emissions(train(data, (fold != f) & told), data, fold == f)
    scores.tofile(WORK + "train.em")
    m = train(data, told)
    emissions(m, dev, np.ones(len(dev.docs), bool)).tofile(WORK + "dev.em")
    moves = m.t.detach().numpy()
    np.savez(WORK + "tagger.npz", w=m.w.weight.detach().numpy(), b=m.b.detach().numpy(), t=moves)
    with open(WORK + "moves.json", "w", encoding="utf-8") as out:
        json.dump(moves.ravel().tolist(), out)


if __name__ == "__main__":
    main()
