#!/bin/sh
# Train data/body-blocks.json from the boards beside the repository.
set -eu
cd "$(dirname "$0")/../.."
python=${PYTHON:-python3}
work=${WORK:-${TMPDIR:-/tmp}/body-blocks}
mkdir -p "$work"
npx tsx training/body_blocks/dump.ts "$work/blocks.jsonl"
"$python" training/body_blocks/train.py "$work/blocks.jsonl" data/body-blocks.json
