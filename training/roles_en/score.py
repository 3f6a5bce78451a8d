"""Score templates as published, for choosing thresholds; `bench/muc4/score.ts` is the scorer that reports."""

import re
import string

ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"]


def norm(s):
    s = "".join(c for c in s.lower() if c not in string.punctuation)
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", s).split())


def gold(doc):
    out = []
    for t in doc["templates"]:
        g = {"type": t["incident_type"], **{r: [frozenset(norm(m[0]) for m in e) for e in t[r]] for r in ROLES}}
        if g not in out:
            out.append(g)
    return out


def pair(p, g):
    r = [[1, 1]]
    for ro in ROLES:
        r.append([sum(any(x in e for e in g[ro]) for x in p[ro]), sum(any(x in e for x in p[ro]) for e in g[ro])])
    return r


def score(preds, golds):
    """slots x [right,answered,found,wanted] over docs"""
    S = [[0] * 4 for _ in range(6)]
    for P, G in zip(preds, golds):
        for p in P:
            S[0][1] += 1
            for i, r in enumerate(ROLES):
                S[i + 1][1] += len(p[r])
        for g in G:
            S[0][3] += 1
            for i, r in enumerate(ROLES):
                S[i + 1][3] += len(g[r])
        A = sum(1 + sum(len(p[r]) for r in ROLES) for p in P)
        W = sum(1 + sum(len(g[r]) for r in ROLES) for g in G)
        best = (0, None)

        def go(i, used, acc, tp, fn):
            nonlocal best
            if i == len(P):
                f = 0 if tp == 0 else 2 * (tp / A) * (fn / W) / (tp / A + fn / W)
                if f > best[0]:
                    best = (f, list(acc))
                return
            go(i + 1, used, acc, tp, fn)
            for j, g in enumerate(G):
                if j not in used and P[i]["type"] in g["type"]:
                    q = pair(P[i], g)
                    go(i + 1, used | {j}, acc + [q], tp + sum(x[0] for x in q), fn + sum(x[1] for x in q))

        if len(P) * len(G):
            go(0, frozenset(), [], 0, 0)
        for q in best[1] or []:
            for k in range(6):
                S[k][0] += q[k][0]
                S[k][2] += q[k][1]
    return S


def prf(r, a, f, w):
    p = r / a if a else 0
    q = f / w if w else 0
    return p, q, (2 * p * q / (p + q) if p + q else 0)


def show(S, title=""):
    print(title)
    for n, s in zip(["type"] + ROLES, S):
        print("   %-8s P %.3f R %.3f F %.3f" % (n, *prf(*s)), s)
    t = [sum(s[k] for s in S) for k in range(4)]
    print("   MICRO    P %.4f R %.4f F %.4f" % prf(*t), flush=True)
    return prf(*t)[2]
