"""Flat proper names of GUM, from its own minimal spans.

The **flat name** of a mention of a person, organisation or place headed by a proper noun is the unbroken stretch of
its minimal span (GUM's `minspan`: the words of the proper name) around the head, joined over at most two small words
("of the"), without personal titles. A mention headed by a title ("the King of Athens") or by a plural
person ("Americans") has none. Where two overlap, the longer is kept, as Universal NER and CoNLL-2003 do.
"""

from __future__ import annotations

from .corpus import Mention, Sentence
from .schema import is_nationality, is_title

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_JOINTS = frozenset("of the for and & - – 's ’s ' ’ de la du del van von al el bin / . at on in".split())
_FEW = 2
_TITLES = frozenset("""vice deputy miss madam speaker minister emperor chairman chair president-elect dame attorney chief earl duke count baron
    sultan rabbi director commander protector ambassador""".split())


def _joined(s: Sentence, m: Mention) -> tuple[int, int]:
    """Grow from the head over the minimal span; a coordination is not crossed at its own conjunction."""
    assert s.heads is not None and s.relations is not None
    minimal = set(m.minimal) | {m.head}
    pair = any(h - 1 == m.head and r == "conj" and i < m.end
               for i, (h, r) in enumerate(zip(s.heads, s.relations)))

    def joint(i: int) -> bool:
        return s.words[i].lower() in _JOINTS and not (pair and s.words[i].lower() in ("and", "&", "/"))

    edges = []
    for step, limit in ((-1, m.start - 1), (1, m.end)):
        edge = at = m.head
        while (at := at + step) != limit:
            if at in minimal:
                edge = at
            elif not joint(at) or abs(at - edge) > _FEW:
                break
        edges.append(edge)
    return edges[0], edges[1] + 1


def _titled(s: Sentence, at: int) -> bool:
    return is_title(s.words[at]) or s.words[at].lower() in _TITLES


def flat_name(s: Sentence, m: Mention) -> tuple[int, int, str] | None:
    """Give a mention's flat name as (start, end, PER | ORG | LOC), or nothing."""
    assert s.upos is not None and s.xpos is not None
    kind = KINDS.get(m.type)
    if kind is None or s.upos[m.head] != "PROPN":
        return None
    start, end = _joined(s, m)
    if kind == "PER":
        while start < end and (_titled(s, start) or s.words[start] in ("-", ".")):
            start += 1
        plural = s.xpos[m.head] == "NNPS"
        if start == end or plural or s.upos[start] != "PROPN":
            return None
    return None if end - start == 1 and is_nationality(s.words[start]) else (start, end, kind)


def flat_tags(s: Sentence) -> list[str]:
    """Give a GUM sentence's names as BIO tags, longest name first."""
    assert s.mentions is not None
    tags = ["O"] * len(s.words)
    found = {name for m in s.mentions if (name := flat_name(s, m))}
    for start, end, kind in sorted(found, key=lambda x: (x[0] - x[1], x)):
        if all(t == "O" for t in tags[start:end]):
            tags[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tags
