#!/bin/sh
# Build models/roles-en/weights.json from MUC-4's training reports. Everything in between stays in WORK.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export WORK=${WORK:-/tmp/roles}
export CORPORA=${CORPORA:-$here/../../../shared/corpora}
export MODELS=${MODELS:-$here/../../models/roles-en}
export OMP_NUM_THREADS=1
python=${PYTHON:-python3}
mkdir -p "$WORK"
cd "$here/../.."
npx tsx training/roles_en/dump.ts features
"$python" training/roles_en/tagger.py
npx tsx training/roles_en/dump.ts candidates
"$python" training/roles_en/decide.py
