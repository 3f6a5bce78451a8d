#!/bin/sh
# Build models/reader-en from ../shared/corpora: environment, three rounds of the encoder, coreference, export, scores.
# Checkpoints and the environment stay outside the repository (WORK, default /tmp/train); rerunning resumes.
# TRIAL=1 runs every step on the beginning of each corpus for one epoch, into WORK/trial, to see that all of it works.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-/tmp/train}
corpora=${CORPORA:-$here/../../shared/corpora}
models=${MODELS:-$here/../models/reader-en}
threads=${THREADS:-1}
minutes=${MINUTES:-100000}
more=${MORE_MINUTES:-100000}
epochs=${EPOCHS:-8}
varied=${VARIED_EPOCHS:-4}
linking=${LINKING_EPOCHS:-6}
export OMP_NUM_THREADS="$threads"
mkdir -p "$work"
python="${PYTHON:-$work/venv/bin/python}"
if [ ! -x "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --requirement "$here/requirements.txt"
fi
cd "$here"
"$python" -m unittest discover -s tests -t .
if [ -n "${TRIAL:-}" ]; then
  work="$work/trial"
  "$python" -m reader_en.small --corpora "$corpora" --out "$work/corpora"
  corpora="$work/corpora" models="$work/models" epochs=1 varied=1 linking=1
fi
train() {
  name=$1
  shift
  mkdir -p "$work/$name"
  "$python" -m reader_en.train --corpora "$corpora" --out "$work/$name" --words 700 --threads "$threads" "$@" \
    > "$work/$name/train.log" 2>&1 || { tail -20 "$work/$name/train.log"; exit 1; }
  grep '^epoch' "$work/$name/train.log" || true
}
train first --epochs "$epochs" --rate 1.5e-4 --minutes "$minutes"
train varied --start "$work/first" --epochs "$varied" --rate 1e-4 --fresh-rate 5e-4 --warm 100 --minutes "$more"
[ -e "$work/ewt-names.json" ] ||
  "$python" -m reader_en.self_label --corpora "$corpora" --models "$work/first" "$work/varied" --out "$work/ewt-names.json"
train run --start "$work/varied" --self-labels "$work/ewt-names.json" --epochs "$varied" --rate 1e-4 --fresh-rate 5e-4 \
  --names-weight 2 --warm 50 --minutes "$more"
"$python" -m reader_en.antecedents --corpora "$corpora" --folder "$work/run" --epochs "$linking"
"$python" -m reader_en.export --corpora "$corpora" --folder "$work/run" --models "$models"
"$python" -m reader_en.report --corpora "$corpora" --models "$models" --out "$models/scores.json"
"$python" -m reader_en.card --models "$models"
