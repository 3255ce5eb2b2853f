"""Telling Chinese from English from neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import QuestionError
from rag.language import MAX_QUESTION, check, detect, is_in
from rag.types import Language


@pytest.mark.parametrize(
    "question",
    [
        "两江新区的 GDP 是多少？",
        "5G产业",
        "兩江新區規劃面積？",
        "Liangjiang 新区有多大",
        "α粒子是什么？",
        "伊丽莎白・泰勒是谁？",
    ],
)
def test_mostly_chinese_questions_are_chinese(question: str) -> None:
    assert detect(question) == "zh"


@pytest.mark.parametrize(
    "question",
    [
        "What is 两江新区?",
        "When 天府新区 approved?",
        "Tianfu?",
        "when",
        "2014?",
        "Li Jing's advice",
        "What’s Los Angeles?",
        "Du Fu poem",
        "Las Vegas population",
        "What does μ mean?",
        "Is there a café?",
    ],
)
def test_english_words_around_chinese_names_are_english(question: str) -> None:
    assert detect(question) == "en"


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la superficie de Liangjiang ?",
        "¿Cuál es la superficie?",
        "Wann wurde das genehmigt?",
        "Hoeveel inwoners?",
        "Где это?",
        "どこですか",
    ],
)
def test_other_languages_are_refused_in_both(question: str) -> None:
    with pytest.raises(QuestionError, match=r"neither Chinese nor English.*请用中文或英文"):
        detect(question)


@pytest.mark.parametrize("question", ["", "  \n", "👍🏽", "？！", "\x00\x07\x1b", "\u200b", "\ud800", "²"])
def test_a_question_without_words_is_refused(question: str) -> None:
    with pytest.raises(QuestionError, match="no words"):
        check(question)


def test_a_question_of_20000_characters_is_refused_with_its_length() -> None:
    with pytest.raises(QuestionError, match="20,000"):
        check("问" * 20_000)
    assert check("问" * MAX_QUESTION)


def test_control_characters_and_line_breaks_are_taken_out() -> None:
    assert check(" 两江\x00新区\n有多大？\t") == "两江新区 有多大？"


@given(st.text())
def test_any_text_is_a_question_or_a_clear_error(text: str) -> None:
    try:
        result: str = detect(check(text))
    except QuestionError as error:
        result = str(error)
    assert result in {"zh", "en"} or "\n" not in result


def test_what_is_not_a_text_is_refused() -> None:
    with pytest.raises(QuestionError, match="NoneType"):
        check(None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the tea of 茶园 and its growth", "en"),
        ("GDP：25002.79亿元（2020年）", "zh"),
        ("The old library (图书馆) burned.", "en"),
        ("茶园。", "zh"),
    ],
)
def test_a_text_is_in_the_language_of_most_of_it(text: str, language: Language) -> None:
    assert is_in(text, language)
    assert not is_in(text, "en" if language == "zh" else "zh")


@pytest.mark.parametrize(
    "text", ["茶园 GDP growth", "- **出席**：林晓、Amy Chen、王雨 (Backend)、David Park (SRE)", "1998"]
)
def test_a_text_of_names_and_terms_that_no_english_words_join_is_in_both(text: str) -> None:
    assert is_in(text, "zh")
    assert is_in(text, "en")


@pytest.mark.parametrize(
    "text", ["Ά", "Библиотека сгорела в 1905 году (GDP).", "これはペンです。", "도서관은 1905년에 불탔다."]
)
def test_a_text_in_another_script_is_in_neither_language(text: str) -> None:
    assert not is_in(text, "zh")
    assert not is_in(text, "en")


def test_figures_alone_are_in_both_languages() -> None:
    assert is_in("2014-10-02", "zh")
    assert is_in("2014-10-02", "en")
