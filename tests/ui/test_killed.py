"""The page killed at any moment while it is used: the next start answers rightly, and what it had taken is there."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from random import Random
from time import sleep
from typing import Any

import httpx

from rag import Assistant
from tests.killed import KILLS, started
from tests.ui.client import call

QUESTION = "两江新区规划面积有多大？"
FOLLOWUP = "那天府新区呢？"
HISTORY = [{"role": "user", "content": QUESTION}]
OWN = "The mill was built in 1790. It ground corn for two villages."
LONGEST = 4  # seconds that the page is used before it is killed


@contextmanager
def served(feedback: Path, temporary: Path) -> Iterator[str]:
    """The address of a page, which is killed in the end."""
    with started("ui", "--port", "0", "--feedback", feedback, TMPDIR=str(temporary)) as server:
        assert server.stdout
        yield server.stdout.readline().split()[1]
        server.kill()


def answer(site: str, question: str, history: list[dict[str, str]]) -> dict[str, Any]:
    """What the page answers, but for the time it took."""
    said = call(site, "ask", "anne", "first", question, history)["answer"]
    for place in (*said["citations"], *said["closest"]):
        place.pop("page")
    return {**said, "seconds": None}


def until_killed(act: Callable[[int], object]) -> None:
    """Act again and again, until the server is gone."""
    with suppress(httpx.HTTPError):
        for number in count():
            act(number)


def used(site: str, rating: dict[str, Any], kept: list[str], turn: int) -> None:
    """Ask, rate and add articles until the server is gone; `kept` takes the ids of the thumbs that it has taken."""

    def rate(number: int) -> None:
        name = f"{turn}-{number}"
        if call(site, "rate", {**rating, "id": name, "good": True})["kind"] == "rated":
            kept.append(name)

    with ThreadPoolExecutor(3) as visitors:
        visitors.submit(until_killed, lambda _: answer(site, QUESTION, []))
        visitors.submit(until_killed, rate)
        visitors.submit(until_killed, lambda number: call(site, "add", f"v{number}", "Mill", OWN, True))


def plain(said: Any) -> dict[str, Any]:
    """An answer as JSON gives it, but for the time it took."""
    return {**json.loads(json.dumps(said.to_dict())), "seconds": None}


def test_a_page_killed_at_random_moments_keeps_what_it_has_taken(tmp_path: Path) -> None:
    random, feedback, kept = Random(8), tmp_path / "feedback.jsonl", list[str]()
    assistant = Assistant()
    first, then = plain(assistant.ask(QUESTION)), plain(assistant.ask(FOLLOWUP, HISTORY))
    for turn in range(KILLS + 1):
        with ThreadPoolExecutor(1) as visitors, served(feedback, tmp_path) as site:
            assert answer(site, QUESTION, []) == first
            assert answer(site, FOLLOWUP, HISTORY) == then
            assert len(list(tmp_path.glob("yinju-*"))) == 1  # nobody's article of before lies about
            if turn < KILLS:
                visitors.submit(used, site, first, kept, turn)
                sleep(random.uniform(0, LONGEST))
    lines = feedback.read_text(encoding="utf-8").splitlines() if kept else []
    assert set(kept) <= {json.loads(line)["id"] for line in lines}
