"""Make the bundled bilingual model: `python -m rag.embedding.train DATA [--work DIR] [--steps N] [--out DIR]`.

An English sentence model is the teacher and lends its body. The input vectors of Chinese words are learned by pulling
the pooled vector of a Chinese text to the teacher's vector of its English translation (knowledge distillation as in
Reimers and Gurevych 2020, https://arxiv.org/abs/2004.09813). Two students learn: one from the data alone with the body
as it is; the other also from pairs made up of it, and its body learns a little, held by English texts. The model is the
mean of their weights, which is better than either (Wortsman et al. 2022, https://arxiv.org/abs/2203.05482). Training is
deterministic for a seed and goes on from its last checkpoint when started again.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from rag.embedding import known, tokenizer, vocabulary
from rag.embedding.curriculum import collect
from rag.embedding.export import export
from rag.embedding.pairs import Pair
from rag.embedding.student import Student, distillation_loss, pad, start_vectors
from rag.embedding.teacher import TOKENS_A_BATCH, load_teacher, plain_tokenizer, teach
from rag.embedding.vocabulary import Entry

CHARACTERS, WORDS = 6_275, 44_500
MAX_TOKENS = 256
MAX_BATCH = 384
TABLE_RATE, BODY_RATE = 2e-3, 2e-5  # Adam's learning rates
TABLE_WARM_UP, BODY_WARM_UP = 0.02, 0.25  # share of the steps in which they are reached: first the words, then the body
CHECKPOINT_EVERY = 250  # steps


@dataclass(frozen=True, slots=True)
class Member:
    """One of the students whose mean is the model; `steps` is its share of the steps asked for."""

    name: str
    steps: float
    made_too: bool
    learns_body: bool


MEMBERS = (
    Member("given", 0.5, made_too=False, learns_body=False),
    Member("made", 1.0, made_too=True, learns_body=True),
)


@dataclass(frozen=True, slots=True)
class Example:
    """Token ids of a text, and the row of its target in the table of teacher vectors."""

    ids: list[int]
    target: int


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


def fit(
    student: Student, examples: Sequence[Example], targets: Tensor, steps: int, seed: int, checkpoint: Path
) -> None:
    """Train in place, saving and taking up `checkpoint`."""
    epochs = (batches(examples, seed + epoch) for epoch in count())
    plan = list(islice(chain.from_iterable(epochs), steps))
    optimizer = torch.optim.Adam([{"params": [student.chinese]}, {"params": student.body_parameters()}], fused=True)
    done = _resume(student, optimizer, checkpoint)
    average, started = 0.0, time.monotonic()
    for step in range(done, steps):
        for group, rate in zip(optimizer.param_groups, rates(step / steps), strict=True):
            group["lr"] = rate
        loss = _learn(student, optimizer, plan[step], targets)
        average = 0.98 * average + 0.02 * loss if step > done else loss
        if (step + 1) % CHECKPOINT_EVERY == 0 or step + 1 == steps:
            _save(student, optimizer, step + 1, checkpoint)
            left = (time.monotonic() - started) / (step + 1 - done) * (steps - step - 1)
            print(f"step {step + 1}/{steps} loss {average:.4f}, about {left / 60:.0f} minutes left", flush=True)


def rates(done: float) -> tuple[float, float]:
    """The learning rates of table and body when a share `done` (0..1) of the steps is done: up, then down to 0.

    >>> rates(0.0), rates(0.5)
    ((0.0, 0.0), (0.001, 1e-05))
    """
    return TABLE_RATE * min(done / TABLE_WARM_UP, 1) * (1 - done), BODY_RATE * min(done / BODY_WARM_UP, 1) * (1 - done)


def _learn(student: Student, optimizer: torch.optim.Optimizer, batch: Sequence[Example], targets: Tensor) -> float:
    ids, mask = pad([example.ids for example in batch])
    loss = distillation_loss(student(ids, mask), targets[[example.target for example in batch]])
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return loss.item()


def _resume(student: Student, optimizer: torch.optim.Optimizer, checkpoint: Path) -> int:
    if not checkpoint.exists():
        return 0
    state = torch.load(checkpoint, weights_only=True)
    student.load_state_dict(state["student"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def _save(student: Student, optimizer: torch.optim.Optimizer, step: int, checkpoint: Path) -> None:
    part = checkpoint.with_suffix(".part")
    torch.save({"student": student.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, part)
    part.replace(checkpoint)


def words_and_tokenizer(folder: Path, entries: Sequence[Entry], english: Tokenizer) -> tuple[list[str], Tokenizer]:
    """The Chinese words of the vocabulary, and the tokenizer that has them beside the English word pieces."""
    frequencies = vocabulary.read_frequencies(folder / "word-frequency.zh.tsv")
    words = vocabulary.choose_words(entries, frequencies, CHARACTERS, WORDS)
    return words, tokenizer.build(english, words, vocabulary.foldings(entries), MAX_TOKENS)


def new_student(words: Sequence[str], entries: Sequence[Entry], learns_body: bool) -> Student:
    """A student before its first step, with a body of its own."""
    teacher = load_teacher()
    english, body = plain_tokenizer(teacher), teacher[0].auto_model.requires_grad_(learns_body)
    table = body.get_input_embeddings().weight.data
    pieces = tokenizer.english_pieces(english.get_vocab(with_added_tokens=False))
    glosses = {entry.simplified: "; ".join(entry.glosses[:2]) for entry in reversed(entries)}
    kept = table[[english.token_to_id(piece) for piece in pieces]]
    return Student(body, torch.cat([kept, start_vectors(words, glosses, english, table)]), len(pieces))


def mean_weights(students: Sequence[Student]) -> dict[str, Tensor]:
    """The mean over the students of each of their weights."""
    states = [student.state_dict() for student in students]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def main() -> None:
    """Read the arguments, train, and write the model's folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the data folder, which holds train/")
    parser.add_argument("--work", type=Path, default=Path("build/embedding"), help="checkpoints and teacher vectors")
    parser.add_argument("--out", type=Path, default=Path("build/embedding/model"), help="where the model is written")
    parser.add_argument("--steps", type=int, default=3_200, help="batches to learn from (default %(default)s)")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    folder, teacher = options.data / "train", load_teacher()
    entries = vocabulary.read_entries(folder / "cc-cedict.u8")
    words, bilingual = words_and_tokenizer(folder, entries, plain_tokenizer(teacher))
    curriculum = collect(folder, entries, words, options.seed)
    texts = sorted({pair.english for pair in curriculum.pairs(made_too=True)})
    targets = teach(teacher[0].auto_model, plain_tokenizer(teacher), texts, MAX_TOKENS, options.work)
    row = {text: number for number, text in enumerate(texts)}
    students = [new_student(words, entries, member.learns_body) for member in MEMBERS]
    for number, (member, student) in enumerate(zip(MEMBERS, students, strict=True)):
        examples = to_examples(curriculum.pairs(member.made_too), bilingual, row)
        steps, checkpoint = max(1, round(options.steps * member.steps)), options.work / f"{member.name}.pt"
        fit(student, examples, targets, steps, options.seed + number, checkpoint)
    whole = students[-1]
    whole.load_state_dict(mean_weights(students))
    export(torch.cat([whole.english, whole.chinese.data]), whole.body, bilingual, options.out)
    known.write(options.out)


def to_examples(pairs: Sequence[Pair], bilingual: Tokenizer, row: Mapping[str, int]) -> list[Example]:
    """The pairs as token ids and rows of their teacher vectors."""
    encoded = bilingual.encode_batch([pair.chinese for pair in pairs])
    return [Example(item.ids, row[pair.english]) for item, pair in zip(encoded, pairs, strict=True)]


if __name__ == "__main__":
    main()
