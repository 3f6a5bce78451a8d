#!/bin/sh
# Train data/scene-pairs.json and data/period-signs.json from the gold of test/gold and the articles beside the repository.
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
work=${WORK:-${TMPDIR:-/tmp}/scenes-en}
mkdir -p "$work"
npx tsx training/scenes_en/dump.ts "$work/pairs.jsonl" "$work/periods.jsonl"
"$python" training/scenes_en/train_pairs.py "$work/pairs.jsonl" data/scene-pairs.json
"$python" training/scenes_en/train_periods.py "$work/periods.jsonl" data/period-signs.json
