"""Training losses; each is a sum over words together with the number of words it covers."""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .batches import IGNORE, Batch, Example
from .model import Outputs, Reader

WEIGHTS = {"upos": 1.0, "xpos": 0.5, "lemma": 0.5, "arcs": 1.0, "relations": 1.0, "names": 1.0, "types": 1.0,
           "first": 0.5, "last": 0.5, "coreference": 0.3}
FORMS = ("named", "nominal", "pronominal")
_BUCKETS = (0, 1, 2, 4, 8, 16)


def form_of(upos: str) -> int:
    """Give a mention's form from its head's part of speech, as an index into `FORMS`."""
    return 0 if upos == "PROPN" else 2 if upos in ("PRON", "DET") else 1


def allowed_loss(scores: Tensor, allowed: Tensor) -> tuple[Tensor, int]:
    """Negative log of the probability of the allowed labels (bit sets; 0 means no loss)."""
    known = allowed.reshape(-1) > 0
    if not known.any():
        return scores.new_zeros(()), 0
    logs = scores.reshape(-1, scores.shape[-1])[known].float().log_softmax(-1)
    bits = (allowed.reshape(-1)[known].unsqueeze(-1) >> torch.arange(scores.shape[-1])) & 1
    return -logs.masked_fill(bits == 0, -1e4).logsumexp(-1).sum(), int(known.sum())


def _choice(scores: Tensor, target: Tensor) -> tuple[Tensor, int]:
    loss = F.cross_entropy(scores.flatten(0, -2).float(), target.flatten(), ignore_index=IGNORE, reduction="sum")
    return loss, int((target != IGNORE).sum())


def word_losses(model: Reader, rooted: Tensor, batch: Batch, out: Outputs) -> dict[str, tuple[Tensor, int]]:
    """Compute every loss but coreference for one padded group."""
    t = batch.targets
    heads = t["heads"].clamp(min=0)
    return {
        "upos": _choice(out.upos, t["upos"]), "xpos": _choice(out.xpos, t["xpos"]),
        "lemma": _choice(out.lemma, t["lemma"]), "arcs": _choice(out.arcs, t["heads"]),
        "relations": _choice(model.relations(rooted, heads), t["relations"]),
        "names": allowed_loss(out.names, t["names"]), "types": allowed_loss(out.types, t["types"]),
        "first": _choice(out.starts, t["first"]), "last": _choice(out.ends, t["last"]),
    }


class JointCoreference(nn.Module):
    """The coreference signal used while the encoder trains: vectors plus a small table of surface features.

    The scorer that ships (antecedents.py) is trained afterwards on the frozen encoder.
    """

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Embedding(3 * 3 * 3 * len(_BUCKETS), 1)
        nn.init.zeros_(self.table.weight)

    def forward(self, found: list[tuple[Example, Tensor, Tensor]]) -> tuple[Tensor, int]:
        """Score antecedents among gold mentions of one stretch of a document (sentences in order)."""
        anaphors, antecedents, entities, forms, lemmas, places, strings = [], [], [], [], [], [], []
        for e, anaphor, antecedent in found:
            s = e.sentence
            assert s.mentions is not None and s.upos is not None and s.lemmas is not None
            for m in sorted(s.mentions, key=lambda m: (m.start, -m.end)):
                if m.head < len(e.starts):
                    anaphors.append(anaphor[m.head])
                    antecedents.append(antecedent[m.head])
                    entities.append(m.entity)
                    forms.append(form_of(s.upos[m.head]))
                    lemmas.append(s.lemmas[m.head].lower())
                    strings.append(" ".join(s.words[m.start:m.end]).lower())
                    places.append(e.index)
        if len(anaphors) < 2:
            return self.table.weight.sum() * 0, 0
        scores = torch.stack(anaphors).float() @ torch.stack(antecedents).float().T * 0.125
        scores = scores + self.table(_features(forms, lemmas, strings, places)).squeeze(-1)
        before = torch.ones_like(scores, dtype=torch.bool).tril(-1)
        ids = _number(entities)
        gold = (ids[:, None] == ids[None]) & before
        with_none = torch.cat([scores.new_zeros(len(scores), 1), scores.masked_fill(~before, -1e4)], 1)
        right = torch.cat([~gold.any(1, keepdim=True), gold], 1)
        logs = with_none.log_softmax(1)
        return -logs.masked_fill(~right, -1e4).logsumexp(1).sum(), len(anaphors)


def _number(values: list[str]) -> Tensor:
    table: dict[str, int] = defaultdict(lambda: len(table))
    return torch.tensor([table[v] for v in values])


def _features(forms: list[int], lemmas: list[str], strings: list[str], places: list[int]) -> Tensor:
    form, place, lemma, string = torch.tensor(forms), torch.tensor(places), _number(lemmas), _number(strings)
    match = (lemma[:, None] == lemma[None]).long() + (string[:, None] == string[None]).long()
    far = torch.bucketize((place[:, None] - place[None]).clamp(min=0), torch.tensor(_BUCKETS[1:]), right=True)
    return ((form[:, None] * 3 + form[None]) * 3 + match.clamp(max=2)) * len(_BUCKETS) + far
