"""Train the classifier of a page's blocks on the seen publishers, with cross-validation by publisher.

Reads what `dump.ts` wrote, prints scores of folds that hold whole publishers, writes the trees as JSON.

    python train.py blocks.jsonl ../../data/body-blocks.json
"""

import json
import sys

import lightgbm as lgb
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.model_selection import GroupKFold

FOLDS = 8
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 16,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
ROUNDS = 220
THRESHOLD = 0.4
# Blocks count by their words, up to so many.
MOST_TOKENS = 40
# What a page's phrases weigh beside a marked body: they tell of some blocks only.
PHRASE_WEIGHT = 0.35


def read(path):
    with open(path, encoding="utf-8") as lines:
        names = json.loads(next(lines))["names"]
        return names, [json.loads(line) for line in lines]


def weigh(page):
    """Weights of a page's blocks: the kinds of a page weigh alike whatever its length; unknown blocks weigh nothing."""
    labels = np.array(page["labels"])
    tokens = np.minimum(np.array(page["counts"]), MOST_TOKENS) + 3.0
    tokens[labels < 0] = 0
    weights = np.zeros(len(labels))
    for kind in (0, 1):
        own = labels == kind
        total = tokens[own].sum()
        if total > 0:
            weights[own] = tokens[own] / max(total, 200.0)
    share = PHRASE_WEIGHT if page["wanted"] == 0 else 1.0
    return weights * share * 300


def stack(pages):
    rows = np.array([row for page in pages for row in page["rows"]], dtype=np.float32)
    labels = np.array([label for page in pages for label in page["labels"]])
    weights = np.concatenate([weigh(page) for page in pages])
    return rows, np.maximum(labels, 0), weights


def fit(pages, rounds=ROUNDS, parameters=PARAMETERS):
    rows, labels, weights = stack(pages)
    known = weights > 0
    data = lgb.Dataset(rows[known], labels[known], weight=weights[known])
    return lgb.train(parameters, data, num_boost_round=rounds)


def cross_validate(pages, rounds=ROUNDS, parameters=PARAMETERS):
    """Score of every block by a model that saw no page of its publisher."""
    scores = [None] * len(pages)
    groups = [page["site"] for page in pages]
    for train, test in GroupKFold(FOLDS).split(pages, groups=groups):
        model = fit([pages[i] for i in train], rounds, parameters)
        for i in test:
            scores[i] = model.predict(np.array(pages[i]["rows"], dtype=np.float32))
    return scores


def measure(pages, kept):
    """Average precision and recall over pages by tokens, and their F1, as the boards count."""
    precisions, recalls = [], []
    for page, keep in zip(pages, kept):
        counts, labels = np.array(page["counts"]), np.array(page["labels"])
        given = counts[keep].sum()
        right = counts[keep & (labels == 1)].sum()
        if given:
            precisions.append(right / given)
        recalls.append(min(1.0, right / page["wanted"]))
    p, r = np.mean(precisions), np.mean(recalls)
    return p, r, 2 * p * r / (p + r)


def measure_phrases(pages, kept):
    shares = []
    for kind in (1, 0):
        pairs = [(keep[i]) for page, keep in zip(pages, kept) for i, label in enumerate(page["labels"]) if label == kind]
        shares.append(np.mean(pairs))
    return shares


def report(name, pages, kept):
    for board in ("fundus-pages", "scrapinghub", "trafilatura-pages"):
        own = [i for i, page in enumerate(pages) if page["id"].startswith(board)]
        chosen, marks = [pages[i] for i in own], [kept[i] for i in own]
        figures = measure_phrases(chosen, marks) if board.startswith("traf") else measure(chosen, marks)
        print(f"{name:24} {board:18}", " ".join(f"{figure:.4f}" for figure in figures), flush=True)


def calibrate(pages, scores, blocked):
    """Share of kept blocks that are of the body by their score out of fold: rising steps, as pairs of score and share."""
    marked = [i for i, page in enumerate(pages) if page["wanted"] > 0]
    score = np.concatenate([scores[i][~blocked[i]] for i in marked])
    label = np.concatenate([np.array(pages[i]["labels"])[~blocked[i]] for i in marked])
    kept = score >= THRESHOLD
    fitted = IsotonicRegression(y_min=0.01, y_max=0.99, out_of_bounds="clip").fit(score[kept], label[kept])
    edges = np.concatenate([[THRESHOLD], np.quantile(score[kept], np.linspace(0.05, 0.95, 10))])
    return [[round(float(edge), 4), round(float(fitted.predict([edge])[0]), 2)] for edge in edges]


def export(model, names, calibration):
    """Trees as flat lists: feature, threshold, and where to go on either side; a negative place is a leaf, -1 the first."""
    trees = []
    for tree in model.dump_model()["tree_info"]:
        splits, leaves = [], []
        place(tree["tree_structure"], splits, leaves)
        trees.append({"splits": [value for split in splits for value in split], "leaves": leaves})
    return {
        "made": "training/body_blocks, on seen publishers of fundus-pages, trafilatura-pages and scrapinghub; no words of theirs",
        "threshold": THRESHOLD,
        "features": names,
        "calibration": calibration,
        "trees": trees,
    }


def place(node, splits, leaves):
    if "leaf_value" in node:
        leaves.append(round(node["leaf_value"], 5))
        return -len(leaves)
    at = len(splits)
    splits.append(None)
    left, right = (place(node[side], splits, leaves) for side in ("left_child", "right_child"))
    splits[at] = [node["split_feature"], round(node["threshold"], 4), left, right]
    return at


def main():
    names, pages = read(sys.argv[1])
    blocked = [np.array(page["blocked"]) == 1 for page in pages]
    report("finder", pages, [np.array(page["found"]) == 1 for page in pages])
    report("finder and rules", pages, [(np.array(page["found"]) == 1) & ~b for page, b in zip(pages, blocked)])
    report("ceiling", pages, [np.array(page["labels"]) == 1 for page in pages])
    scores = cross_validate(pages)
    for threshold in (0.3, 0.4, 0.5, 0.6):
        kept = [score >= threshold for score in scores]
        report(f"blocks {threshold}", pages, kept)
        report(f"blocks {threshold} and rules", pages, [k & ~b for k, b in zip(kept, blocked)])
    model = fit(pages)
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump(export(model, names, calibrate(pages, scores, blocked)), out, separators=(",", ":"))
        out.write("\n")


main()
