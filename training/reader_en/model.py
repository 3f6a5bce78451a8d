"""The reader's network: one encoder, small heads on each word's first piece."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .encoder import Encoder
from .labels import Labels

COREFERENCE = 64


@dataclass
class Outputs:
    """Scores of one batch; W words, root is arc candidate 0."""

    upos: Tensor
    xpos: Tensor
    lemma: Tensor
    names: Tensor
    types: Tensor
    arcs: Tensor
    """[B, W, W + 1]"""
    starts: Tensor
    """[B, W, W]: first word of the mention headed by a word"""
    ends: Tensor
    """[B, W, W]: last word of the mention headed by a word"""
    anaphor: Tensor
    antecedent: Tensor


class Biaffine(nn.Module):
    """Score every (word, candidate) pair: a bilinear form plus a term for the candidate alone."""

    def __init__(self, width: int, size: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Linear(width, size)
        self.candidate = nn.Linear(width, size)
        self.form = nn.Linear(size, size, bias=False)
        self.prior = nn.Linear(size, 1, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.scale = size ** -0.5

    def forward(self, words: Tensor, candidates: Tensor) -> Tensor:
        left = self.dropout(F.relu(self.word(words)))
        right = self.dropout(F.relu(self.candidate(candidates)))
        return self.form(left) @ right.transpose(1, 2) * self.scale + self.prior(right).transpose(1, 2)


class Reader(nn.Module):
    """Word pieces to tags, arcs, relations, mentions, names and coreference vectors."""

    def __init__(self, labels: Labels, layers: int = 6, dropout: float = 0.1, head_dropout: float = 0.25) -> None:
        super().__init__()
        width = 384
        self.encoder = Encoder(layers, width, dropout)
        self.sizes = [len(labels.upos), len(labels.xpos), len(labels.lemma_rules), len(labels.names), len(labels.types)]
        self.tags = nn.Linear(width, sum(self.sizes))
        self.arcs = Biaffine(width, 256, head_dropout)
        self.dependent = nn.Linear(width, 64)
        self.governor = nn.Linear(width, 64)
        self.relation_pair = nn.Linear(64, 64 * len(labels.relations), bias=False)
        self.relation_word = nn.Linear(128, len(labels.relations))
        self.starts = Biaffine(width, 64, head_dropout)
        self.ends = Biaffine(width, 64, head_dropout)
        self.coreference = nn.Linear(width, 2 * COREFERENCE)
        self.dropout = nn.Dropout(head_dropout)

    def words(self, ids: Tensor, shapes: Tensor, mask: Tensor, starts: Tensor,
              looked_up: Tensor | None = None) -> Tensor:
        """Encode and pick [CLS] (as root) and each word's first piece: [B, 1 + W, width]."""
        x = self.encoder(ids, shapes, mask, looked_up)
        at = torch.cat([torch.zeros_like(starts[:, :1]), starts], 1)
        return x.gather(1, at.unsqueeze(-1).expand(-1, -1, x.shape[-1]))

    def forward(self, rooted: Tensor, word_mask: Tensor) -> Outputs:
        """Score everything from `words`; `word_mask` [B, W] is 1 for real words."""
        x = self.dropout(rooted)
        words = x[:, 1:]
        upos, xpos, lemma, names, types = self.tags(words).split(self.sizes, -1)
        closed = (1.0 - word_mask.to(x.dtype)).unsqueeze(1) * -10000.0
        arcs = self.arcs(words, x)
        arcs = arcs + torch.cat([torch.zeros_like(closed[:, :, :1]), closed], 2)
        anaphor, antecedent = self.coreference(words).split(COREFERENCE, -1)
        return Outputs(upos, xpos, lemma, names, types, arcs, self.starts(words, words) + closed,
                       self.ends(words, words) + closed, anaphor, antecedent)

    def relations(self, rooted: Tensor, heads: Tensor) -> Tensor:
        """Score relations [B, W, R] of each word to its given head (0 is root)."""
        x = self.dropout(rooted)
        dependent = self.dropout(F.relu(self.dependent(x[:, 1:])))
        governor = self.dropout(F.relu(self.governor(x)))
        governor = governor.gather(1, heads.unsqueeze(-1).expand(-1, -1, governor.shape[-1]))
        pair = self.relation_pair(dependent).view(*dependent.shape[:2], -1, 64)
        bilinear = (pair * governor.unsqueeze(2)).sum(-1) * 0.125
        return bilinear + self.relation_word(torch.cat([dependent, governor], -1))
