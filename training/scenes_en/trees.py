"""What both trainers share: reading lines of signs, folds by report, trees as JSON."""

import hashlib
import json
from pathlib import Path

import numpy as np

FOLDS = 5
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
INVENTED_WEIGHT = 0.5
MADE = "training/scenes_en, on the rules parts of test/gold; no words of theirs"


def read(path):
    with open(path, encoding="utf-8") as lines:
        names = json.loads(next(lines))["names"]
        reports = [json.loads(line) for line in lines]
    for report in reports:
        report["rows"] = np.array(report["rows"], dtype=np.float32)
        digest = hashlib.sha1(f"{report['corpus']}/{report['id']}".encode()).hexdigest()
        report["fold"] = int(digest, 16) // 3 % FOLDS
    return names, reports


def weight_of(report):
    return INVENTED_WEIGHT if report["set"] == "invented" else 1.0


def write_tree(tree):
    splits, leaves = [], []

    def walk(node):
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"], 5))
            return -len(leaves)
        at = len(splits) // 4
        splits.extend([node["split_feature"], float(f"{node['threshold']:.6g}"), 0, 0])
        splits[at * 4 + 2] = walk(node["left_child"])
        splits[at * 4 + 3] = walk(node["right_child"])
        return at

    walk(tree["tree_structure"])
    return {"splits": splits, "leaves": leaves}


def write_model(model, names, threshold, path):
    trees = [write_tree(tree) for tree in model.dump_model()["tree_info"]]
    content = {"made": MADE, "threshold": threshold, "features": names, "trees": trees}
    Path(path).write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
