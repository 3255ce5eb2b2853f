"""Lists of which only what goes before them shows that they are any."""

import pytest

from corpus.load import from_text
from rag import Assistant
from rag.chunk import chunk
from rag.lists.enumeration import enumerations

TEXTS = {
    "zh": "责任单位：\n园林局：负责绿化\n水务局：负责疏浚\n\n专家建议：首先，保留老树。其次，控制灯光。最后，设立岗亭。"
    "\n\n获奖者共三人。李想获得一等奖。陈晨获得二等奖。周舟获得三等奖。",
    "en": "The market has three sections:\n\nFruit: by the gate\nFish: by the river\nBooks: in the hall\n\n"
    "It will take a number of steps. It will hire two cleaners, move the stop, and close the street.\n\n"
    "The study found several problems. One is the noise. Another is the smell.",
}


@pytest.fixture(scope="module")
def market() -> Assistant:
    """An assistant over texts with such lists."""
    return Assistant.from_texts(TEXTS)


@pytest.mark.parametrize(
    ("question", "first", "last", "lines"),
    [
        ("责任单位有哪些？", "责任单位", "疏浚", 3),
        ("专家有什么建议？", "专家建议", "岗亭", 3),
        ("专家提了哪些建议？", "专家建议", "岗亭", 3),
        ("哪些人获奖了？", "获奖者", "三等奖", 4),
        ("What sections does the market have?", "The market", "hall", 4),
        ("Which problems did the study find?", "The study", "smell", 3),
        ("What steps will it take?", "It will take", "street", 2),
    ],
)
def test_the_whole_list_is_the_answer(market: Assistant, question: str, first: str, last: str, lines: int) -> None:
    quotes = [citation.quote for citation in market.ask(question).citations]
    assert quotes[0].startswith(first)
    assert last in quotes[-1]
    assert len(quotes) == lines


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("获奖者共三人。王小明弹琴。李丽跳舞。张伟唱歌。", 3),
        ("The town has three parks. Elm Park has a lake. Oak Park has a café. Ash Park has swings.", 3),
        ("The team has three captains. Ana Silva leads at home. Bo Lee leads away. Cy Hill is injured.", 3),
        ("The study found several problems. These include noise, smell and dust.", 0),
    ],
)
def test_what_is_counted_is_told_by_sentences_of_one_form(text: str, count: int) -> None:
    article = from_text("a", text)
    (only,) = enumerations(article, [sentence for part in chunk(article) for sentence in part.sentences])
    assert only.lead
    assert text.startswith(only.lead.text)
    assert only.count == count


@pytest.mark.parametrize(
    "text",
    [
        "She taught there for three years. The pay was low. The room had no stove. The winters were hard.",
        "活动持续三个星期。图书室每天开放。一年级参加朗读。六年级写书评。",
        "学校有三名外教。操场铺了新跑道。食堂对外开放。图书馆周末不闭馆。",
        "The museum employs four people. Entry is free on Sundays. Dogs may not enter. The roof leaks. Tea is sold.",
        "医院引进了几台设备。门诊、住院部和药房每天开放。",
        "学生获得多个奖项。李想、王明和陈晨都上六年级。",
        "全省有三百多所学校。学校有食堂、操场和图书馆。",
        "She lived there for several years. She wrote novels, plays and poems.",
        "There were four teams. They met in June. Rain fell. The cup went to Lima. Nobody cheered.",
        "The plan has three goals: peace, bread and work. The town agreed. The mayor signed. The work began.",
        "It has three parts. The rest is lost.",
        "He bought several books. The shop was small.",
        "注意：请勿带零食。请爱护图书。",
    ],
)
def test_what_only_stands_behind_a_number_or_a_colon_is_no_list(text: str) -> None:
    article = from_text("a", text)
    assert enumerations(article, [sentence for part in chunk(article) for sentence in part.sentences]) == []
