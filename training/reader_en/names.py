"""Readers of the name corpora: UNER-EWT, WNUT-17, wikigold, MEANTIME and re3d."""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from .corpus import Sentence
from .schema import is_nationality, is_title

_WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG",
         "product": "MISC", "creative-work": "MISC"}
_MONTHS = frozenset("january february march april may june july august september october november december "
                    "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split())
_STOP = frozenset("of in at on for with who which that from to by , ( - – — : ; near and after since until".split())


def held_back(document: str) -> bool:
    """Tell whether a wikigold or re3d document belongs to the quarter kept for scoring."""
    return hashlib.sha1(document.encode()).digest()[0] % 4 == 0


def read_uner(path: Path) -> list[Sentence]:
    """Read UNER's IOB2 file; only PER, ORG and LOC are marked."""
    out: list[Sentence] = []
    words, tags, document = [], [], ""
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# sent_id = "):
            document = line[12:].rsplit("-", 1)[0]
        elif line and not line.startswith("#"):
            row = line.split("\t")
            words.append(row[1])
            tags.append(row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O")
        elif not line and words:
            out.append(Sentence(words, "uner", document, names=tags))
            words, tags = [], []
    return out


def read_wnut(path: Path) -> list[Sentence]:
    """Read WNUT-17; corporation and group become ORG, product and creative-work MISC."""
    out: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        row = line.split("\t")
        if len(row) > 1 and row[0].strip():
            words.append(row[0])
            tags.append("O" if row[1] == "O" else f"{row[1][0]}-{_WNUT[row[1][2:].split(',')[0]]}")
        elif words:
            out.append(Sentence(words, "wnut", f"wnut-{len(out)}", names=tags))
            words, tags = [], []
    return out


def read_wikigold(path: Path) -> list[Sentence]:
    """Read wikigold, turning its IO tags into BIO."""
    out: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    document = 0
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        row = line.rsplit(" ", 1)
        if line.startswith("-DOCSTART-"):
            document += 1
        elif len(row) == 2:
            tag = row[1]
            fresh = tag != "O" and (not tags or tags[-1][2:] != tag[2:])
            words.append(row[0])
            tags.append("B" + tag[1:] if fresh else tag)
        elif words:
            out.append(Sentence(words, "wikigold", f"wikigold-{document}", names=tags))
            words, tags = [], []
    return out


def plain_head(words: list[str]) -> int:
    """Guess the head of a phrase without a tree: a currency sign, a month, else the word before a preposition."""
    for i, word in enumerate(words):
        if word in ("$", "£", "€", "US$") or word.lower() in _MONTHS:
            return i
    for i, word in enumerate(words):
        if i > 0 and word.lower() in _STOP:
            return i - 1
    return len(words) - 1


def read_meantime(path: Path) -> list[Sentence]:
    """Read MEANTIME's English part: the fully annotated title and first five sentences of each article."""
    out: list[Sentence] = []
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if "/intra_cross-doc_annotation/" in member.name and member.name.endswith(".xml"):
                handle = archive.extractfile(member)
                assert handle is not None
                out.extend(_meantime_document(ElementTree.parse(handle).getroot()))
    return out


def _meantime_document(root: ElementTree.Element) -> list[Sentence]:
    place: dict[str, tuple[int, int]] = {}
    sentences: list[Sentence] = []
    for token in root.findall("token"):
        at = int(token.get("sentence", "0"))
        while len(sentences) <= at:
            sentences.append(Sentence([], "meantime", "meantime-" + root.get("doc_id", ""), names=[]))
        place[token.get("t_id", "")] = (at, len(sentences[at].words))
        sentences[at].words.append(token.text or "_")
    for s in sentences:
        s.names = ["O"] * len(s.words)
    kinds = {e.get("m_id"): e.get("ent_type") for e in root.iter("ENTITY")}
    kind_of: dict[str, str | None] = {}
    for link in root.iter("REFERS_TO"):
        for target in link.findall("target"):
            for source in link.findall("source"):
                kind_of[source.get("m_id", "")] = kinds.get(target.get("m_id"))
    for element in [*root.iter("ENTITY_MENTION"), *root.iter("TIMEX3"), *root.iter("VALUE")]:
        spots = [place[a.get("t_id", "")] for a in element.findall("token_anchor")]
        if spots:
            s = sentences[spots[0][0]]
            _meantime_mark(element, kind_of, s, min(p[1] for p in spots), max(p[1] for p in spots) + 1)
    return [s for s in sentences[:6] if s.words]


def _meantime_mark(e: ElementTree.Element, kind_of: dict[str, str | None], s: Sentence, start: int, end: int) -> None:
    assert s.names is not None
    head = start + plain_head(s.words[start:end])
    if e.tag == "TIMEX3":
        s.anchors[head] = "time"
    elif e.tag == "VALUE":
        s.anchors[head] = "money" if e.get("type") == "MONEY" else "quantity"
    else:
        kind = kind_of.get(e.get("m_id", ""))
        if e.get("syntactic_type") in ("NAM", "PRE.NAM") and kind in ("PER", "ORG", "LOC"):
            while end > start + 1 and (s.words[start].lower() == "the" or (kind == "PER" and is_title(s.words[start]))):
                start += 1
            if end - start == 1 and is_nationality(s.words[start]):
                return
            if all(t == "O" for t in s.names[start:end]):
                s.names[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        if e.get("syntactic_type") == "NAM" and kind in ("PER", "ORG", "LOC"):
            s.anchors[head] = {"PER": "person", "ORG": "organisation", "LOC": "place|facility"}[kind]


_TOKEN = re.compile(r"(?:[A-Z]\.)+|(?:Gen|Lt|Col|Mr|Mrs|Ms|Dr|Maj|Sgt|Sen|Rep|St|Capt|Brig|Adm|No)\.|\d[\d,.:]*\d|\w+(?:-\w+)*(?=n['’]t)"
                    r"|n['’]t|['’](?:s|re|ve|ll|d|m)\b|\w+(?=['’]s\b)|\w+|[^\w\s]")
_ANCHORS = {"Weapon": "weapon", "MilitaryPlatform": "vehicle", "Vehicle": "vehicle", "Money": "money",
            "Quantity": "quantity", "Temporal": "time", "Person": "person", "Location": "place|facility"}
_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}


def read_re3d(folder: Path) -> list[Sentence]:
    """Read the openly licensed re3d sources with a plain tokeniser; named people, bodies and places become names."""
    out: list[Sentence] = []
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (source / "entities.json").read_text(encoding="utf-8-sig").splitlines():
            e = json.loads(line)
            if e["confidence"] >= 0.5:
                entities.setdefault(e["documentId"], []).append((e["begin"], e["end"], e["type"]))
        for line in (source / "documents.json").read_text(encoding="utf-8-sig").splitlines():
            d = json.loads(line)
            out.extend(_re3d_document(d["_id"], d["text"], entities.get(d["_id"], []), source.name))
    return out


def _re3d_document(name: str, text: str, entities: list[tuple[int, int, str]], genre: str) -> list[Sentence]:
    out: list[Sentence] = []
    spans: list[tuple[int, int]] = []
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    for i, (a, b) in enumerate(tokens):
        spans.append((a, b))
        after = text[b:tokens[i + 1][0]] if i + 1 < len(tokens) else "\n"
        ends = text[a:b] in (".", "!", "?") or (text[a:b] in ('"', "”") and len(spans) > 1 and text[spans[-2][0]] in ".?!")
        if "\n" in after or (ends and after and text[tokens[i + 1][0]] not in "\"”')"):
            out.append(_re3d_sentence(name, text, spans, entities, genre))
            spans = []
    return out


def _re3d_sentence(name: str, text: str, spans: list[tuple[int, int]], entities: list[tuple[int, int, str]],
                   genre: str) -> Sentence:
    words = [text[a:b] for a, b in spans]
    s = Sentence(words, "re3d", name, genre, names=["O"] * len(words))
    assert s.names is not None
    for begin, end, kind in sorted(entities, key=lambda e: (e[0] - e[1], e[0])):
        inside = [i for i, (a, b) in enumerate(spans) if a >= begin and b <= end]
        if not inside:
            continue
        start, stop = inside[0], inside[-1] + 1
        head = start + plain_head(words[start:stop])
        if kind in _ANCHORS:
            s.anchors[head] = _ANCHORS[kind]
        elif kind == "Organisation":
            s.anchors[head] = "organisation" if words[head][:1].isupper() else "organisation|person"
        if kind in _KINDS:
            _re3d_name(s, start, stop, head, _KINDS[kind])
        elif kind == "Nationality" and stop - start == 1:
            s.names[start] = "B-NAT"
    return s


def _re3d_name(s: Sentence, start: int, stop: int, head: int, kind: str) -> None:
    """Mark the name in an entity: drop determiners and titles; a phrase with a common-noun head is no name."""
    assert s.names is not None
    while start < stop - 1 and (s.words[start].lower() in ("the", "a", "an") or
                                (kind == "PER" and is_title(s.words[start]))):
        start += 1
    small = ("of", "the", "and", "for", "al", "bin", "-", "ibn", "de", "el", "'", "’", ".")
    if all(w[:1].isupper() or w.lower() in small or w[:1].isdigit() for w in s.words[start:stop]) \
            and all(t == "O" for t in s.names[start:stop]) and s.words[head][:1].isupper() and not (stop - start == 1 and is_nationality(s.words[start])):
        s.names[start:stop] = [f"B-{kind}"] + [f"I-{kind}"] * (stop - start - 1)
