"""Pack the classifiers into `weights.json`: 8-bit rows by bucket, trees as arrays."""

from __future__ import annotations

import base64
import json
import os

import numpy as np

WORK = os.environ.get("WORK", "/tmp/roles") + "/"


def gaps(ids):
    out = bytearray()
    prev = -1
    for i in ids:
        g = int(i) - prev
        prev = int(i)
        while g >= 128:
            out.append(g & 127 | 128)
            g >>= 7
        out.append(g)
    return base64.b64encode(bytes(out)).decode()


def pack(w, bias, keep):
    scale = np.abs(w[keep]).max(0) / 127
    scale[scale == 0] = 1
    q = np.clip(np.round(w[keep] / scale), -127, 127).astype(np.int8)
    return dict(
        rows=gaps(keep),
        values=base64.b64encode(q.tobytes()).decode(),
        scale=[float("%.6g" % x) for x in scale],
        bias=[float("%.6g" % x) for x in bias],
    )


def tree(info):
    t = dict(feature=[], threshold=[], left=[], right=[], leaf=[])

    def go(n):
        if "leaf_value" in n and "split_feature" not in n:
            t["leaf"].append(float("%.5g" % n["leaf_value"]))
            return ~(len(t["leaf"]) - 1)
        i = len(t["feature"])
        t["feature"].append(n["split_feature"])
        t["threshold"].append(float("%.6g" % n["threshold"]))
        t["left"].append(0)
        t["right"].append(0)
        t["left"][i] = go(n["left_child"])
        t["right"][i] = go(n["right_child"])
        return i

    go(info["tree_structure"])
    return t


def trees(m):
    return [tree(i) for i in m.dump_model()["tree_info"]]


def export(story, ctx, kindmodels, rolemodels, kthr, rthr, path, tau=0.05):
    z = np.load(WORK + "tagger.npz")
    w, b, t = z["w"], z["b"], z["t"]
    m = np.abs(w).max(1)
    keep = np.where(m > tau)[0]
    print("rows kept", len(keep), "of", (m > 0).sum())
    sw = np.stack([x.coef_[0] for x in story], 1)
    sb = np.array([x.intercept_[0] for x in story])
    sk = np.where(np.abs(sw).max(1) > 0.02)[0]
    cw = np.stack([x.coef_[0] for x in ctx], 1)
    cb = np.array([x.intercept_[0] for x in ctx])
    ck = np.where(np.abs(cw).max(1) > 0.05)[0]
    o = dict(
        context=pack(cw, cb, ck),
        tagger=pack(w, b, keep),
        moves=[float("%.5g" % x) for x in t.ravel()],
        story=pack(sw, sb, sk),
        kinds=[trees(k) if k is not None else None for k in kindmodels],
        roles=[trees(r) for r in rolemodels],
        kindThresholds=[round(x, 2) for x in kthr],
        roleThresholds=[round(x, 2) for x in rthr],
    )
    json.dump(o, open(path, "w"), separators=(",", ":"))
