"""Checks that need no corpus: `python -m unittest discover -s tests -t .` in training/."""

from __future__ import annotations

import itertools
import random
import unittest

import numpy as np

from reader_en.augment import swap_names
from reader_en.cluster_scores import ConllScore
from reader_en.corpus import Mention, Sentence
from reader_en.decode import tree, viterbi
from reader_en.flat_names import flat_tags
from reader_en.lemmas import apply_rule, lemma_of, rule_of
from reader_en.pieces import encode, shape, word_pieces
from reader_en.schema import NAME_TAGS, name_targets, names
from reader_en.scores import name_spans
from reader_en.self_label import agree


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


def _tree(words: str, tags: str, heads: list[int], mentions: list[Mention]) -> Sentence:
    upos = tags.split()
    xpos = [("NNPS" if w.endswith("s") else "NNP") if t == "PROPN" else "XX" for w, t in zip(words.split(), upos)]
    return Sentence(words.split(), "gum", "invented", upos=upos, xpos=xpos, heads=heads,
                    relations=["dep"] * len(upos), mentions=mentions)


class FlatNames(unittest.TestCase):
    def test_titles_and_determiners_are_left_out(self) -> None:
        s = _tree("the late Colonel Petra Holm", "DET ADJ PROPN PROPN PROPN", [3, 3, 0, 3, 3],
                  [Mention(0, 5, "person", head=2, minimal=(2, 3, 4))])
        self.assertEqual(name_spans(flat_tags(s)), [(3, 5, "PER")])

    def test_the_longer_name_wins(self) -> None:
        s = _tree("University of Dravik", "PROPN ADP PROPN", [0, 3, 1],
                  [Mention(0, 3, "organization", head=0, minimal=(0, 2)), Mention(2, 3, "place", head=2, minimal=(2,))])
        self.assertEqual(name_spans(flat_tags(s)), [(0, 3, "ORG")])

    def test_a_title_alone_and_a_people_are_no_names(self) -> None:
        s = _tree("King of Dravik met Veshnans", "PROPN ADP PROPN VERB PROPN", [4, 3, 1, 0, 4],
                  [Mention(0, 3, "person", head=0, minimal=(0, 2)), Mention(2, 3, "place", head=2, minimal=(2,)),
                   Mention(4, 5, "person", head=4, minimal=(4,))])
        self.assertEqual(name_spans(flat_tags(s)), [(2, 3, "LOC")])


class Variants(unittest.TestCase):
    def test_swapped_names_keep_their_kinds_and_anchors(self) -> None:
        s = Sentence("Holm left Dravik by van".split(), "re3d", "invented",
                     names=["B-PER", "O", "B-LOC", "O", "O"], anchors={0: "person", 4: "vehicle"})
        pool = {k: [["Ann", "of", "Dale"]] for k in ("PER", "ORG", "LOC")}
        for seed in range(20):
            new = swap_names(s, pool, random.Random(seed))
            assert new.names is not None
            self.assertEqual([k for _, _, k in name_spans(new.names)], ["PER", "LOC"])
            self.assertEqual(len(new.words), len(new.names))
            at = {v: k for k, v in new.anchors.items()}
            self.assertEqual(new.words[at["vehicle"]], "van")
            self.assertTrue(new.names[at["person"]].endswith("PER"))


class SelfLabels(unittest.TestCase):
    def test_only_agreement_is_kept(self) -> None:
        s = _tree("Holm joined Quilltor in Dravik", "PROPN VERB PROPN ADP PROPN", [2, 0, 2, 5, 3], [])
        one = ["B-PER", "O", "B-ORG", "O", "B-LOC"]
        other = ["B-PER", "O", "B-PER", "O", "O"]
        self.assertEqual(agree(s, one, other), ["B-PER", "O", "?", "O", "?"])

    def test_open_words_carry_no_loss(self) -> None:
        s = Sentence(["Quilltor", "fell"], "ewt", "invented", names=["?", "O"])
        self.assertEqual(name_targets(s)[0], 0)
        self.assertTrue(name_targets(s)[1] & names("O"))


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
