"""Headings of texts that do not mark them."""

import pytest

from corpus.article import Article
from corpus.load import from_text

RULES = """湖心岛自行车租借办法

（2021年4月1日起施行）

第一章 总则

第一条 为方便游客环岛骑行，制定本办法。

第二条 本办法适用于岛上的全部租车点。

第二章 费用

第三条 每小时租金8元，押金200元，还车时退还。
"""
MANUAL = """The Alder Kettle

A kettle for the stove, made of steel in one piece since 1931.

Before first use

Boil it twice with fresh water and pour the water away.

Care

- Wipe it dry.
- Keep it away from salt.
"""


def headings(article: Article) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in article.sections[1:]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (RULES, [(1, "湖心岛自行车租借办法"), (2, "第一章 总则"), (2, "第二章 费用")]),
        (MANUAL, [(1, "The Alder Kettle"), (2, "Before first use"), (2, "Care")]),
    ],
)
def test_short_lines_over_prose_are_headings(text: str, found: list[tuple[int, str]]) -> None:
    article = from_text("a", text)
    assert headings(article) == found
    assert article.title == found[0][1]


def test_nothing_but_marks_and_white_space_tells_the_text_from_the_file() -> None:
    assert from_text("a", RULES).text == RULES.strip()


@pytest.mark.parametrize(
    "text",
    [
        "他来了。\n\n记者 王晓\n\n茶农今年的收成比去年好得多，茶商也早早来到了山上。",
        "He came.\n\nBy Jane Doe\n\nThe farmers had a better harvest than in any of the years before it.",
        "他来了。\n\n一、苹果\n\n二、梨\n\n三、桃",
        "# Tea\n\nThe harvest\n\nIt was a better one than in any of the years that came before it.",
        "他说，\n\n第一年很难\n\n茶。",
    ],
)
def test_bylines_items_and_lines_of_a_marked_text_are_paragraphs(text: str) -> None:
    assert not any(section.level > 1 for section in from_text("a", text).sections)


@pytest.mark.parametrize(
    "text",
    [
        "# 须知\n\n问：可以带狗吗？\n答：小型犬可以，须拴绳。\n\n问：几点关门？\n答：晚上9点。",
        "开放须知如下，请各位游客遵守。\n\n可以带狗吗？\n\n小型犬可以，须拴绳。\n\n几点关门？\n\n晚上9点。",
        "Rules of the park, for all.\n\nQ: May I bring my dog?\nA: On a lead.\n\nQ2. When does it close?\nA2. At 9.",
    ],
)
def test_a_question_before_its_answer_is_the_heading_of_it(text: str) -> None:
    article = from_text("a", text)
    asked = [section.title for section in article.sections if section.title.endswith(("?", "？"))]
    assert len(asked) == 2
    assert [article.section_title(one) for one in article.paragraphs][-2:] == asked


def test_a_question_that_another_one_follows_is_no_heading() -> None:
    assert len(from_text("a", "为什么？\n\n谁来了？\n\n他来了。").paragraphs) == 2


def test_a_numbered_line_right_over_a_list_that_is_numbered_otherwise_is_its_heading() -> None:
    notice = "停车证办理通告\n\n一、申办对象\n\n本街道的居民都可以申办，每户最多办理两张停车证。\n\n"
    notice += "二、所需材料\n（一）身份证；\n（二）户口簿；\n\n三、办理方式\n\n在窗口办理，逾期不再补办，请相互转告。"
    assert headings(from_text("a", notice))[1:] == [(2, "一、申办对象"), (2, "二、所需材料"), (2, "三、办理方式")]


HOURS = """湖区图书馆公告

一、开放时间
周二至周五：9:00至20:30
周六、周日：9:00至18:00
周一闭馆（节假日除外）。

二、交通
新馆地址：文昌路199号。
读者可以乘坐12路、37路、206路公交车到文昌路口站，下车后步行约3分钟就到。

三、联系方式
总服务台：0573-8201 1100
办证咨询：0573-8201 1122
送书上门：0573-8201 1133
"""


def test_a_numbered_item_over_one_short_sentence_is_no_heading() -> None:
    news = "海河简讯\n\n1. 海河大桥5月1日通车\n大桥全长10公里，免费通行。\n\n2. 全市人口突破300万\n比十年前多了50万人。"
    assert [title for _, title in headings(from_text("news", news))] == ["海河简讯"]


def test_lines_that_are_labelled_stay_apart_below_their_headings() -> None:
    article = from_text("hours", HOURS)
    assert headings(article)[1:] == [(2, "一、开放时间"), (2, "二、交通"), (2, "三、联系方式")]
    lines = {
        line for number in range(1, len(article.paragraphs) + 1) for line in article.paragraph_text(number).split("\n")
    }
    assert {"周六、周日：9:00至18:00", "新馆地址：文昌路199号。", "办证咨询：0573-8201 1122"} <= lines


GUIDE = """Nestor 40 Electric Kettle

1. Safety
Never open the lid while the water is boiling, and keep children away from the base at all times.

2. Getting started
1. Peel off the stickers.
2. Fill the kettle to the line.

3. Faults
Code | Meaning | What to do
F1 | No water | Fill the kettle

4. Questions
Why does it switch itself off?
It protects itself when it boils dry.
"""
LETTER = """Camp Letter

Packing list
- Sleeping bag
- Torch

Plans for 2024/25

We shall build a hut, buy two boats and open a second camp on the lake. - Anna Reed, head of the camp

House rules

Phones stay at home, and the lights go out at ten in the evening.
"""


def test_a_numbered_heading_stands_over_steps_that_begin_anew_a_table_or_a_question() -> None:
    titles = [(1, "Nestor 40 Electric Kettle"), (2, "1. Safety"), (2, "2. Getting started"), (2, "3. Faults")]
    article = from_text("kettle", GUIDE)
    assert headings(article) == [*titles, (2, "4. Questions"), (3, "Why does it switch itself off?")]


def test_steps_that_go_on_are_no_headings() -> None:
    text = "Soup for two\n\n3. Peel the onions\n4. Boil the water\n\n5. Add salt\n\n6. Wait for some time"
    assert headings(from_text("soup", text)) == [(1, "Soup for two")]


def test_a_line_over_a_list_a_signed_paragraph_or_a_season_is_a_heading() -> None:
    sections = [(2, "Packing list"), (2, "Plans for 2024/25"), (2, "House rules")]
    assert headings(from_text("camp", LETTER)) == [(1, "Camp Letter"), *sections]


@pytest.mark.parametrize(
    "text",
    [
        "张三 班长\n李四 学习委员\n王五 体育委员",
        "Meeting moved to Friday\nRoom 204 at 3 pm\nBring your laptop",
        "王刚当选市长\n他得了六成选票。\n\n李强当选副市长\n他得了一半选票。",
        "1. 张三 技术部\n1. 李四 市场部\n1. 王五 财务部",
        "小明：我今年考上了大学？\n小红：恭喜你！\n小明：谢谢。",
        "\n".join(["1. 第甲家公司"] * 1200),
    ],
)
def test_a_line_of_what_the_text_says_is_no_heading(text: str) -> None:
    assert headings(from_text("a", text)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The River Tarn bursts its banks: Hollowby counts\n\nHe came.", "The River Tarn bursts its banks"),
        ("静夜思\n床前明月光，\n疑是地上霜。\n\n他来了。", ""),
        ("Open: nine to five\nClosed: Sundays\n\nHe came.", ""),
        ("Registered 2023/05\n\nHe came.", ""),
    ],
)
def test_the_first_short_line_is_the_title_unless_it_is_labelled_or_dated(text: str, title: str) -> None:
    found = [one for level, one in headings(from_text("a", text)) if level == 1]
    assert [one.partition(":")[0] for one in found] == ([title] if title else [])
