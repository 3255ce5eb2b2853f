"""Questions asked of some of the articles only."""

import json
from dataclasses import replace
from datetime import date

import pytest

from corpus.load import from_text
from rag import Assistant, Settings, Where
from rag.__main__ import main
from rag.errors import ArticleError, QuestionError
from tests.rag.conftest import TEXTS

HARBOUR = replace(from_text("harbour", TEXTS["harbour"]), date=date(2020, 4, 30), source="Daily")
TEA = replace(from_text("茶", TEXTS["茶"]), date=date(2021, 5, 1))
UNDATED = from_text("undated", "The harbour has a lighthouse.")


@pytest.mark.parametrize(
    ("where", "picked"),
    [
        (Where(), {"harbour", "茶", "undated"}),
        (Where(articles=["茶"]), {"茶"}),
        (Where(sources=["Daily"]), {"harbour"}),
        (Where(since=date(2020, 4, 30)), {"harbour", "茶"}),
        (Where(until=date(2021, 4, 30)), {"harbour"}),
        (Where(articles=["harbour", "茶"], since=date(2021, 1, 1)), {"茶"}),
    ],
)
def test_passages_come_from_the_articles_that_are_picked(where: Where, picked: set[str]) -> None:
    assistant = Assistant([HARBOUR, TEA, UNDATED])
    assert {passage.article_id for passage in assistant.search("harbour 茶园", 50, where)} == picked


@pytest.mark.parametrize("question", ["When did the harbour open?", "Summarize the article"])
def test_an_answer_quotes_only_what_was_picked(question: str) -> None:
    assistant = Assistant([HARBOUR, TEA, UNDATED], Settings(refusal_threshold=0.0))
    answer = assistant.ask(question, where=Where(articles=["undated"]))
    assert {citation.article_id for citation in answer.citations} == {"undated"}


def test_conditions_that_no_article_meets_are_one_clear_line() -> None:
    assistant = Assistant([HARBOUR, TEA])
    with pytest.raises(QuestionError, match="No article meets"):
        assistant.ask("When did the harbour open?", where=Where(sources=["Nobody"]))
    with pytest.raises(ArticleError, match="'nowhere'"):
        assistant.search("harbour", where=Where(articles=["nowhere"]))


def test_the_command_line_asks_only_what_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "天府新区", "--only", "shuangcheng", "-k", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["article_id"] == "shuangcheng"
    assert main(["ask", "天府新区何时获批？", "--since", "2020-01-01"]) == 2
    assert "No article meets" in capsys.readouterr().err
