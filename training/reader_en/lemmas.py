"""Lemmas as edit rules: a casing, a number of letters to cut from the end, letters to add."""

from __future__ import annotations

from collections import Counter


def rule_of(word: str, lemma: str) -> str:
    """Find the rule that turns `word` into `lemma`: `CASE|CUT|ADD`, or `=|0|LEMMA` when nothing is shared.

    CASE is `k` (keep), `l` (lower-case all), or `t` (keep the first letter, lower-case the rest).
    """
    best: tuple[int, str] | None = None
    for case in "klt":
        form = _cased(word, case)
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        cost = len(form) - shared + len(lemma) - shared
        if best is None or cost < best[0]:
            if shared or not lemma:
                best = (cost, f"{case}|{len(form) - shared}|{lemma[shared:]}")
    return best[1] if best else f"=|0|{lemma}"


def _cased(word: str, case: str) -> str:
    if case == "l":
        return word.lower()
    return word[:1] + word[1:].lower() if case == "t" else word


def apply_rule(word: str, rule: str) -> str:
    """Turn a word into its lemma; a rule that cuts everything leaves the lower-cased word."""
    case, cut, add = rule.split("|", 2)
    if case == "=":
        return add
    form, count = _cased(word, case), int(cut)
    if count > len(form) or (count == len(form) and not add):
        return word.lower()
    return form[: len(form) - count] + add


def learn_rules(pairs: list[tuple[str, str]], least: int = 3) -> list[str]:
    """Collect the rules seen at least `least` times, most frequent first."""
    counts = Counter(rule_of(w, l) for w, l in pairs)
    kept = [r for r, n in counts.items() if n >= least]
    return sorted(kept, key=lambda r: (-counts[r], r))
