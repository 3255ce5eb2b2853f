"""By-lines, and questions for an author."""

import pytest

from rag import Assistant
from rag.signals.byline import asks_author, is_byline
from rag.types import Language


@pytest.mark.parametrize(
    "text",
    [
        "□陈禾",
        "■ 本报记者 陈禾",
        "本报记者 陈禾 王小明",
        "新华社记者：陈禾",
        "文/陈禾",
        "By Jane Doe",
        "By Jane Doe and Omar Lee",
    ],
)
def test_a_line_with_names_alone_is_a_by_line(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "陈禾",
        "本报记者陈禾在山上采访了茶农。",
        "By the river stands a mill",
        "By 1990 the Mill Closed",
        "□陈禾说，天晴了。",
    ],
)
def test_a_sentence_or_a_bare_name_is_none(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize(
    ("question", "language", "asks"),
    [
        ("这篇短评是谁写的？", "zh", True),
        ("文章的作者是谁？", "zh", True),
        ("谁开垦了茶园？", "zh", False),
        ("这篇社论出自谁的手笔？", "zh", True),
        ("Who is behind the commentary?", "en", True),
        ("Who wrote this?", "en", True),
        ("Who is the author?", "en", True),
        ("Who chaired the meeting?", "en", False),
    ],
)
def test_whether_an_author_is_asked_for(question: str, language: Language, asks: bool) -> None:
    assert asks_author(question, language) == asks


@pytest.mark.parametrize("question", ["最后那篇短评是谁写的？", "Who wrote the short commentary at the end?"])
def test_where_a_piece_stands_and_how_long_it_is_names_no_author(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).citations[0].quote == "□刘江"
