from asyncio import create_task, gather, get_running_loop, run, sleep
from collections.abc import AsyncIterator, Iterator, Sequence
from threading import Event

import pytest

from rag.types import Answer
from tests.ui.conftest import own_loop
from tests.ui.fake import FakeAssistant, reply
from ui.desk import BusyError, Desk


class Waiting(FakeAssistant):
    """Answers when it is let go, and counts how many are asked at the same time."""

    def __init__(self) -> None:
        super().__init__()
        self.go, self.asking, self.most = Event(), 0, 0

    def stream(self, question: str, *, history: Sequence[dict[str, str]]) -> Iterator[str | Answer]:
        self.asking += 1
        self.most = max(self.most, self.asking)
        yield "A word "
        self.go.wait(60)
        self.asking -= 1
        yield from super().stream(question, history=history)


def asked(desk: Desk) -> Answer:
    return desk.ask("ferry", [])


@own_loop
async def test_no_more_are_answered_at_once_than_said_whichever_door_they_come_in_by() -> None:
    assistant = Waiting()
    desk = Desk(assistant, at_once=2)

    async def streamed() -> object:
        return [part async for part in desk.streamed("ferry", [])][-1]

    waiting = gather(*(desk.apart(lambda: asked(desk)) for _ in range(4)), *(streamed() for _ in range(4)))
    while desk.running < 2:
        await sleep(0.01)
    assistant.go.set()
    assert await waiting == [reply("ferry")] * 8
    assert assistant.most == 2
    assert desk.running == 0


@own_loop
async def test_who_comes_when_the_line_is_full_is_turned_away_and_those_in_it_are_answered() -> None:
    assistant = Waiting()
    desk = Desk(assistant, at_once=1, waiting=1)
    served = [create_task(desk.apart(lambda: asked(desk))) for _ in range(2)]
    await sleep(0)
    with pytest.raises(BusyError, match="Too many"):
        await desk.apart(lambda: asked(desk))
    assistant.go.set()
    assert await gather(*served) == [reply("ferry")] * 2


@own_loop
async def test_who_goes_away_while_an_answer_streams_leaves_their_turn() -> None:
    desk = Desk(FakeAssistant(), at_once=1)
    parts = desk.streamed("slow", [])
    assert await anext(parts)
    await parts.aclose()  # type: ignore[attr-defined]
    assert (await desk.apart(lambda: asked(desk))).answered


def test_a_loop_that_ends_while_answers_stream_ends_them_without_an_error() -> None:
    errors: list[object] = []
    left: list[AsyncIterator[str | Answer]] = []  # or they would be closed one by one

    async def leave() -> None:
        get_running_loop().set_exception_handler(lambda _, said: errors.append(said))
        left.extend(Desk(FakeAssistant()).streamed("slow", []) for _ in range(20))
        for parts in left:
            await anext(parts)

    run(leave())
    assert not errors


def test_a_page_that_is_left_while_an_answer_streams_leaves_its_turn() -> None:
    desk = Desk(FakeAssistant(), at_once=1)
    parts = desk.stream(desk.assistant, "slow", [])
    assert next(parts)
    assert desk.running == 1
    del parts
    assert desk.running == 0
    assert asked(desk).answered
