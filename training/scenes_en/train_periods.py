"""Train the trees that tell a figure of a longer time from one of a happening.

Reads what `dump.ts` wrote, prints precision and recall of each set on folds left out, writes the trees as JSON.

    python train_periods.py periods.jsonl ../../data/period-signs.json
"""

import sys

import lightgbm as lgb
import numpy as np

import trees

ROUNDS = 200
# A figure of a happening taken for a war's is lost to its record, so precision comes first.
THRESHOLD = 0.5
PARAMETERS = trees.PARAMETERS | {"min_data_in_leaf": 40, "feature_fraction": 0.5}


def fit(reports):
    told = [report for report in reports if report["periods"]]
    rows = np.concatenate([report["rows"] for report in told])
    labels = np.array([period for report in told for period in report["periods"]], dtype=np.int8)
    weights = np.array([trees.weight_of(report) for report in told for _ in report["periods"]])
    return lgb.train(PARAMETERS, lgb.Dataset(rows, labels, weight=weights), num_boost_round=ROUNDS)


def check(reports):
    scored = {}
    for fold in range(trees.FOLDS):
        model = fit([report for report in reports if report["fold"] != fold])
        for report in reports:
            if report["fold"] == fold and report["periods"]:
                scored.setdefault(report["set"], []).extend(zip(report["periods"], model.predict(report["rows"])))
    for name, pairs in scored.items():
        for threshold in (0.4, THRESHOLD, 0.6):
            right = sum(period and score >= threshold for period, score in pairs)
            found = sum(score >= threshold for _, score in pairs)
            told = sum(period for period, _ in pairs)
            print(f"{name} at {threshold}: P {right / max(1, found):.3f} R {right / told:.3f} of {told}")


def main():
    names, reports = trees.read(sys.argv[1])
    check(reports)
    trees.write_model(fit(reports), names, THRESHOLD, sys.argv[2])


if __name__ == "__main__":
    main()
