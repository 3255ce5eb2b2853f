"""What is always true of an Answer, whatever is asked of whatever article."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag import Answer, Assistant, Settings, ask
from rag.errors import ArticleError, QuestionError
from rag.language import HAN, is_in
from rag.wording import REFUSALS
from tests.rag.conftest import TEXTS

WORDS = [
    "两江新区",
    "天府",
    "面积",
    "多大",
    "何时",
    "谁",
    "when",
    "the area",
    "approved",
    "?",
    "？",
    "GDP",
    "茶园",
    "港口",
    "2014",
    " ",
]
ASKED = (
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)
    .map("".join)
    .filter(lambda text: any(map(str.isalnum, text)))
)
QUESTIONS = [
    "两江新区规划面积有多大？",
    "How large is Liangjiang New Area?",
    "量子计算机有多少量子比特？",
    "Who won the 1998 World Cup?",
]


def hold(answer: Answer, assistant: Assistant) -> None:
    """Assert everything that the contract says is always true."""
    for citation in answer.citations:
        assert assistant.article(citation.article_id).text[citation.start : citation.end] == citation.quote
    marks = list(dict.fromkeys(int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)))
    assert marks == [citation.number for citation in answer.citations] == list(range(1, len(marks) + 1))
    assert answer.answered == bool(answer.citations)
    if not answer.answered:
        assert answer.text == REFUSALS[answer.language]
        assert answer.closest
    if any(map(str.isalpha, answer.text)):  # figures alone are in both languages
        assert HAN.search(answer.text) if answer.language == "zh" else is_in(answer.text, "en")
    assert 0 <= answer.confidence <= 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_contract_holds_on_the_bundled_article(assistant: Assistant, question: str) -> None:
    hold(assistant.ask(question), assistant)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=ASKED)
def test_the_contract_holds_for_any_question_on_own_articles(two_articles: Assistant, question: str) -> None:
    try:
        answer = two_articles.ask(question)
    except QuestionError:
        return
    hold(answer, two_articles)


@pytest.mark.parametrize("threshold", [0.0, 1.0])
def test_the_threshold_decides_between_answer_and_refusal(threshold: float) -> None:
    assistant = Assistant(settings=Settings(refusal_threshold=threshold))
    answer = assistant.ask("两江新区规划面积有多大？")
    hold(answer, assistant)
    assert answer.answered == (threshold == 0)


def test_the_area_is_answered_in_both_languages_from_the_same_place() -> None:
    chinese, english = ask("两江新区规划面积有多大？"), ask("What is the planned area of Liangjiang New Area?")
    assert "1200平方公里" in chinese.text
    assert "1,200 square kilometers" in english.text
    assert {(c.start, c.end) for c in chinese.citations} & {(c.start, c.end) for c in english.citations}
    assert str(english.citations[0].translation) in english.text


@pytest.mark.parametrize(("question", "word"), [(QUESTIONS[2], "信息不足"), (QUESTIONS[3], "insufficient information")])
def test_what_the_article_does_not_say_is_refused_in_the_language_of_the_question(question: str, word: str) -> None:
    answer = ask(question)
    assert not answer.answered
    assert word in answer.text


def test_the_same_question_has_the_same_answer_each_time(assistant: Assistant) -> None:
    first, *others = [assistant.ask(QUESTIONS[0]), assistant.ask(QUESTIONS[0]), Assistant().ask(QUESTIONS[0])]
    assert all(other == first for other in others)


def test_an_english_question_on_a_chinese_article_without_translation_is_answered_in_english() -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(refusal_threshold=0.0))
    answer = assistant.ask("How large is the tea garden?")
    hold(answer, assistant)
    assert any("320亩" in citation.quote for citation in answer.citations)


def test_a_chinese_question_on_an_english_article_is_answered_in_chinese() -> None:
    assistant = Assistant.from_texts({"harbour": TEXTS["harbour"]}, Settings(refusal_threshold=0.0))
    answer = assistant.ask("港口什么时候启用的？")
    hold(answer, assistant)


@pytest.mark.parametrize(("question", "word"), [("什么时候？", "原文见引文"), ("When?", "quoted below")])
def test_an_article_in_a_third_script_is_quoted_under_a_line_in_the_language_of_the_question(
    question: str, word: str
) -> None:
    assistant = Assistant.from_texts({"a": "Библиотека сгорела в 1905 году."}, Settings(refusal_threshold=0.0))
    answer = assistant.ask(question)
    hold(answer, assistant)
    assert (word in answer.text, "Библиотека" in answer.text) == (True, False)
    assert answer.citations[0].quote == "Библиотека сгорела в 1905 году."


def test_streaming_gives_the_text_in_pieces_and_the_answer_last(assistant: Assistant) -> None:
    *pieces, answer = assistant.stream(QUESTIONS[0])
    assert isinstance(answer, Answer)
    assert "".join(str(piece) for piece in pieces) == answer.text


def test_the_chain_is_a_runnable(assistant: Assistant) -> None:
    one = assistant.ask(QUESTIONS[0])
    assert assistant.chain.invoke(QUESTIONS[0]) == one
    assert assistant.chain.batch([QUESTIONS[0], {"question": QUESTIONS[0]}]) == [one, one]
    assert list(assistant.chain.stream(QUESTIONS[0]))[-1] == one
    assert asyncio.run(assistant.chain.ainvoke(QUESTIONS[0])) == one


def test_many_questions_are_answered_in_order(assistant: Assistant) -> None:
    assert [answer.question for answer in assistant.ask_many(QUESTIONS)] == QUESTIONS


def test_an_answer_can_be_written_as_json(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTIONS[0])
    read = json.loads(json.dumps(answer.to_dict(), ensure_ascii=False))
    assert read["citations"][0]["quote"] == answer.citations[0].quote


def test_articles_from_files_are_called_by_their_names(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    assistant = Assistant.from_files(sorted(tmp_path.iterdir()))
    assert {article.id for article in assistant.articles} == set(TEXTS)
    assert assistant.search("茶园", 1)[0].article_id == "茶"


def test_an_article_that_is_not_there_is_named() -> None:
    with pytest.raises(ArticleError, match="'nowhere'; there are: harbour, 茶"):
        Assistant.from_texts(TEXTS).article("nowhere")


def test_no_articles_at_all_is_one_clear_line() -> None:
    with pytest.raises(ArticleError, match="no article to ask about"):
        Assistant.from_texts({})


def test_another_model_by_setting_answers_too(tmp_path: Path) -> None:
    from tests.rag.tiny import save_tiny_model

    model = save_tiny_model(tmp_path / "model", {"query": "ask: ", "document": "text: "})
    assistant = Assistant.from_texts(TEXTS, Settings(embedding=str(model), refusal_threshold=0.0))
    hold(assistant.ask("茶园的面积有多大？"), assistant)
    assert assistant.fingerprint != Assistant.from_texts(TEXTS, Settings(refusal_threshold=0.0)).fingerprint


@pytest.mark.parametrize("text", ["2024年6月5日", "□王明\n\n2024年6月5日", "一、开放时间。"])
def test_a_text_that_says_nothing_is_no_answer(text: str) -> None:
    assert not Assistant.from_texts({"doc": text}).ask("天府新区有多大？").answered
