"""What is measured of a sentence."""

from itertools import pairwise

import pytest

from rag import Assistant
from rag.language import detect
from rag.signals.measure import Signals, measure
from rag.types import Language


def signals(assistant: Assistant, question: str, language: Language) -> dict[str, Signals]:
    searcher = assistant._searcher
    found = measure(question, question, language, searcher.search(question, 8), searcher)
    return {sentence.text: one for sentence, one in found}


@pytest.mark.parametrize(
    ("question", "text", "figure", "name"),
    [
        ("How large is the garden?", "茶园面积是320亩。", 0, 0),
        ("How large is the garden?", "茶园由陈禾开垦。", -1, 0),
        ("When was the garden planted?", "茶园由陈禾在1987年开垦。", 0, 0),
        ("When was the garden planted?", "茶园面积是320亩。", -1, 0),
        ("Who planted the garden?", "茶园由陈禾开垦。", 0, 0),
        ("Who planted the garden?", "茶园面积是320亩。", 0, -1),
        ("谁开垦了茶园？", "Mira Holt planted the garden.", 0, 0),
        ("茶园在哪里？", "The garden covers 320 acres.", 0, -1),
        ("茶园在哪里？", "The garden lies in New Lima.", 0, 0),
    ],
)
def test_what_the_other_language_holds_no_answer_of_is_told_by_its_form(
    question: str, text: str, figure: int, name: int
) -> None:
    assistant = Assistant.from_texts({"a": text})
    one = signals(assistant, question, detect(question))[text]
    assert (one.foreign, one.figure, one.name) == (1, figure, name)


def test_the_sentence_that_answers_says_most_and_holds_what_is_asked_for(two_articles: Assistant) -> None:
    found = signals(two_articles, "茶园的面积是多少亩？", "zh")
    best = max(found, key=lambda text: found[text].coverage + found[text].focus)
    assert best == "茶园位于山的北坡，面积是320亩。"
    assert (found[best].kind, found[best].figure, found[best].foreign) == (1, 1, 0)


def test_the_heading_and_the_sentence_before_count_for_coverage_and_not_for_focus(two_articles: Assistant) -> None:
    found = signals(two_articles, "茶园哪一年开垦？", "zh")
    april = found["每年四月采茶。"]
    assert april.coverage > 0
    assert signals(two_articles, "茶园在哪里？", "zh")["每年四月采茶。"].focus < found["茶园由陈禾在1987年开垦。"].focus


@pytest.mark.parametrize(
    ("question", "language"),
    [("两江新区是哪一年获批的？", "zh"), ("When was Chongqing's Liangjiang New Area officially approved?", "en")],
)
def test_a_sentence_on_a_rival_of_what_is_asked_about_does_not_answer(
    question: str, language: Language, assistant: Assistant
) -> None:
    found = [
        text[:5] for text in signals(assistant, question, language) if text.startswith(("2010年5月5日", "2014年10月"))
    ]
    assert found == ["2010年"]


@pytest.mark.parametrize(
    ("question", "language", "foreign"), [("多少泊位？", "zh", 1.0), ("How many berths?", "en", 0.0)]
)
def test_a_text_in_the_other_language_is_foreign(
    two_articles: Assistant, question: str, language: Language, foreign: float
) -> None:
    found = signals(two_articles, question, language)
    assert found["It has 14 berths."].foreign == foreign
    assert found["It has 14 berths."].figure == (0.0 if foreign else 1.0)


def test_what_lies_behind_grows_from_chunk_to_chunk(assistant: Assistant) -> None:
    behind = [one.behind for one in signals(assistant, "公园城市", "zh").values()]
    assert behind[0] == 0
    assert all(one <= two for one, two in pairwise(behind))


def test_a_person_a_figure_and_a_thing_asked_for_are_told_apart(two_articles: Assistant) -> None:
    asked = {"谁开垦了茶园？": (0, 1, 0), "茶园的面积是多少亩？": (-1, 0, 0), "茶园是哪个公司的？": (0, 0, -1)}
    found = {question: signals(two_articles, question, "zh")["茶园由陈禾在1987年开垦。"] for question in asked}
    assert {question: (one.figure, one.name, one.thing) for question, one in found.items()} == asked


def test_a_sentence_that_only_asks_or_announces_says_nothing_but_where_a_list_is_asked_for() -> None:
    said = "园里有三种茶——\n\n绿茶、红茶和白茶。\n\n哪种最贵？"
    assistant = Assistant.from_texts({"a": said})
    silent = [
        [one.silent for _, one in sorted(signals(assistant, q, "zh").items())] for q in ("谁爱喝茶？", "园里有哪些茶？")
    ]
    assert silent == [[1, 1, 0], [1, 0, 0]]


def test_what_was_announced_is_read_with_what_follows() -> None:
    text = "园里有三种茶——\n\n一为绿，一为红，一为白。"
    found = signals(Assistant.from_texts({"a": text}), "园里有三种茶？", "zh")
    assert found["一为绿，一为红，一为白。"].coverage > 0.5


@pytest.mark.parametrize(
    ("question", "unsaid"), [("第二座港何时建成？", 1.0), ("第一座港何时建成？", 0.0), ("港何时建成？", 0.0)]
)
def test_another_place_in_an_order_is_noticed(question: str, unsaid: float) -> None:
    found = signals(Assistant.from_texts({"a": "第一座港有两个码头，于1950年建成。"}), question, "zh")
    assert [one.unsaid for one in found.values()] == [unsaid]


@pytest.mark.parametrize(("question", "unsaid"), [("《茶经》有几卷？", 0.0), ("《水经》有几卷？", 1.0)])
def test_a_title_that_is_nowhere_named_is_noticed(question: str, unsaid: float) -> None:
    found = signals(Assistant.from_texts({"a": "陈禾爱读《茶经》。\n\n他每天采茶。"}), question, "zh")
    assert {one.unsaid for one in found.values()} == {unsaid}


def test_a_title_is_not_looked_for_in_text_of_another_language() -> None:
    found = signals(Assistant.from_texts({"a": "The Book of Tea was written by Chen He."}), "《茶经》有几卷？", "zh")
    assert [one.unsaid for one in found.values()] == [0.0]


def test_a_by_line_says_who_wrote_and_nothing_else() -> None:
    assistant = Assistant.from_texts({"a": "# 茶香\n\n□陈禾\n\n山上种了三百亩茶，村民爱喝。"})
    asked = {q: signals(assistant, q, "zh") for q in ("这篇文章的作者是谁？", "谁爱喝茶？", "作者陈禾住在哪里？")}
    assert ["□陈禾" in found for found in asked.values()] == [True, False, False]
    assert asked["这篇文章的作者是谁？"]["□陈禾"].coverage > 0.5


def test_the_headings_above_and_who_wrote_it_are_read_with_a_sentence() -> None:
    text = "# 月报\n\n## 短评\n\n### 开个好头\n\n□陈禾\n\n采茶要趁早。\n\n## 消息\n\n### 春天来了\n\n茶芽已经冒尖。"
    assistant = Assistant.from_texts({"a": text})
    by_genre, by_author = (signals(assistant, q, "zh") for q in ("短评里的茶什么时候采？", "陈禾认为茶要什么时候采？"))
    for found in (by_genre, by_author):
        assert found["采茶要趁早。"].coverage > found["茶芽已经冒尖。"].coverage
    assert signals(assistant, "陈禾什么时候采茶？", "zh")["采茶要趁早。"].missed == 1


def test_a_number_with_a_unit_says_what_was_measured() -> None:
    found = signals(Assistant.from_texts({"a": "The lake covers 20 hectares."}), "What is the size of the lake?", "en")
    assert found["The lake covers 20 hectares."].coverage > 0.9


@pytest.mark.parametrize(("question", "withheld"), [("3号线投资多少？", 1.0), ("2号线投资多少？", 0.0)])
def test_another_of_several_numbered_things_is_noticed(question: str, withheld: float) -> None:
    text = "2号线投资186亿元。\n\n3号线今年开工。"
    found = signals(Assistant.from_texts({"a": text}), question, "zh")["2号线投资186亿元。"]
    assert (found.figure, found.withheld) == (1.0, withheld)


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [("茶室可以抽烟吗？", 1), ("茶室可以喝茶吗？", 0), ("茶室在哪里？", 0), ("茶室可以打牌吗？", 1)],
)
def test_what_may_be_done_is_said(question: str, unsaid: float) -> None:
    text = "二楼的茶室每天供应茶水。"
    assert signals(Assistant.from_texts({"a": text}), question, "zh")[text].unsaid == unsaid
