"""From gold claims to what the head must say of each anchor of a sentence.

A claim's anchor is the number that counts its people, else the noun or name of the single person, else each member of a list that adds up.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FATES = ("none", "killed", "injured", "missing", "hostages", "rescued", "displaced", "arrested", "perpetratorsKilled",
         "casualties", "perpetratorsInjured", "perpetrators")
SCOPES = ("total", "subset", "additional")
MOODS = ("asserted", "alleged", "claimed", "feared", "unreal")
SPANS = ("incident", "period")
ABOUTS = ("main", "other")
RULES = ("nothing", "killed", "injured", "struck", "hospitalised", "casualties", "missing", "hostages", "rescued", "arrested",
         "detained", "displaced", "perpetrators")
SPOTS = ("anchor", "noun", "predicate", "above", "complement", "subject", "oblique", "sentence")
KINDS = ("number", "person", "none", "mention")
SAME = {"detained": "arrested"}
MOOD_OF = {"denied": "unreal", "hypothetical": "unreal", "negated": "asserted"}


@dataclass
class Target:
    """What the gold says of one anchor; -1 where it says nothing that can be trained on."""

    at: int
    kind: int
    rule: int
    spots: tuple[int, ...] = ()
    """Words that what is told of it is read from: see `src/extract/fates/spots.ts`; -1 where there is none."""
    fate: int = 0
    second: int = -1
    """Another fate told of the same people: "the nine taken in March have been freed"."""
    scope: int = -1
    mood: int = -1
    span: int = -1
    about: int = -1
    """Whether it tells of the happening that the article is about."""
    signs: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass
class Sentence:
    """One sentence ready for the network, with its targets."""

    article: str
    part: str
    kind: str
    words: list[str]
    targets: list[Target] = field(default_factory=list)


def printed(value: dict | None) -> tuple[float | None, bool]:
    """Give the number a quantity prints, and whether it is a vague word."""
    if value is None:
        return None, False
    if value.get("vague") is not None:
        return None, True
    return value.get("anchor", value.get("min")), False


def fits(anchor: dict, claim: dict) -> bool:
    """Tell whether a number stands for the figure of a claim."""
    number, vague = printed(anchor.get("value"))
    if "n" in claim:
        if claim["n"] is None:
            return vague
        return number is not None and number in (claim["n"][0], claim["n"][1])
    low, high = claim.get("min"), claim.get("max")
    if low is None:
        return False
    value = anchor.get("value") or {}
    return value.get("min") == low and value.get("max") == high


def count_of(claim: dict) -> int | None:
    """Give the exact count of a claim, if it is one."""
    if "n" in claim:
        n = claim["n"]
        return n[0] if n is not None and n[0] == n[1] else None
    return claim.get("min") if claim.get("min") == claim.get("max") else None


def size_of(anchor: dict) -> int | None:
    """Give how many people an anchor of a list adds."""
    number, _ = printed(anchor.get("value"))
    if anchor["kind"] == "number":
        return number
    group = anchor.get("group")
    if anchor["kind"] == "mention" or (group is not None and group.get("singular")):
        return 1
    return count_of(group.get("count") or {}) if group is not None else None


def members_of(inside: list[dict], count: int) -> list[dict]:
    """Find neighbouring anchors that add up to a count, or the one that says it: "both men", "the couple"."""
    sizes = [size_of(a) for a in inside]
    alone = [a for a, size in zip(inside, sizes) if size == count]
    if alone:
        return alone[:1]
    for first in range(len(inside)):
        total = 0
        for last in range(first, len(inside)):
            if sizes[last] is None:
                break
            total += sizes[last]
            if total == count and last > first:
                return inside[first:last + 1]
            if total > count:
                break
    return []


def anchors_of(claim: dict, anchors: list[dict], starts: list[int], fate: str) -> list[dict]:
    """Choose the anchors of a claim among those of its words."""
    inside = [a for a in anchors if 0 <= starts[a["at"]] and claim["start"] <= starts[a["at"]] < claim["end"]]
    count = count_of(claim)
    numbers = [a for a in inside if a["kind"] == "number" and fits(a, claim)]
    ruled = {"killed": ("killed",), "injured": ("injured", "struck", "hospitalised"), "perpetratorsKilled": ("killed",),
             "casualties": ("casualties", "struck"), "arrested": ("arrested", "detained")}.get(fate, (fate,))
    if numbers:
        return [next((a for a in numbers if a.get("fate") in ruled), numbers[0])]
    if count == 0:
        return [a for a in inside if a["kind"] == "none"][:1]
    if count is not None and count > 1:
        return members_of(inside, count)
    if count != 1:
        return []
    ones = [a for a in inside if a["kind"] in ("person", "mention") and (a.get("group") or {"singular": True}).get("singular")]
    marked = [a for a in ones if a.get("fate") in ruled]
    if marked:
        return marked[:1]
    return ones if len(ones) == 1 else ones[:1] if ones and fate in ("missing", "rescued") else ones[-1:] if ones else []


def label(article: dict) -> tuple[list[Sentence], int, int]:
    """Label an article's sentences; also tells how many claims found an anchor, of how many."""
    sentences: list[Sentence] = []
    claims = [c for c in article["claims"] if c["attribute"] in FATES or c["attribute"] in SAME]
    found = 0
    done: set[int] = set()
    for s in article["sentences"]:
        anchors = s["anchors"]
        own = Sentence(f"{article['source']}/{article['id']}", article["part"], article["kind"], s["words"])
        by = {a["at"]: Target(a["at"], KINDS.index(a["kind"]), RULES.index(a.get("fate", "nothing")), tuple(a["spots"]),
                             signs=tuple(a["signs"])) for a in anchors}
        starts = s["starts"]
        real = [x for x in starts if x >= 0]
        low, high = (min(real), max(real)) if real else (0, -1)
        for at, claim in enumerate(claims):
            if claim["end"] <= low or claim["start"] > high or at in done:
                continue
            fate = SAME.get(claim["attribute"], claim["attribute"])
            chosen = anchors_of(claim, anchors, starts, fate)
            optional = claim.get("optional", False)
            if chosen:
                found += 1
                done.add(at)
            else:
                # Its words are known to state a fate, but not at which word: nothing here is trained on.
                for a in anchors:
                    if claim["start"] <= starts[a["at"]] < claim["end"]:
                        by[a["at"]].weight = min(by[a["at"]].weight, 0.0)
            for a in chosen:
                t = by[a["at"]]
                if t.fate != 0 and t.weight >= 1.0:
                    if t.fate != FATES.index(fate):
                        t.second = FATES.index(fate)
                    continue
                t.fate = FATES.index(fate)
                t.weight = 0.3 if optional else 1.0
                if "accept" in claim and claim["accept"]:
                    t.weight = 0.5
                scope = claim.get("scope", "total")
                t.scope = SCOPES.index(scope) if scope in SCOPES else -1
                mood = claim.get("modality", "asserted")
                mood = MOOD_OF.get(mood, mood)
                t.mood = MOODS.index(mood) if mood in MOODS else -1
                t.span = SPANS.index("period" if claim.get("accumulation") == "period" else "incident")
                if article.get("main") is not None and not claim.get("event", "period:").startswith("period:"):
                    t.about = ABOUTS.index("main" if claim["event"] == article["main"] else "other")
        own.targets = [by[a["at"]] for a in anchors]
        sentences.append(own)
    return sentences, found, len(claims)
