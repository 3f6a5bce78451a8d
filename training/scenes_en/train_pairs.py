"""Train the trees that tell whether two findings of a report are of one happening.

Reads what `dump.ts` wrote, prints B-cubed on the fold left out, writes the trees as JSON.

    python train_pairs.py pairs.jsonl ../../data/scene-pairs.json
"""

import json
import sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

import trees

ROUNDS = 250
# Chosen on folds left out: B-cubed of news is flat from 0.4 to 0.6 there, and a false merge is worse than a miss.
THRESHOLD = 0.55
PARAMETERS = trees.PARAMETERS | {"min_data_in_leaf": 80, "feature_fraction": 0.4}


def pairs(count):
    return [(a, b) for a in range(count) for b in range(a + 1, count)]


def loosen(report, names, held_out, random):
    """Give a report's findings judgements of the fate head as it gives them on reports it never saw.

    The head was trained on these very reports, where it is far surer of what is told of another happening; trees that saw that would lean
    on it too much. `held-out.json` has quantiles of its judgement on a fold left out of its training, by what the gold says.
    """
    columns = [names.index(name) for name in ("other before", "other after", "other apart")]
    values, shares = {}, {}
    for at, (event, main) in enumerate(zip(report["events"], report["main"])):
        if main is None:
            continue
        share = shares.setdefault(event, random.random())
        place = (share + random.normal(0, 0.25)) % 1.0
        values[at] = np.interp(place, np.linspace(0, 1, 101), held_out["main" if main else "other"])
    for row, (a, b) in zip(report["rows"], pairs(len(report["events"]))):
        before, after = row[columns[0]], row[columns[1]]
        if before >= 0:
            before = values.get(a, before)
        if after >= 0:
            after = values.get(b, after)
        apart = abs(before - after) if before >= 0 and after >= 0 else -1
        row[columns] = before, after, apart


def stack(reports):
    rows, labels, weights = [], [], []
    for report in reports:
        events = report["events"]
        weight = trees.weight_of(report) / max(1, len(events) - 1)
        rows.append(report["rows"])
        labels += [events[a] == events[b] for a, b in pairs(len(events))]
        weights += [weight] * len(report["rows"])
    return np.concatenate(rows), np.array(labels, dtype=np.int8), np.array(weights)


def fit(reports):
    rows, labels, weights = stack(reports)
    return lgb.train(PARAMETERS, lgb.Dataset(rows, labels, weight=weights), num_boost_round=ROUNDS)


def cluster(count, scores, threshold):
    """Average linkage, as `src/extract/scenes/parting/cluster.ts` does it."""
    groups = [[at] for at in range(count)]
    table = np.zeros((count, count))
    for score, (a, b) in zip(scores, pairs(count)):
        table[a, b] = table[b, a] = score
    while len(groups) > 1:
        means = [(table[np.ix_(groups[a], groups[b])].mean(), -a, -b) for a, b in pairs(len(groups))]
        best, a, b = max(means)
        if best < threshold:
            break
        groups[-a] += groups.pop(-b)
    labels = [0] * count
    for label, group in enumerate(groups):
        for at in group:
            labels[at] = label
    return labels


def b_cubed(reports, label):
    precision = recall = count = 0.0
    for report in reports:
        truth, found = report["events"], label(report)
        for at in range(len(truth)):
            same = {other for other, event in enumerate(truth) if event == truth[at]}
            group = {other for other, event in enumerate(found) if event == found[at]}
            precision += len(same & group) / len(group)
            recall += len(same & group) / len(same)
            count += 1
    precision, recall = precision / count, recall / count
    return precision, recall, 2 * precision * recall / (precision + recall)


def check(reports):
    """Print B-cubed of the fold left out by trees that did not see it."""
    model = fit([report for report in reports if report["fold"] != 0])
    left = [report for report in reports if report["fold"] == 0]
    for report in left:
        report["scores"] = model.predict(report["rows"])
    for name in ("news", "wars", "records", "invented"):
        own = [report for report in left if report["set"] == name]
        for threshold in (0.4, THRESHOLD, 0.7):
            found = b_cubed(own, lambda report: cluster(len(report["events"]), report["scores"], threshold))
            print(f"{name} at {threshold}: P {found[0]:.3f} R {found[1]:.3f} F1 {found[2]:.3f}")
        alone = b_cubed(own, lambda report: [0] * len(report["events"]))
        print(f"{name}, all of a report as one: P {alone[0]:.3f} R {alone[1]:.3f} F1 {alone[2]:.3f}")


def main():
    names, reports = trees.read(sys.argv[1])
    held_out = json.loads(Path(__file__).with_name("held-out.json").read_text(encoding="utf-8"))
    random = np.random.default_rng(1)
    for report in reports:
        # The head was not trained on reports of wars and of records but by the way.
        if report["set"] not in ("wars", "records"):
            loosen(report, names, held_out, random)
    check(reports)
    trees.write_model(fit(reports), names, THRESHOLD, sys.argv[2])


if __name__ == "__main__":
    main()
