"""Items with what goes on with them, lists by their heading, and single items by their place."""

import pytest

from rag import Assistant, Settings
from tests.rag.lists.test_listing import quotes

PACT = """两镇商定了今年的合作。

一是教育上加强合作。共建一所初中，教师每学期轮岗一次。家长可以旁听。

二是医疗上加强合作，卫生院共用一台仪器，专家每周三坐诊，药品统一采购，村里不再另收费用。病人满意。

会后镇长说了话。首先感谢大家。他很高兴。
"""
WAYS = """The council will act in three ways.

First, safety comes first. Wardens stand at both gates.

Second, reading comes next. Each class visits the Marlow Library. Books are free.

Third, sport follows.
"""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (PACT, "教育上怎么合作？", ["一是教育上加强合作。", "共建一所初中，教师每学期轮岗一次。", "家长可以旁听。"]),
        (WAYS, "What will be done about reading?", WAYS.split("\n\n")[2].replace(". ", ".|").split("|")),
        (WAYS, "Who visits the library?", ["Each class visits the Marlow Library."]),
        (WAYS, "What about sport?", ["Third, sport follows."]),
    ],
)
def test_a_headline_of_an_item_is_given_with_what_goes_on_with_it(text: str, question: str, said: list[str]) -> None:
    assistant = Assistant.from_texts({"a": text})
    assert quotes(assistant.ask(question), assistant) == said


HANDBOOK = """# Kettle with five parts

## What is in the box

- Kettle
- Filter
- Brush (20 cm)

A stand is sold separately.

## First use

1. Peel off the stickers.
2. Fill it to the line.
3. Press the lever.

## Benefits

The union made three demands: higher pay, shorter hours and a canteen.

## Faults

Call the shop.

## Returns

Send it back.
"""


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("What comes in the box?", 3),
        ("What is the brush for?", 1),
        ("Is there a brush in the box?", 1),
        ("How do I use it for the first time? All the steps, please.", 3),
        ("What must I fill?", 1),
    ],
)
def test_a_list_is_given_whole_where_the_question_is_on_its_heading(question: str, count: int) -> None:
    assistant = Assistant.from_texts({"kettle": HANDBOOK})
    answer = assistant.ask(question)
    found = [quote for quote in quotes(answer, assistant) if quote[:2] in ("- ", "1.", "2.", "3.")]
    assert answer.answered
    assert len(found) == count


BAGS = """夏令营须知

孩子要带的东西
- 睡袋
- 雨衣
- 手电筒

安全规定
营地内不得使用手机，晚上十点熄灯。
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("孩子要带什么？", ["- 睡袋", "- 雨衣", "- 手电筒"]),
        ("要带哪些东西？", ["- 睡袋", "- 雨衣", "- 手电筒"]),
        ("晚上几点熄灯？", ["营地内不得使用手机，晚上十点熄灯。"]),
    ],
)
def test_a_heading_that_says_all_of_a_question_is_that_of_the_list(question: str, said: list[str]) -> None:
    assistant = Assistant.from_texts({"camp": BAGS}, Settings(refusal_threshold=0.0))
    assert quotes(assistant.ask(question), assistant) == said


GOALS = """# The five goals of the valley

The valley report says that there is much to do.

## Water

The towns will take on three key goals: first, clean the river; second, mend the weir; third, plant trees.

## Roads

The towns set three key tasks for the roads.

First, the bridge is mended. Work begins in May.

Second, the lane is paved. It is narrow.

Third, the signs are painted.

## Schools

Bo Lind thinks the schools are in good shape. He offered some advice:

1. Hire two teachers.
2. Open at eight.

Mayor Tom Pell suggested that the gym be closed.

## Shops

They are full.

## Parks

They are green.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is the first task?", ["First, the bridge is mended.", "Work begins in May."]),
        ("What is the second of the three key tasks?", ["Second, the lane is paved.", "It is narrow."]),
        ("What is the last task?", ["Third, the signs are painted."]),
        ("What did Bo Lind suggest?", ["He offered some advice:", "1. Hire two teachers.", "2. Open at eight."]),
        ("What advice does Bo Lind have?", ["He offered some advice:", "1. Hire two teachers.", "2. Open at eight."]),
        ("What did Tom Pell suggest?", ["Mayor Tom Pell suggested that the gym be closed."]),
    ],
)
def test_one_item_by_its_place_and_the_advice_of_one_person(question: str, said: list[str]) -> None:
    assistant = Assistant.from_texts({"valley": GOALS})
    assert quotes(assistant.ask(question), assistant) == said


def test_the_title_of_the_whole_does_not_call_each_list_in_it() -> None:
    text = (
        "# Five tasks for the valley\n\nThe towns agreed on five key tasks: roads, water, shops, schools and parks.\n\n"
    )
    text += "".join(f"## Part {name}\n\nIt is on {name} and has two pages.\n\n" for name in ("A", "B", "C", "D", "E"))
    assistant = Assistant.from_texts({"valley": text})
    said = quotes(assistant.ask("Which five tasks did the towns agree on?"), assistant)
    assert said == ["The towns agreed on five key tasks: roads, water, shops, schools and parks."]


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        ("Plans for 2023/24", 2),
        ("Plans for 2023/24?", 2),
        ("What are the plans for 2023/24?", 2),
        ("2024年计划", 2),
        ("Plans for 2025/26", 0),
        ("2025年计划", 0),
        ("Rents for 2023/24", 0),
        ("Is the club old?", 0),
    ],
)
def test_a_heading_named_alone_wants_the_list_under_it(question: str, lines: int) -> None:
    english = (
        "# Elm Club\n\nThe club met in 1904.\n\n## Plans for 2023/24\n\n- a clubroom\n- lessons\n\n## Rents\n\nNone.\n"
    )
    chinese = "# 泉镇\n\n泉镇有两万人。\n\n## 2024年计划\n\n- 修缮老街\n- 新建小学\n\n## 简史\n\n建于唐代。\n"
    answer = Assistant.from_texts({"elm": english, "town": chinese}).ask(question)
    assert len([one for one in answer.citations if one.quote.startswith("- ")]) == lines
