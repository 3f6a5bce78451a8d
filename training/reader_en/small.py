"""Cut the corpora down for a trial of the whole run: `python -m reader_en.small --corpora DIR --out DIR --lines 4000`."""

from __future__ import annotations

import argparse
import gzip
import shutil
from pathlib import Path


def cut(text: str, lines: int) -> str:
    """Keep about the first `lines` lines, whole sentences only."""
    kept = text.split("\n")[:lines]
    while kept and kept[-1].strip():
        kept.pop()
    return "\n".join([*kept, ""])


def main() -> None:
    """Write a folder laid out like the corpora, with the beginning of each file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=4000)
    args = parser.parse_args()
    for name in ("re3d", "meantime"):
        shutil.copytree(args.corpora / name, args.out / name, dirs_exist_ok=True, copy_function=shutil.copyfile)
    for name in ("ud", "ner"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
        for path in sorted((args.corpora / name).iterdir()):
            target = args.out / name / path.name
            if path.suffix == ".gz":
                target.write_bytes(gzip.compress(cut(gzip.decompress(path.read_bytes()).decode("utf-8"), args.lines).encode("utf-8")))
            else:
                target.write_text(cut(path.read_text(encoding="utf-8"), args.lines), encoding="utf-8")


if __name__ == "__main__":
    main()
