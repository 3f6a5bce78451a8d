"""Cut the corpora down for a trial of the whole run: `python -m reader_en.small --corpora DIR --out DIR --lines 1500`."""

from __future__ import annotations

import argparse
import gzip
import shutil
import tarfile
from pathlib import Path

FOLDERS = ("ud", "ner", "re3d", "meantime")

def cut(text: str, lines: int) -> str:
    """Keep about the first `lines` lines, whole sentences only."""
    kept = text.split("\n")[:lines]
    while kept and kept[-1].strip():
        kept.pop()
    return "\n".join([*kept, ""])


def few_members(source: Path, target: Path, most: int) -> None:
    """Copy the first annotated files of MEANTIME's archive."""
    with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
        names = sorted(m.name for m in old.getmembers() if m.name.endswith(".xml"))
        for name in [n for n in names if "/intra_cross-doc_annotation/" in n][:most]:
            new.addfile(old.getmember(name), old.extractfile(name))


def main() -> None:
    """Write a folder laid out like the corpora, with the beginning of each file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=1500)
    args = parser.parse_args()
    few = max(1, args.lines // 300)
    for path in sorted(p for p in args.corpora.rglob("*") if p.is_file() and p.relative_to(args.corpora).parts[0] in FOLDERS):
        target = args.out / path.relative_to(args.corpora)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.name == "meantime.tar.gz":
            few_members(path, target, few)
        elif path.name.endswith(".conllu.gz"):
            text = gzip.decompress(path.read_bytes()).decode("utf-8")
            target.write_bytes(gzip.compress(cut(text, args.lines).encode("utf-8")))
        elif path.name == "documents.json":
            rows = path.read_text(encoding="utf-8-sig").splitlines()[:few]
            target.write_text("\n".join(rows) + "\n", encoding="utf-8")
        elif path.parent.name == "ner":
            lines = args.lines * (3 if "wikigold" in path.name else 1)  # else no document of the held-back quarter is left
            target.write_text(cut(path.read_text(encoding="utf-8"), lines), encoding="utf-8")
        else:
            shutil.copyfile(path, target)


if __name__ == "__main__":
    main()
