"""The network that learns to read: the lower layers of the bundled model, given question and sentence together.

It says two things: how surely the sentence answers (which is what it is for), and where in it the answer begins and
ends (which only helps it to learn, as a second task).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from rag.embed import bundled_folder
from rag.embedding.student import pad
from rag.meaning import word_vectors
from rag.reader.pair import SENTENCE, Pair, tokens_of

LAYERS, DROPOUT = 3, 0.1
_TABLE = "embeddings.word_embeddings.weight"
_NOWHERE = -1e4  # the score of a place outside of the sentence


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs as the network is given them: input vectors (pairs, tokens, dimension), which tokens are the sentence's and
    which are no padding, both int64 (pairs, tokens).
    """

    vectors: Tensor
    kinds: Tensor
    mask: Tensor


def batch_of(pairs: Sequence[Pair]) -> Batch:
    """The pairs, padded to the longest of them."""
    cut = [pair.tokens() for pair in pairs]
    ids, mask = pad([tokens for tokens, _ in cut])
    kinds, _ = pad([[0] * start + [1] * (len(tokens) - start) for tokens, start in cut])
    vectors = torch.from_numpy(word_vectors().of_tokens(ids.flatten().tolist())).view(*ids.shape, -1)
    return Batch(vectors, kinds, mask)


class Network(nn.Module):
    """BERT without its input table; `body` is that of transformers, `score` and `span` read its last states."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        from transformers import BertConfig, BertModel

        folder = bundled_folder()
        config: Any = BertConfig.from_json_file(folder / "config.json")
        config.num_hidden_layers, config.vocab_size, config.dtype = layers, 1, None
        self.body = BertModel(config, add_pooling_layer=False)
        weights = {name: value.float() for name, value in load_file(folder / "model.safetensors").items()}
        # The layers above are left out; the input table is not part of the network.
        kept = {name: value for name, value in weights.items() if name in self.body.state_dict()}
        self.body.load_state_dict(kept | {_TABLE: self.body.embeddings.word_embeddings.weight})
        self.body.embeddings.word_embeddings.requires_grad_(False)
        for part in self.body.modules():
            if isinstance(part, nn.Dropout):
                part.p = DROPOUT
        self.score, self.span = nn.Linear(2 * config.hidden_size, 1), nn.Linear(config.hidden_size, 2)
        nn.init.normal_(self.score.weight, std=0.02)
        nn.init.zeros_(self.score.bias)

    def forward(self, vectors: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The log odds that each sentence answers (pairs,), and the scores of the tokens at which the answer begins and
        ends (pairs, tokens, 2).
        """
        states = self.body(inputs_embeds=vectors, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        sentence = (kinds * mask).unsqueeze(-1)
        mean = (states * sentence).sum(1) / sentence.sum(1)
        score = self.score(torch.cat([states[:, 0], mean], 1)).squeeze(-1)
        return score, self.span(states).masked_fill(sentence == 0, _NOWHERE)


def place_of(pair: Pair, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token of the pair that stand for these characters of its sentence; None where it is cut
    before them.
    """
    offsets = tokens_of(pair.sentence).offsets[:SENTENCE]
    inside = [number for number, (begins, ends) in enumerate(offsets) if ends > start and begins < end]
    led = pair.tokens()[1]
    return (led + inside[0], led + inside[-1]) if inside else None
