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


def lemma_of(word: str, upos: str, rule: str, exceptions: dict[str, dict[str, str]]) -> str:
    """Find a lemma: the table of inflected forms first, else the rule, else its spelling mended."""
    known = exceptions.get(upos, {}).get(word.lower())
    if known is not None:
        return known
    lemma = apply_rule(word, rule)
    if upos in ("NOUN", "VERB") and len(word) > 4:
        form = word.lower()
        if form.endswith(("ies", "ied")) and lemma in (form[:-1], form[:-2]):
            return form[:-3] + "y"
        if form.endswith(("sses", "shes", "ches", "xes", "zzes")) and lemma == form[:-1]:
            return form[:-2]
    return lemma


def learn_exceptions(words: list[tuple[str, str, str]]) -> dict[str, dict[str, str]]:
    """Collect (word, tag, lemma) forms whose usual lemma differs from the form: tag -> lower-cased form -> lemma."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for word, upos, lemma in words:
        if upos not in ("PROPN", "X", "SYM", "NUM", "PUNCT"):
            counts.setdefault((upos, word.lower()), Counter())[rule_of(word.lower(), lemma)] += 1
    out: dict[str, dict[str, str]] = {}
    for (upos, form), rules in sorted(counts.items()):
        lemma = apply_rule(form, min(rules, key=lambda r: (-rules[r], r)))
        if lemma != form:
            out.setdefault(upos, {})[form] = lemma
    return out


def learn_rules(pairs: list[tuple[str, str]], least: int = 3) -> list[str]:
    """Collect the rules seen at least `least` times, most frequent first."""
    counts = Counter(rule_of(w, l) for w, l in pairs)
    kept = [r for r, n in counts.items() if n >= least]
    return sorted(kept, key=lambda r: (-counts[r], r))
