"""The short answer in a sentence of the other language, and what it says in that of the reader."""

import pytest

from rag import Assistant
from rag.language import detect
from rag.short.retold import retold
from rag.short.shown import short_answer
from rag.types import Language
from tests.rag.short.test_find import unit


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How many people were rescued?", "共有36人获救。", "36人"),
        ("How long does the train take?", "列车全程需40分钟。", "40分钟"),
        ("When did the bridge open?", "大桥于2018年11月通车。", "2018年11月"),
        ("When did the bridge open?", "大桥于2018年通车。", "2018"),
        ("How far apart are the towns?", "两地相距100公里。", "100公里"),
        ("How many nurses are there?", "医院有210名护士。", "210名"),
        ("修缮花了多少钱？", "The repair cost £3.2 million.", "£3.2 million"),
        ("图书馆什么时候开放？", "The library opened on 14 June 1906.", "14 June 1906"),
        ("他当了多少年馆长？", "He was keeper for nineteen years.", "nineteen years"),
        ("有多少册书？", "About 8,500 books were saved.", "About 8,500"),
        ("几点关门？", "The hall closes at 11pm.", "11pm"),
        ("什么时候开放？", "Open Tue-Sat.", "Tue-Sat"),
    ],
)
def test_the_only_date_or_amount_of_the_kind_is_given_as_printed(question: str, text: str, answer: str) -> None:
    short = short_answer(question, question, detect(question), unit(text))
    assert short is not None
    assert short.text == answer == text[short.start - 100 : short.end - 100]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many nurses are there?", "医院有85名医生。"),
        ("How many books are there?", "他用三年时间收集藏书。"),
        ("How many people were there?", "12名队员救出36人。"),
        ("When did the 2018 flood end?", "2018年的洪水持续到秋后。"),
    ],
)
def test_what_is_counted_otherwise_or_known_is_not_given(question: str, text: str) -> None:
    assert short_answer(question, question, detect(question), unit(text)) is None


@pytest.mark.parametrize(
    ("said", "language", "value"),
    [
        ("June 14, 1906", "zh", "1906年6月14日"),
        ("May 1906", "zh", "1906年5月"),
        ("at least 40 people", "zh", "至少40人"),
        ("12 kilograms", "zh", "12公斤"),
        ("$3 million", "zh", None),  # whose dollars?
        ("2 hours 15 minutes", "zh", "2小时15分钟"),
        ("Tue-Sat", "zh", None),
        ("2018年11月5日", "en", "5 November 2018"),
        ("近200人", "en", "nearly 200 people"),
        ("1200万元", "en", "12 million yuan"),
        ("下午2点30分", "en", "2:30 pm"),
        ("一年", "en", "1 year"),
        ("12日", "en", None),  # a day as well as a time
        ("36余人", "en", "more than 36 people"),
    ],
)
def test_a_value_is_told_in_the_other_language_where_it_is_certain(
    said: str, language: Language, value: str | None
) -> None:
    assert retold(said, language) == value


def test_the_sentence_before_a_foreign_quote_says_the_value() -> None:
    assistant = Assistant.from_texts({"a": "The old library opened on 14 May 1906. The hall closes at 11pm."})
    answer = assistant.ask("图书馆什么时候开放的？")
    assert answer.short is not None
    assert answer.short.text == "14 May 1906"
    assert "：1906年5月14日。[1]" in answer.text
