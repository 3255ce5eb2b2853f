"""Lists asked for, and the enumerations that answer them."""

import pytest

from rag import Answer, Assistant, Settings
from rag.extract import Candidate
from rag.lists.listing import MAX_ITEMS
from rag.lists.wanted import list_wanted
from rag.types import Language
from tests.rag.test_assistant import hold

MEASURES = (
    "村里去年提出发展茶业的四项措施。一是改良品种，引进新种。二是修建道路。三是培训茶农。四是开设网店，卖到城里。"
)
TEA = f"""# 山村茶业

{MEASURES}村支书陈禾负责此事。

茶叶销往北京、上海、广州和西安。茶叶去年的产量达到12吨。茶叶的价格每斤80元。

茶农面临的困难主要有以下几个方面：

（一）劳力不足。年轻人大多进城打工。

（二）资金短缺。

（三）霜冻频繁。

携手种植：与邻村共用苗圃。携手加工：合建一座茶厂。携手销售：共用一个商标。

市民的意见集中在以下方面。有人希望降价，有人希望送货，还有人希望试喝。
"""
RIVER = """# The Alder River project

The council named three goals for the Alder River project:

* cleaner water in the town. It is tested weekly.
* more fish in the lower river
* a path for walkers

Critics of the project raise two objections. One is the cost. The other is the noise.

There are three reasons for the delay: 1. Rain fell all spring. 2. Money ran out. 3. A bridge broke.

The engineers worked with three partners: Delta Water, the Alder Trust and the University of Marl. Work began in 2019.
"""

FERRY = """The mayor of the harbour town, Ann Lee, spoke to the press about the ferry in May.

The ferry carries goods across the bay, and the mayor calls it the pride of the harbour town.

To this end some suggestions were made:

Firstly, plant more trees along the quay.

Secondly, repair the old crane.

Thirdly, open the market on Sundays.
"""


@pytest.fixture(scope="module")
def tea() -> Assistant:
    """An assistant over an article about a village that grows tea."""
    return Assistant.from_texts({"tea": TEA})


@pytest.fixture(scope="module")
def river() -> Assistant:
    """An assistant over an article about a river."""
    return Assistant.from_texts({"river": RIVER})


def quotes(answer: Answer, assistant: Assistant) -> list[str]:
    hold(answer, assistant)
    return [citation.quote for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "language", "wanted"),
    [
        ("What are the “six linkages” of the towns?", "en", 6),
        ("有哪些措施？", "zh", 0),
        ("有哪四項措施？", "zh", 4),
        ("三个分支分别是什么？", "zh", 3),
        ("请列举两个例子。", "zh", 2),
        ("四大名著有哪些特点？", "zh", 0),
        ("What are the goals?", "en", 0),
        ("Name the four goals.", "en", 4),
        ("Which three partners helped?", "en", 3),
        ("What kinds of fish live there?", "en", 0),
    ],
)
def test_a_question_that_wants_a_list_says_so_and_how_long(question: str, language: Language, wanted: int) -> None:
    assert list_wanted(question, language) == wanted


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("谁负责？", "zh"),
        ("哪一年开工？", "zh"),
        ("全球第几大港口？", "zh"),
        ("一个什么样的村子？", "zh"),
        ("Which city hosted the Games?", "en"),
        ("In what country did two slides happen?", "en"),
        ("What is this?", "en"),
    ],
)
def test_a_question_that_wants_one_thing_wants_no_list(question: str, language: Language) -> None:
    assert list_wanted(question, language) is None


@pytest.mark.parametrize("question", ["村里提出了哪四项措施？", "發展茶業的措施有哪些？"])
def test_numbered_sentences_are_given_whole_with_what_introduces_them(tea: Assistant, question: str) -> None:
    cited = quotes(tea.ask(question), tea)
    assert "".join(cited) == MEASURES


def test_each_item_has_a_line_of_its_own(tea: Assistant) -> None:
    lines = tea.ask("村里提出了哪四项措施？").text.split("\n\n")
    assert lines[2] == "二是修建道路。[3]"
    assert len(lines) == 5


def test_numbered_paragraphs_are_given_by_their_first_sentences(tea: Assistant) -> None:
    cited = quotes(tea.ask("茶农面临哪些困难？"), tea)
    assert cited == ["茶农面临的困难主要有以下几个方面：", "（一）劳力不足。", "（二）资金短缺。", "（三）霜冻频繁。"]


def test_labels_that_begin_alike_are_a_list(tea: Assistant) -> None:
    cited = quotes(tea.ask("与邻村在哪几方面携手？"), tea)
    assert [quote[:5] for quote in cited] == ["携手种植：", "携手加工：", "携手销售："]


def test_a_sentence_that_holds_the_list_is_not_padded(tea: Assistant) -> None:
    assert quotes(tea.ask("茶叶销往哪些城市？"), tea) == ["茶叶销往北京、上海、广州和西安。"]


def test_a_sentence_that_announces_a_list_is_not_left_alone(tea: Assistant) -> None:
    assert quotes(tea.ask("市民有哪些意见？"), tea)[1].startswith("有人希望降价")


def test_a_question_about_one_item_is_answered_by_it(tea: Assistant) -> None:
    assert "茶农面临" not in tea.ask("谁负责茶业？").text
    assert quotes(tea.ask("茶叶去年的产量达到多少？"), tea)[0] == "茶叶去年的产量达到12吨。"


@pytest.mark.parametrize(
    "question", ["What are the goals of the Alder River project?", "What did the council name as goals of the project?"]
)
def test_bullets_are_given_whole(river: Assistant, question: str) -> None:
    lead, *items = quotes(river.ask(question), river)
    assert lead.endswith("project:")
    assert items == ["* cleaner water in the town.", "* more fish in the lower river", "* a path for walkers"]


def test_one_and_the_other_are_two(river: Assistant) -> None:
    cited = quotes(river.ask("What objections do critics of the project raise?"), river)
    assert cited[1:] == ["One is the cost.", "The other is the noise."]


def test_english_numbers_in_a_paragraph_are_items(river: Assistant) -> None:
    cited = quotes(river.ask("What are the three reasons for the delay?"), river)
    assert cited[1:] == ["1. Rain fell all spring.", "2. Money ran out.", "3. A bridge broke."]


def test_an_english_sentence_that_holds_the_list_is_the_answer(river: Assistant) -> None:
    cited = quotes(river.ask("Which three partners did the engineers work with?"), river)
    assert len(cited) == 1
    assert "Delta Water" in cited[0]


@pytest.mark.parametrize(("question", "kept"), [("茶叶销往哪些城市？", 1), ("茶叶销往哪些城市，价格是多少？", 0)])
def test_what_holds_no_list_goes_only_where_a_list_is_all_that_is_asked_for(
    tea: Assistant, question: str, kept: int
) -> None:
    sentences = [unit for part in tea._searcher.chunks.values() for unit in part.sentences if unit.text[:2] == "茶叶"]
    candidates = [Candidate(unit, 0.9) for unit in sentences]
    chosen = tea._listing.select(question, question, "zh", candidates, 0.5, tea._searcher.lexicon.rarity)
    assert (len(sentences), len(chosen)) == (3, kept)


def test_a_list_is_found_from_a_question_in_the_other_language(river: Assistant) -> None:
    assert len(quotes(river.ask("这个项目有哪三个目标？"), river)) == 4


def test_a_number_that_does_not_fit_rules_a_list_out(tea: Assistant) -> None:
    assert len(quotes(tea.ask("村里提出了哪六项措施？"), tea)) < 4


@pytest.mark.parametrize("question", ["谁负责此事？", "茶叶的价格是每斤多少元？", "村里什么时候提出发展茶业？"])
def test_a_question_for_no_list_is_answered_as_without_lists(
    tea: Assistant, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_lists = tea.ask(question)
    monkeypatch.setattr(type(tea._listing), "select", lambda *_: [])
    assert tea.ask(question) == with_lists


def test_of_a_very_long_list_the_first_items_are_given() -> None:
    bullets = "\n".join(f"- item {letter}" for letter in "abcdefghijklmnop")
    assistant = Assistant.from_texts(
        {"a": f"You need the following tools:\n{bullets}"}, Settings(refusal_threshold=0.0)
    )
    assert len(quotes(assistant.ask("Which tools do you need?"), assistant)) == 1 + MAX_ITEMS


@pytest.mark.parametrize(
    ("counted", "kept"), [("three recommendations", 4), ("four recommendations", 1), ("three ships", 1)]
)
def test_a_list_of_just_so_many_of_what_is_asked_for_answers_wherever_it_stands(counted: str, kept: int) -> None:
    ferry = Assistant.from_texts({"ferry": FERRY})
    answer = ferry.ask(f"What {counted} did mayor Ann Lee of the harbour town make about the ferry?")
    assert len(quotes(answer, ferry)) == kept
