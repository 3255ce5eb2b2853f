import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Block, assemble
from tests.ui.fake import BRIDGE, ERROR, FakeAssistant, reply
from ui import labels
from ui.desk import Desk
from ui.feedback import Feedback
from ui.service import Service
from ui.shelf import FIRST, Shelf


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


@pytest.fixture
def service(assistant: FakeAssistant, tmp_path: Path) -> Service:
    return Service(Desk(assistant), Shelf(assistant), Feedback(tmp_path / "new" / "feedback.jsonl"))


def ask(service: Service, question: str, history: list[dict[str, str]] | None = None) -> list[dict[str, Any]]:
    return list(service.ask("anne", FIRST, question, history or []))


def test_an_answer_comes_as_drafts_that_grow_and_the_whole_at_last(service: Service) -> None:
    *drafts, last = ask(service, "ferry")
    assert [draft["text"] for draft in drafts] == ["It carried for", reply("ferry").text]
    assert last["answer"]["text"] == reply("ferry").text


def test_the_assistant_is_told_of_the_latest_turns_and_of_nothing_else(
    service: Service, assistant: FakeAssistant
) -> None:
    turn = {"role": "user", "content": "石桥？", "metadata": "x"}
    ask(service, "ferry", [turn] * 100)
    assert assistant.histories == [[{"role": "user", "content": "石桥？"}] * 40]


def test_an_error_is_one_line_in_both_languages(service: Service) -> None:
    assert ask(service, "error") == [{"kind": "problem", "zh": ERROR, "en": ERROR}]


def test_an_unforeseen_error_is_one_line_to_the_visitor_and_whole_in_the_log(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert ask(service, "crash") == [{"kind": "problem", "zh": labels.FAILED.zh, "en": labels.FAILED.en}]
    assert "nobody foresaw this" in caplog.text


def test_an_article_that_is_gone_is_said_to_be(service: Service) -> None:
    for result in (
        service.read("anne", "gone"),
        *service.ask("anne", "gone", "x", []),
        service.suggest("a", "b", "zh"),
    ):
        assert result["en"] == labels.ARTICLE_GONE.en


def test_every_block_of_an_article_has_its_exact_text_at_its_offset(service: Service) -> None:
    bridge = service.read("anne", FIRST)["articles"][0]
    assert [block["level"] for block in bridge["blocks"][:4]] == [1, 2, 0, 0]
    assert all(BRIDGE.text[block["start"] :].startswith(block["text"]) for block in bridge["blocks"])
    assert bridge["blocks"][2]["translation"] == BRIDGE.translations[1]


def test_citations_of_a_printed_file_tell_their_page(tmp_path: Path) -> None:
    printed = assemble("bridge", [Block(BRIDGE.text.replace("\n\n", " "), pages=((0, 7),))])
    assistant = FakeAssistant()
    assistant.articles = (replace(BRIDGE, pages=printed.pages), assistant.articles[1])
    service = Service(Desk(assistant), Shelf(assistant), Feedback(tmp_path / "feedback.jsonl"))
    assert [citation["page"] for citation in ask(service, "石桥")[-1]["answer"]["citations"]] == [7, 7]


def test_a_thumb_is_kept_with_its_evidence_and_a_false_one_is_not(service: Service, tmp_path: Path) -> None:
    rating = {**ask(service, "石桥")[-1]["answer"], "id": "1", "good": True, "word": "好"}
    assert service.rate(rating) == {"kind": "rated"}
    (line,) = (tmp_path / "new" / "feedback.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["citations"][0]["quote"] == "石桥建于1905年"
    assert service.rate({**rating, "word": "x" * 5000})["kind"] == "problem"
    assert service.rate({"good": True})["kind"] == "problem"
