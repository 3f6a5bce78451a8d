"""Decide kinds and fillers: regressions and trees over what the taggers propose; thresholds; export to `weights.json`."""

from __future__ import annotations

import json
import os

import lightgbm as lgb
import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from export import export
from score import ROLES, gold, norm, prf, score, show

WORK = os.environ.get("WORK", "/tmp/roles") + "/"
CORPORA = os.environ.get("CORPORA", "../shared/corpora")
MODELS = os.environ.get("MODELS", "models/roles-en")

TYPES = ["attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"]


def load(part):
    docs = [json.loads(l) for l in open(f"{CORPORA}/muc4/{part}.json")]
    c = [json.loads(l) for l in open(WORK + f"{part}.cand.jsonl")]
    return docs, c


def X_story(c):
    r = []
    k = []
    for i, x in enumerate(c):
        r += [i] * len(x["story"])
        k += x["story"]
    m = csr_matrix((np.ones(len(k), np.float32), (r, k)), (len(c), 1 << 14))
    n = np.sqrt(np.asarray(m.sum(1)).ravel())
    return diags(1 / n) @ m


def Y_story(docs):
    return np.array(
        [[any(t in x["incident_type"] for x in d["templates"]) for t in TYPES] + [bool(d["templates"])] for d in docs]
    )


class Const:
    def predict_proba(self, X):
        return np.tile([1, 0.0], (X.shape[0], 1))


def story_fit(X, Y, C=20):
    return [
        LogisticRegression(C=C, max_iter=300, solver="liblinear").fit(X, Y[:, k]) if Y[:, k].sum() > 3 else Const()
        for k in range(7)
    ]


def story_pred(ms, X):
    return np.stack([m.predict_proba(X)[:, 1] for m in ms], 1)


def XC(cs):
    r = []
    k = []
    n = 0
    for c in cs:
        for x in c["cands"]:
            r += [n] * len(x["x"])
            k += x["x"]
            n += 1
    m = csr_matrix((np.ones(len(k), np.float32), (r, k)), (n, 1 << 16))
    return diags(1 / np.sqrt(np.maximum(1, np.asarray(m.sum(1)).ravel()))) @ m


def YC(docs, cs):
    y = []
    ro = []
    di = []
    for d, (doc, c) in enumerate(zip(docs, cs)):
        G = gold(doc)
        S = [set(k for g in G for e in g[r] for k in e) for r in ROLES]
        for x in c["cands"]:
            y.append(norm(x["text"]) in S[x["role"]])
            ro.append(x["role"])
            di.append(d)
    return np.array(y), np.array(ro), np.array(di)


def cfit(X, y, ro, C):
    return [LogisticRegression(C=C, max_iter=300, solver="liblinear").fit(X[ro == r], y[ro == r]) for r in range(5)]


def cpred(ms, X, ro):
    p = np.zeros(X.shape[0])
    for r in range(5):
        if (ro == r).any():
            p[ro == r] = ms[r].predict_proba(X[ro == r])[:, 1]
    return p


def pairs(docs, cs, P, low=0.08):
    """rows: (doc, cand, type) for types the story makes likely"""
    rows = []
    F = []
    Yl = []
    for d, (doc, c) in enumerate(zip(docs, cs)):
        G = gold(doc)
        types = [k for k in range(6) if P[d, k] > low] or [int(np.argmax(P[d, :6]))]
        for k in types:
            for j, x in enumerate(c["cands"]):
                key = norm(x["text"])
                y = any(TYPES[k] in g["type"] and any(key in e for e in g[ROLES[x["role"]]]) for g in G)
                rows.append((d, j, k))
                Yl.append(y)
                F.append(
                    x["f"]
                    + list(P[d])
                    + [
                        P[d, k],
                        P[d, k] - max([P[d, q] for q in range(6) if q != k]),
                        k,
                        x["role"],
                        sum(P[d, q] > 0.3 for q in range(6)),
                    ]
                )
    return rows, np.array(F, np.float32), np.array(Yl)


PAR = dict(
    objective="binary",
    learning_rate=0.04,
    num_leaves=7,
    min_data_in_leaf=40,
    feature_fraction=0.5,
    bagging_fraction=0.8,
    bagging_freq=1,
    lambda_l2=5,
    verbose=-1,
    num_threads=1,
    seed=1,
    deterministic=True,
)
NR = 200


def fit(F, y, roles):
    return [lgb.train(PAR, lgb.Dataset(F[roles == r], y[roles == r]), NR) for r in range(5)]


def apply(ms, F, roles):
    p = np.zeros(len(F))
    for r in range(5):
        if (roles == r).any():
            p[roles == r] = ms[r].predict(F[roles == r])
    return p


def docfeats(cs, P):
    """for the type decision: story + best candidates per role"""
    out = []
    for d, c in enumerate(cs):
        m = np.zeros(20)
        for x in c["cands"]:
            r = x["role"]
            m[r] = max(m[r], x["f"][0])
            m[5 + r] += x["f"][0]
            m[10 + r] = max(m[10 + r], x["f"][1])
            m[15 + r] = max(m[15 + r], x["c"])
        out.append(list(P[d]) + list(m) + [c["cands"][0]["f"][11] if c["cands"] else 0])
    return np.array(out, np.float32)


def overlap(a, b):
    return " " + a + " " in " " + b + " " or " " + b + " " in " " + a + " "


def initials(a, b):
    w = [x for x in b.split() if x not in ("of", "for", "and", "de", "del", "la", "the")]
    return len(w) > 1 and a.replace("-", "") == "".join(x[0] for x in w)


def same(a, b):
    return overlap(a, b) or initials(a, b) or initials(b, a)


def group(rows, p):
    by = {}
    for (d, j, k), q in zip(rows, p):
        by.setdefault((d, k), []).append((q, j))
    return by


def build(docs, cs, rows, p, T, thr, tthr):
    by = {}
    for (d, j, k), q in zip(rows, p):
        by.setdefault((d, k), []).append((q, j))
    out = []
    for d, c in enumerate(cs):
        ts = []
        for k in range(6):
            if T[d, k] < tthr[k]:
                continue
            t = {"type": TYPES[k], **{r: [] for r in ROLES}}
            for q, j in sorted(by.get((d, k), []), reverse=True):
                x = c["cands"][j]
                r = x["role"]
                key = norm(x["text"])
                if q < thr[r] or not key:
                    continue
                if any(same(key, o) for o in t[ROLES[r]]):
                    continue
                t[ROLES[r]].append(key)
            ts.append(t)
        out.append(ts)
    return out


def main() -> None:
    tr, trc = load("train")
    dv, dvc = load("dev")
    X = X_story(trc)
    Y = Y_story(tr)
    Xd = X_story(dvc)
    fold = np.arange(len(tr)) % 5
    P = np.zeros(Y.shape)
    for f in range(5):
        P[fold == f] = story_pred(story_fit(X[fold != f], Y[fold != f], 30), X[fold == f])
    Pd = story_pred(story_fit(X, Y, 30), Xd)
    CX = XC(trc)
    cy, cro, cdi = YC(tr, trc)
    CXd = XC(dvc)
    _, crod, _ = YC(dv, dvc)
    cfo = cdi % 5
    cp = np.zeros(len(cy))
    for f in range(5):
        cp[cfo == f] = cpred(cfit(CX[cfo != f], cy[cfo != f], cro[cfo != f], 10), CX[cfo == f], cro[cfo == f])
    CM = cfit(CX, cy, cro, 10)
    cpd = cpred(CM, CXd, crod)

    def addctx(cs, p):
        n = 0
        for c in cs:
            q = p[n : n + len(c["cands"])]
            n += len(c["cands"])
            for i, x in enumerate(c["cands"]):
                peers = [q[j] for j, z in enumerate(c["cands"]) if j != i and z["role"] == x["role"]]
                x["f"] = x["f"] + [q[i], sum(z > q[i] for z in peers), max(peers, default=0)]
                x["c"] = q[i]

    addctx(trc, cp)
    addctx(dvc, cpd)
    F, Fd = docfeats(trc, P), docfeats(dvc, Pd)
    par = {**PAR, "num_leaves": 6, "min_data_in_leaf": 15}
    T = np.zeros((len(tr), 6))
    Td = np.zeros((len(dv), 6))
    KM = [None] * 6
    for k in range(6):
        if k not in (0, 1):
            T[:, k] = P[:, k]
            Td[:, k] = Pd[:, k]
            continue
        for f in range(5):
            T[fold == f, k] = lgb.train(par, lgb.Dataset(F[fold != f], Y[fold != f, k]), 100).predict(F[fold == f])
        KM[k] = lgb.train(par, lgb.Dataset(F, Y[:, k]), 100)
        Td[:, k] = KM[k].predict(Fd)
    PT = np.concatenate([T, P[:, 6:]], 1)
    PTd = np.concatenate([Td, Pd[:, 6:]], 1)
    rows, A, y = pairs(tr, trc, PT)
    rowsd, Ad, _ = pairs(dv, dvc, PTd)
    ro = np.array([trc[d]["cands"][j]["role"] for d, j, k in rows])
    rod = np.array([dvc[d]["cands"][j]["role"] for d, j, k in rowsd])
    fo = np.array([fold[d] for d, _, _ in rows])
    q = np.zeros(len(rows))
    for f in range(5):
        q[fo == f] = apply(fit(A[fo != f], y[fo != f], ro[fo != f]), A[fo == f], ro[fo == f])
    ms = fit(A, y, ro)
    qd = apply(ms, Ad, rod)

    # thresholds on train OOF
    def full(thr, tthr):
        return score(build(tr, trc, rows, q, T, thr, tthr), [gold(d) for d in tr])

    thr = [0.3] * 5
    tthr = [0.4, 0.4, 0.4, 0.4, 0.3, 0.3]

    def micro(S):
        t = [sum(s[k] for s in S) for k in range(4)]
        return prf(*t)[2]

    cur = micro(full(thr, tthr))
    for it in range(2):
        for vec, cand in ((tthr, np.arange(0.2, 0.65, 0.05)), (thr, np.arange(0.15, 0.6, 0.05))):
            for i in range(len(vec)):
                for v in cand:
                    old = vec[i]
                    vec[i] = float(v)
                    s = micro(full(thr, tthr))
                    if s > cur + 1e-6:
                        cur = s
                    else:
                        vec[i] = old
    print("thresholds", [round(x, 2) for x in thr], [round(x, 2) for x in tthr])
    show(full(thr, tthr), "train oof")
    show(score(build(dv, dvc, rowsd, qd, Td, thr, tthr), [gold(d) for d in dv]), "dev")

    export(story_fit(X, Y, 30), CM, KM, ms, tthr, thr, MODELS + "/weights.json", 0.1)


if __name__ == "__main__":
    main()
