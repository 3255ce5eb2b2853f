"""The network that learns: the teacher's body over an input table with Chinese rows."""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

CONTRAST_WEIGHT, CONTRAST_SCALE = 0.2, 20.0


class Student(torch.nn.Module):
    """The teacher's body over an input table whose rows from `first` on are learned; the English rows stay.

    The table is seen as it will be stored, in 8 bits; gradients pass as if it were not rounded (a straight-through
    estimator, https://arxiv.org/abs/1308.3432).
    """

    def __init__(self, body: Any, table: Tensor, first: int) -> None:
        super().__init__()
        self.body = body.eval()  # no dropout: student and teacher must agree on the same text
        self.body.get_input_embeddings().requires_grad_(False)
        self.first = first
        self.english = torch.nn.Parameter(rounded(table[:first]), requires_grad=False)
        self.chinese = torch.nn.Parameter(table[first:].clone())

    def body_parameters(self) -> list[torch.nn.Parameter]:
        """The body's weights that take part in the pooled vector."""
        return [
            weight for name, weight in self.body.named_parameters() if weight.requires_grad and "pooler" not in name
        ]

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors (batch, dimension) of token ids (batch, length); the mask is 0 where there is padding."""
        english = functional.embedding(ids.clamp(max=self.first - 1), self.english)
        chinese = functional.embedding((ids - self.first).clamp(min=0), self.chinese)
        chinese = chinese + (rounded(chinese) - chinese).detach()
        inputs = torch.where((ids < self.first).unsqueeze(-1), english, chinese)
        with in_16_bits():
            hidden = self.body(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        return pool(hidden, mask)


def in_16_bits() -> torch.autocast:
    """In it networks compute in 16 bits where the processor can; elsewhere that would take many times as long."""
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(torch.ops.mkldnn._is_mkldnn_bf16_supported()))


def rounded(vectors: Tensor) -> Tensor:
    """The nearest values that a float8 (e4m3) can hold, in float32."""
    return vectors.detach().to(torch.float8_e4m3fn).float()


def pool(hidden: Tensor, mask: Tensor) -> Tensor:
    """The unit mean (batch, dimension) of the token states (batch, length, dimension) that the mask keeps."""
    weight = mask.unsqueeze(-1).float()
    return functional.normalize((hidden.float() * weight).sum(1) / weight.sum(1), dim=-1)


def pad(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Token ids padded with 0 to the longest of the batch, and the mask; both int64 (batch, length)."""
    tensors = [torch.tensor(row) for row in rows]
    ids = torch.nn.utils.rnn.pad_sequence(tensors, batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in tensors], batch_first=True)
    return ids, mask


def start_vectors(words: Sequence[str], glosses: Mapping[str, str], english: Tokenizer, table: Tensor) -> Tensor:
    """First input vector of each word: the mean over its gloss's word pieces, or over all words if it has no gloss."""
    encoded = english.encode_batch([glosses.get(word, "") for word in words], add_special_tokens=False)
    rows = [table[item.ids].mean(0) if item.ids else None for item in encoded]
    middle = torch.stack([row for row in rows if row is not None]).mean(0)
    return torch.stack([middle if row is None else row for row in rows])


def distillation_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """1 - cosine, plus a small in-batch contrast that keeps the vectors of different texts apart."""
    cosine = 1 - (student * teacher).sum(-1).mean()
    scores = CONTRAST_SCALE * student @ teacher.T
    return cosine + CONTRAST_WEIGHT * functional.cross_entropy(scores, torch.arange(len(scores)))
