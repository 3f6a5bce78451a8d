#!/bin/sh
# Make the fate head from the gold and the corpora beside the repository, and graft it into models/reader-en. WORK holds environment and data.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=${WORK:-/tmp/train}
python="${PYTHON:-$work/venv/bin/python}"
models="$here/../models/reader-en"
mkdir -p "$work/fates"
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --requirement "$here/requirements.txt"
fi
(cd "$here/.." && npx tsx training/fates_en/dump.ts) > "$work/fates/articles.jsonl"
cd "$here"
"$python" -m fates_en.tune --articles "$work/fates/articles.jsonl" --models "$models" --out "$work/fates/branch" --trunk 2 --epochs "${EPOCHS:-5}"
"$python" -m fates_en.export --articles "$work/fates/articles.jsonl" --branch "$work/fates/branch/branch.pt" --models "$models"
