"""Checks that need no corpus: `python -m unittest discover -s tests -t .` in training/."""

from __future__ import annotations

import itertools
import unittest

import numpy as np

from reader_en.cluster_scores import ConllScore
from reader_en.decode import tree, viterbi
from reader_en.lemmas import apply_rule, lemma_of, rule_of
from reader_en.pieces import encode, shape, word_pieces
from reader_en.schema import NAME_TAGS
from reader_en.scores import name_spans


def _is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return heads.count(0) == 1


class Decoding(unittest.TestCase):
    def test_tree_is_the_best_single_root_tree(self) -> None:
        rng = np.random.default_rng(1)
        for n in (1, 2, 3, 4, 5):
            for _ in range(40):
                arcs = rng.normal(size=(n, n + 1)).astype(np.float32)
                ways = [h for h in itertools.product(range(n + 1), repeat=n) if _is_tree(h)]
                best = max(ways, key=lambda h: sum(arcs[i, x] for i, x in enumerate(h)))
                self.assertEqual(tree(arcs), list(best))

    def test_names_never_continue_nothing(self) -> None:
        scores = np.random.default_rng(2).normal(size=(60, len(NAME_TAGS))).astype(np.float32)
        tags = viterbi(scores, list(NAME_TAGS))
        for before, tag in zip(["O", *tags], tags):
            self.assertTrue(tag[0] != "I" or before[2:] == tag[2:])

    def test_name_spans(self) -> None:
        self.assertEqual(name_spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]),
                         [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")])


class Words(unittest.TestCase):
    def test_lemma_rules_round_trip(self) -> None:
        for word, lemma in (("Bombs", "bomb"), ("were", "be"), ("parties", "party"), ("NATO", "NATO"), ("n't", "not")):
            self.assertEqual(apply_rule(word, rule_of(word, lemma)), lemma)

    def test_lemmas_use_the_table_then_mend_spelling(self) -> None:
        known = {"VERB": {"slain": "slay"}}
        self.assertEqual(lemma_of("Slain", "VERB", "l|0|", known), "slay")
        self.assertEqual(lemma_of("militias", "NOUN", "k|1|", known), "militia")
        self.assertEqual(lemma_of("ferries", "NOUN", "k|1|", known), "ferry")
        self.assertEqual(lemma_of("torches", "NOUN", "k|1|", known), "torch")

    def test_pieces(self) -> None:
        self.assertEqual(word_pieces("won’t"), word_pieces("won't"))
        self.assertEqual(word_pieces("NAÏVE"), word_pieces("naive"))
        ids, shapes, starts = encode(["Police", "in", "U.S."])
        self.assertEqual((len(ids), starts), (len(shapes), [1, 2, 3]))
        self.assertEqual([shape(w) for w in ("a", "Al", "US", "A", "iPad", "3rd", "--")], [1, 2, 3, 4, 5, 6, 7])


class Clusters(unittest.TestCase):
    def test_known_example(self) -> None:
        score = ConllScore()
        score.add([frozenset("abc"), frozenset("defg")], [frozenset("ab"), frozenset("cd"), frozenset("fghi")])
        # By hand: MUC recall and precision 2/5; B-cubed recall 35/84, precision 4/8; CEAF-e 4/5 + 4/8 of 2 and 3.
        self.assertEqual(score.scores()["muc"], 40.0)
        self.assertEqual(score.scores()["b3"], 45.45)
        self.assertEqual(score.scores()["ceafe"], 52.0)

    def test_perfect(self) -> None:
        score = ConllScore()
        score.add([frozenset("abc"), frozenset("d")], [frozenset("abc"), frozenset("d")])
        self.assertEqual(score.scores()["conll"], 100.0)


if __name__ == "__main__":
    unittest.main()
