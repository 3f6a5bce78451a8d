#!/bin/sh
# Build models/reader-en from ../shared/corpora: environment, encoder, coreference, export, scores.
# Checkpoints and the environment stay outside the repository (WORK, default /tmp/train); rerunning resumes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-/tmp/train}
corpora=${CORPORA:-$here/../../shared/corpora}
models=${MODELS:-$here/../models/reader-en}
threads=${THREADS:-1}
minutes=${MINUTES:-100000}
export OMP_NUM_THREADS="$threads"
mkdir -p "$work"
python="$work/venv/bin/python"
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --requirement "$here/requirements.txt"
fi
cd "$here"
"$python" -m unittest discover -s tests -t .
"$python" -m reader_en.train --corpora "$corpora" --out "$work/run" --epochs "${EPOCHS:-8}" --words 700 --rate 1.5e-4 \
  --threads "$threads" --minutes "$minutes" 2>&1 | tee -a "$work/train.log"
"$python" -m reader_en.antecedents --corpora "$corpora" --folder "$work/run" 2>&1 | tee -a "$work/antecedents.log"
"$python" -m reader_en.export --corpora "$corpora" --folder "$work/run" --models "$models"
"$python" -m reader_en.report --corpora "$corpora" --models "$models" --out "$models/scores.json"
"$python" -m reader_en.card --models "$models"
