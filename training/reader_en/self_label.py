"""Label the names of EWT's training text by two of our own models: `python -m reader_en.self_label --corpora DIR --models RUN RUN --out FILE`.

A name is taken where both models read the same span and kind and the treebank's own tags fit (it begins and ends with a
proper noun and cuts no run of them, is no address and no bare title), or where a list knows the whole run and one model agrees. A name left open takes
the kind that its document gives the same words. Everything else the models differ on stays open (`?`, no loss).
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import torch

from .batches import Example, by_length, collate, make_example
from .conllu import read_conllu
from .corpus import Sentence
from .decode import viterbi
from .labels import Labels
from .model import Reader
from .name_lists import lists
from .schema import is_title
from .scores import Span, name_spans

KINDS = ("PER", "ORG", "LOC")
OPEN = "?"
MAJORITY = 0.8
ENDS = {
    "ORG": frozenset("""bank inc inc. corp corp. corporation company co. ltd ltd. llc llp plc university college department
        ministry agency committee commission association institute foundation council party court times post herald tribune
        group union federation league""".split()),
    "LOC": frozenset("""street avenue road county river lake park airport island islands bay beach valley mountains strait
        gulf ocean sea plaza highway boulevard""".split()),
}
"""Last words that give away what a run of two or more proper nouns names."""


@torch.no_grad()
def read_names(model: Reader, labels: Labels, examples: list[Example]) -> list[list[str]]:
    """Read only the name tags of examples, in their order."""
    model.eval()
    found: dict[int, list[str]] = {}
    at = sum(model.sizes[:3])
    for group in by_length(examples, 2000):
        b = collate(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rooted = model.words(b.ids, b.shapes, b.mask, b.starts).float()
        scores = model.tags(rooted[:, 1:])[..., at:at + model.sizes[3]].numpy()
        for k, e in enumerate(group):
            tags = viterbi(scores[k, :len(e.starts)], labels.names)
            found[id(e)] = tags + ["O"] * (len(e.sentence.words) - len(tags))
    return [found[id(e)] for e in examples]


def listed(words: list[str]) -> tuple[str, bool] | None:
    """Look a whole run of proper nouns up; True with a listed name (a known body, a country, state or city), False with
    a likely one (a person's first and last name, a telling end)."""
    known = _known()
    text = " ".join(words).lower().replace(" - ", "-")
    for kind in ("ORG", "LOC"):
        if text in known[kind]:
            return kind, True
    if len(words) in (2, 3) and words[0].lower() in known["first"] and words[-1].lower() in known["last"]:
        return "PER", False
    return next(((k, False) for k, ends in ENDS.items() if len(words) > 1 and words[-1].lower() in ends), None)


def plain(text: str) -> str:
    """Drop accents."""
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if unicodedata.category(ch) != "Mn")


def _known() -> dict[str, frozenset[str]]:
    if not _CACHE:
        table = lists()
        low = {k: frozenset(y for x in v for y in (x.lower(), plain(x).lower())) for k, v in table.items()}
        _CACHE.update({"ORG": low["organisation"] | low["company"], "first": low["first"], "last": low["last"],
                       "LOC": low["country"] | low["state"] | low["city"]})
    return _CACHE


_CACHE: dict[str, frozenset[str]] = {}


def is_proper(s: Sentence, at: int) -> bool:
    """Tell a word of a proper name by its Penn tag; universal tags call the "New" of "New York" an adjective."""
    assert s.xpos is not None
    return s.xpos[at] in ("NNP", "NNPS")


def proper_runs(s: Sentence) -> list[tuple[int, int]]:
    """Find the unbroken runs of proper nouns."""
    runs: list[tuple[int, int]] = []
    for i in range(len(s.words)):
        if is_proper(s, i):
            if runs and runs[-1][1] == i:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
    return runs


def _fits(s: Sentence, span: Span) -> bool:
    assert s.upos is not None
    start, end, kind = span
    cut = (start > 0 and is_proper(s, start - 1)) or (end < len(s.words) and is_proper(s, end))
    address = any("@" in w or w.endswith(".com") for w in s.words[start:end])
    title = kind == "PER" and all(is_title(w) for w in s.words[start:end])
    return not (cut or address or title) and is_proper(s, start) and (is_proper(s, end - 1) or s.upos[end - 1] in ("NUM", "NOUN"))


def agree(s: Sentence, one: list[str], other: list[str]) -> list[str]:
    """Merge two readings of one sentence into tags, `?` where they leave it open."""
    a, b = ({x for x in name_spans(t) if x[2] in KINDS} for t in (one, other))
    sure = {x for x in a & b if _fits(s, x)}
    for start, end in proper_runs(s):
        kind, known = listed(s.words[start:end]) or ("", False)
        name = (start, end, kind)
        if not kind or not _fits(s, name):
            continue
        if name in a | b or (known and kind == "ORG" and end - start > 1):
            sure = {x for x in sure if x[1] <= start or x[0] >= end} | {name}
        elif known and end - start > 1:
            sure = {x for x in sure if x[1] <= start or x[0] >= end}
    tags = ["O"] * len(s.words)
    for start, end, _ in a | b:
        tags[start:end] = [OPEN] * (end - start)
    for start, end, kind in sorted(sure):
        tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tags


def settle(sentences: list[Sentence], tags: list[list[str]]) -> None:
    """Let each document's sure names decide its open ones, and open those that its majority contradicts."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s, t in zip(sentences, tags):
        for start, end, kind in name_spans(t):
            counts[s.document, " ".join(s.words[start:end]).lower()][kind] += 1
    for s, t in zip(sentences, tags):
        for start, end in proper_runs(s):
            seen = counts.get((s.document, " ".join(s.words[start:end]).lower()))
            if not seen or any(x == "O" for x in t[start:end]):
                continue
            kind, most = min(seen.items(), key=lambda x: (-x[1], x[0]))
            if most < MAJORITY * sum(seen.values()):
                t[start:end] = [OPEN] * (end - start)
            elif all(x == OPEN for x in t[start:end]) and t[end:end + 1] != [OPEN] and (start == 0 or t[start - 1] != OPEN):
                t[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)


def main() -> None:
    """Label and write one list of tags a sentence."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--models", type=Path, nargs=2, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    sentences = read_conllu(args.corpora / "ud" / "ewt-train.conllu.gz", "ewt")
    proper = [s for s in sentences if proper_runs(s)]
    readings = []
    for folder in args.models:
        labels = Labels.load(folder / "labels.json")
        state = torch.load(folder / "best.pt", weights_only=False)
        model = Reader(labels, state["layers"])
        model.load_state_dict(state["model"])
        readings.append(read_names(model, labels, [make_example(s, labels) for s in proper]))
    tags = [agree(s, a, b) for s, a, b in zip(proper, *readings)]
    settle(proper, tags)
    found = iter(tags)
    whole = [next(found) if proper_runs(s) else ["O"] * len(s.words) for s in sentences]
    args.out.write_text(json.dumps(whole), encoding="utf-8")
    print(Counter(t for row in tags for t in row))


if __name__ == "__main__":
    main()
