"""How the reader learns: of the candidates for each question to choose the one that answers, or none."""

import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from rag.reader.network import Network, batch_of, place_of
from rag.reader.pair import Pair

RATE, HEADS = 1.2e-4, 10  # of AdamW, and how many times as fast learns what is new
WARM_UP, LEAST = 0.06, 0.02  # shares of the steps in which a rate is reached, and of it at the end
TOKENS_A_BATCH = 2600
SPAN = 0.5  # what the second task counts
_LOGGED = 50  # steps


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate; `answer` is where in it the answer stands, if it does and where that is known."""

    pair: Pair
    right: bool = False
    answer: tuple[int, int] | None = None


Group = Sequence[Sentence]  # the candidates for one question; where none is right, none answers


def fit(
    network: Network,
    groups: Sequence[Group],
    seed: int,
    checkpoint: Path,
    rate: float = RATE,
    start: Path | None = None,
) -> None:
    """Go through the groups once; what `checkpoint` holds of the same work is gone on from. The weights to begin with
    are the network's own, or those that an earlier round left in its checkpoint `start`.
    """
    begun = start.read_bytes() if start else b""
    if begun:
        network.load_state_dict(torch.load(BytesIO(begun), weights_only=True)["network"])
    plan = list(_batches(groups, random.Random(seed)))
    torch.manual_seed(seed)
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    heads = [*network.score.parameters(), *network.span.parameters()]
    optimizer = torch.optim.AdamW([{"params": body}, {"params": heads}], weight_decay=0.01)
    work = hashlib.sha256(f"{seed} {rate} {plan}".encode() + begun).hexdigest()
    done, started = _resume(network, optimizer, work, checkpoint), time.monotonic()
    network.train()
    for step in range(done, len(plan)):
        for group, times in zip(optimizer.param_groups, (1, HEADS), strict=True):
            group["lr"] = rate * times * share_of_rate(step, len(plan))
        loss = _learn(network, optimizer, plan[step])
        if (step + 1) % _LOGGED == 0 or step + 1 == len(plan):
            _save(network, optimizer, work, step + 1, checkpoint)
            left = (time.monotonic() - started) / (step + 1 - done) * (len(plan) - step - 1)
            print(f"step {step + 1}/{len(plan)} loss {loss:.3f}, about {left / 60:.0f} minutes left", flush=True)


def share_of_rate(step: int, steps: int) -> float:
    """The share of the learning rate at a step: up, then down.

    >>> share_of_rate(5, 100), share_of_rate(53, 100)
    (1.0, 0.5)
    """
    return min((step + 1) / (WARM_UP * steps), 1.0, max(LEAST, (steps - step) / (steps * (1 - WARM_UP))))


def loss_of(scores: Tensor, groups: Sequence[Group]) -> Tensor:
    """The mean over the groups of the cross-entropy of the right candidate, or of none, whose score is 0; `scores`
    (candidates,) are those of the groups one after the other.
    """
    losses = []
    for own, group in zip(torch.split(scores, [len(group) for group in groups]), groups, strict=True):
        every = torch.cat([own.new_zeros(1), own])
        right = [number for number, one in enumerate(group, 1) if one.right] or [0]
        losses.append(torch.logsumexp(every, 0) - torch.logsumexp(every[right], 0))
    return torch.stack(losses).mean()


def span_loss(places: Tensor, sentences: Sequence[Sentence]) -> Tensor:
    """The mean cross-entropy of the tokens at which known answers begin and end; `places` (sentences, tokens, 2)."""
    found = [(row, place_of(one.pair, *one.answer)) for row, one in enumerate(sentences) if one.right and one.answer]
    known = [(row, *place) for row, place in found if place]
    if not known:
        return places.new_zeros(())
    rows, *ends = torch.tensor(known).T
    return torch.stack([functional.cross_entropy(places[rows, :, k], end) for k, end in enumerate(ends)]).mean()


def _learn(network: Network, optimizer: torch.optim.Optimizer, groups: Sequence[Group]) -> float:
    sentences = [one for group in groups for one in group]
    batch = batch_of([one.pair for one in sentences])
    scores, places = network(batch.vectors, batch.kinds, batch.mask)
    loss = loss_of(scores, groups)
    optimizer.zero_grad()
    (loss + SPAN * span_loss(places, sentences)).backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return loss.item()


def _batches(groups: Sequence[Group], chance: random.Random) -> Iterator[list[Group]]:
    """The groups in batches of similar length and about TOKENS_A_BATCH tokens, in an order by chance."""
    sizes = [max(len(one.pair.tokens()[0]) for one in group) for group in groups]
    jittered = [size + chance.random() * 10 for size in sizes]
    found: list[list[int]] = [[]]
    for number in sorted(range(len(groups)), key=jittered.__getitem__):
        batch = [*found[-1], number]
        if len(batch) > 1 and max(sizes[k] for k in batch) * sum(len(groups[k]) for k in batch) > TOKENS_A_BATCH:
            found.append([number])
        else:
            found[-1] = batch
    chance.shuffle(found)
    return ([groups[number] for number in batch] for batch in found)


def _resume(network: Network, optimizer: torch.optim.Optimizer, work: str, checkpoint: Path) -> int:
    """The steps of this work that are done, as they left network, optimizer and chance; 0 where it is other work."""
    state = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else {}
    if state.get("work") != work:
        return 0
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["chance"])
    return int(state["step"])


def _save(network: Network, optimizer: torch.optim.Optimizer, work: str, step: int, checkpoint: Path) -> None:
    part, chance = checkpoint.with_suffix(".part"), torch.get_rng_state()
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "chance": chance}
    torch.save(state | {"work": work, "step": step}, part)
    part.replace(checkpoint)
