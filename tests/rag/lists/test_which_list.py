"""Of several lists, and of a list and one sentence, that which the question asks for."""

import pytest

from rag import Assistant, Settings
from rag.extract import Candidate
from rag.lists.wanted import list_wanted
from rag.types import Language
from tests.rag.lists.test_listing import quotes

ADVICE = """# Dean Ann Lee of the harbour school to the towns

To this end she made some suggestions:

Firstly, unify the policies. Build trade routes such as the Coast Road and the Bay Line.

Secondly, optimise the ports. Their cranes are old.
"""


def test_a_sentence_that_only_goes_on_with_an_item_is_no_sign_that_the_list_is_asked_for() -> None:
    assistant = Assistant.from_texts({"advice": ADVICE})
    sentences = [one for chunk in assistant._searcher.chunks.values() for one in chunk.sentences]
    (sentence,) = (one for one in sentences if "Bay Line" in one.text)
    likely = [Candidate(sentence, 0.9)]
    question = "Which trade routes does dean Ann Lee of the harbour school suggest to the towns?"
    assert assistant._listing.select(question, question, "en", likely, 0.5, lambda token, written: 1.0) == []


TWO_LISTS = """# 两县合作

两县合作遵循一个思路：

以茶业为主，改善民生。

两县约定六项任务：

一是种茶。二是修路。三是建厂。四是办学。五是植树。六是治水。
"""


def test_a_list_of_just_so_many_goes_before_what_a_likelier_sentence_announces() -> None:
    answer = Assistant.from_texts({"a": TWO_LISTS}, Settings(refusal_threshold=0.0)).ask(
        "两县合作约定的六项任务是什么？"
    )
    assert "种茶" in answer.text
    assert "改善民生" not in answer.text


def test_what_is_announced_is_said_whatever_the_question_word() -> None:
    answer = Assistant.from_texts({"a": TWO_LISTS}, Settings(refusal_threshold=0.0)).ask("两县合作按照哪一个思路？")
    assert "改善民生" in answer.text


@pytest.mark.parametrize("question", ["How do I clean the kettle?", "What are the steps to clean the kettle?"])
def test_who_asks_how_to_do_something_gets_its_numbered_steps(question: str) -> None:
    steps = ["1. Fill it with vinegar.", "2. Heat it for an hour.", "3. Rinse it twice."]
    text = "# The Alder kettle\n\nIt is made of steel.\n\n## Cleaning the kettle\n\n" + "\n".join(steps)
    kettle = Assistant.from_texts({"kettle": text + "\n\n## Warranty\n\nIt lasts three years."})
    assert quotes(kettle.ask(question), kettle) == steps


@pytest.mark.parametrize("question", ["要带哪些材料？", "办证需要哪些材料？"])
def test_the_list_below_a_heading_that_says_what_is_asked_which_of(question: str) -> None:
    notice = "停车证办理通告\n\n一、申办对象\n\n本街道的居民都可以申办，每户最多办理两张停车证。\n\n"
    notice += "二、所需材料\n（一）身份证；\n（二）户口簿；\n（三）行驶证。\n\n"
    notice += "三、办理方式\n\n在窗口办理停车证，逾期不再补办，请居民相互转告。"
    answer = Assistant.from_texts({"notice": notice}, Settings(refusal_threshold=0.0)).ask(question)
    assert [citation.quote[3:6] for citation in answer.citations] == ["身份证", "户口簿", "行驶证"]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("两江新区和天府新区的“六个联动”是哪六个？", True),
        ("What are the “six linkages” between Liangjiang and Tianfu?", True),
        ("What do the six linkages cover?", True),
        ("What are the six linkages in the third phase of the metro?", False),
        ("What are the seven linkages between Liangjiang and Tianfu?", False),
    ],
)
def test_a_list_that_the_article_calls_as_the_question_does_answers_it(
    assistant: Assistant, question: str, answers: bool
) -> None:
    answer = assistant.ask(question)
    assert answer.answered == answers
    if answers:
        assert answer.citations[0].quote.startswith("两区将用“六个联动”")
        assert len(answer.citations) == 1 + 6


@pytest.mark.parametrize("question", ["两区约好一起干的六件事是什么？", "What six things will they do together?"])
def test_so_many_things_to_do_are_the_list_of_so_many_tasks(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.citations[0].quote.endswith("六项合作重点任务——")
    assert len(answer.citations) == 1 + 6


@pytest.mark.parametrize(
    ("question", "language", "wanted"),
    [
        ("第十二条是什么？", "zh", None),
        ("第十二条的条件有哪些？", "zh", 0),
        ("六个联动是什么？", "zh", 6),
        ("十二项任务是什么？", "zh", 12),
        ("Which running costs are covered?", "en", 0),
        ("What happens if I am late?", "en", None),
        ("Which rivers meet here?", "en", 0),
    ],
)
def test_what_wants_a_list_and_of_how_many(question: str, language: Language, wanted: int | None) -> None:
    assert list_wanted(question, language) == wanted
