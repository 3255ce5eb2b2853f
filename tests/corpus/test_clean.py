"""Printed text -> clean text with a map back to the raw text."""

import textwrap
from importlib.resources import files

import pytest

from corpus.article import parse
from corpus.clean import clean

FOLDER = files("corpus") / "shuangcheng"
RAW = (FOLDER / "raw.txt").read_text("utf-8")

ENGLISH = """\
THE HARBOUR LIGHT
A Short History of the North Pier

1. Early years

The lighthouse on the north pier was built in 1874, when the inter-
national grain trade had begun to fill the harbour with ships from
every part of the Baltic. Before that, pilots had to rely on a well-
known row of poplars and on fires that the wives of fishermen kept
burning through the night.

Its first keeper, Anna Lindqvist, served for thirty-one years. Visitors
from the town were rare in winter; the well-known painter Karl Holm was
one of the few who came.

Three things are kept in the tower today:

- the original lens, made in Paris by a firm that also supplied the
  lighthouses of Brittany;
- a model of the pier.

The museum opens at ten. Groups should write ahead to the harbour office

of the town, which answers within a week or so.
"""

CHINESE = """\
　　春天的时候，村里的人都到河边去，孩子们在
浅水里捉鱼，老人坐在柳树下面说话，谁也不着急
回家。
　　到了夏天，河水涨起来，桥就不能走了。大家只
好绕到上游去，那里有一座石桥，是一百多年前修的，
至今还很结实。
"""


def blocks(raw: str) -> list[str]:
    return clean(raw).text.split("\n\n")


def test_the_printed_page_becomes_the_paragraphs_of_the_article() -> None:
    article = parse("a", (FOLDER / "article.md").read_text("utf-8"))
    missing = [block for block in article.text.split("\n\n") if block not in blocks(RAW)]
    assert missing == [
        "图为鸟瞰成都天府新区。四川日报记者 郝飞 摄",
        "重庆工商大学经济学院院长李敬：两区既要有“近谋” 更要有“远虑”",
        "为唱好“双城记”开个好头",
    ]


def test_every_character_of_the_printed_page_is_kept_in_its_order() -> None:
    assert "".join(clean(RAW).text.split()) == "".join(RAW.split())


def test_a_wrapped_english_text_becomes_one_line_a_paragraph() -> None:
    assert blocks(ENGLISH) == [
        "THE HARBOUR LIGHT\nA Short History of the North Pier",
        "1. Early years",
        "The lighthouse on the north pier was built in 1874, when the international grain trade had begun to fill the "
        "harbour with ships from every part of the Baltic. Before that, pilots had to rely on a well-known row of "
        "poplars and on fires that the wives of fishermen kept burning through the night.",
        "Its first keeper, Anna Lindqvist, served for thirty-one years. Visitors from the town were rare in winter; "
        "the well-known painter Karl Holm was one of the few who came.",
        "Three things are kept in the tower today:",
        "- the original lens, made in Paris by a firm that also supplied the lighthouses of Brittany;",
        "- a model of the pier.",
        "The museum opens at ten. Groups should write ahead to the harbour office of the town, which answers within "
        "a week or so.",
    ]


def test_first_line_indents_part_the_paragraphs_of_a_wrapped_text() -> None:
    assert blocks(CHINESE) == [
        "春天的时候，村里的人都到河边去，孩子们在浅水里捉鱼，老人坐在柳树下面说话，谁也不着急回家。",
        "到了夏天，河水涨起来，桥就不能走了。大家只好绕到上游去，那里有一座石桥，是一百多年前修的，至今还很结实。",
    ]


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    assert blocks(CHINESE.replace("　", "")) == blocks(CHINESE)


def test_a_paragraph_of_one_full_line_is_not_joined_to_the_indented_one_below() -> None:
    raw = CHINESE + "　　秋天收完庄稼，村里照例要唱三天的大戏。\n　　邻村的人也都赶来。\n"
    assert blocks(raw)[2:] == ["秋天收完庄稼，村里照例要唱三天的大戏。", "邻村的人也都赶来。"]


INDENTED = """\
    The keeper came down this afternoon.
Nobody was there. He sat on the steps, and the
dog, which had been asleep, came to him. It was
tired.
    They went in. The lamp had been burning all
day, and there was no oil left in the house.
"""


def test_indents_tell_more_than_the_length_of_a_line() -> None:
    assert [block[:10] for block in blocks(INDENTED)] == ["The keeper", "They went "]


def test_an_indented_line_starts_a_paragraph_though_no_mark_ended_the_last() -> None:
    raw = INDENTED.replace("It was\ntired.", "He said")
    assert [block[:10] for block in blocks(raw)] == ["The keeper", "They went "]


def test_a_paragraph_of_two_long_lines_is_joined() -> None:
    assert blocks("\n".join(RAW.splitlines()[1:3])) == blocks(RAW)[:1]


def test_a_headline_as_wide_as_the_column_is_not_joined_to_the_text_below() -> None:
    headline = "A Short History of the North Pier and of All Those Who Kept It"
    assert headline in blocks(ENGLISH.replace("1. Early years", headline))


def test_a_list_within_wrapped_text_keeps_its_items() -> None:
    raw = ENGLISH.replace(" today:\n\n- the", " today, by the will of the keeper:\n- the")
    assert "- the original lens, made in Paris by a firm that also supplied the lighthouses of Brittany;" in blocks(raw)


def test_short_lines_of_one_width_between_long_ones_were_not_wrapped() -> None:
    buses = ["头班：7月1日7点10分", "二班：7月2日9点20分", "末班：7月3日6点30分"]
    before = "班次表如下，请各位旅客按时到站，过时不候，车票不退："
    after = "各班都在码头停靠，乘客须在开车前十分钟到站候车，携带大件行李的乘客须提前办理托运手续，儿童须由成人陪同。"
    assert clean("\n".join([before, *buses, after])).text.split() == [before, *buses, after]


def test_a_dash_at_the_start_of_a_line_is_not_always_a_list() -> None:
    raw = ENGLISH.replace("with ships from\nevery part", "with ships from far\n- from every part")
    assert "with ships from far - from every part" in clean(raw).text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\x0b"])
def test_line_ends_of_every_kind_are_line_ends(newline: str) -> None:
    assert clean(CHINESE.replace("\n", newline)).text == clean(CHINESE).text


@pytest.mark.parametrize(
    "kept",
    [
        "- a kettle\n- a lid that fits it, and a second one in case that the first is lost on the way\n- a cup",
        "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
        "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
        "Two roads diverged in a yellow wood,\nAnd sorry I could not travel both\nAnd be one traveler, long I stood",
        "- alpha, the first\n  - nested, the second\n- beta, the third",
        "| name | value |\n|------|-------|\n| a, b | 1 |",
        "张三，男，1965年3月生，重庆人\n李四，女，1970年5月生，四川人\n王五，男，1981年2月生，北京人",
        "姓名\t年龄\t住址\n张三\t12\t渝北区，两江新区\n李四\t13\t双流区，天府新区",
        "red apples from the northern orchards\nblue plums from the eastern gardens\ngreen pears from western hills.",
        "the sea came in and took the road,\nthe gate, the garden and the wall.\nit left a boat upon the top stairs\n"
        "and salt on every sill, in the hall\nwhere we had danced. We went away.\nwe never saw the place again, ever.",
        "2 cups flour, sifted\n1 tsp salt, fine\n3 eggs, beaten well",
        "```python\ndef f(x):\n    return x, 1\n```",
    ],
)
def test_lines_that_were_not_wrapped_are_not_glued_together(kept: str) -> None:
    assert clean(kept).text == kept


def test_one_paragraph_a_line_stays_one_paragraph_a_line() -> None:
    paragraphs = blocks(RAW)[:3] + blocks(ENGLISH)[2:4]
    assert blocks("\n".join(paragraphs)) == paragraphs


def test_a_markdown_heading_is_a_block_of_its_own() -> None:
    assert clean("# 标题\n正文从这里开始。\n## 小节\n- 一项").text == "# 标题\n\n正文从这里开始。\n\n## 小节\n\n- 一项"


def test_wrapped_markdown_is_joined_but_its_list_is_not() -> None:
    prose = blocks(ENGLISH)[3]
    raw = f"# Title\n\n{textwrap.fill(prose, 60)}\n\n- one\n- two\n"
    assert clean(raw).text == f"# Title\n\n{prose}\n\n- one\n- two"


def test_a_number_that_a_line_end_broke_is_whole_again() -> None:
    raw = CHINESE.replace("　", "").replace("孩子们在\n浅水里", "那是19\n98年在")
    assert "那是1998年在" in clean(raw).text


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\xad"])
def test_a_word_broken_by_a_hyphen_is_made_whole(hyphen: str) -> None:
    assert "the international grain" in clean(ENGLISH.replace("inter-", f"inter{hyphen}")).text


def test_a_stray_space_is_found_though_its_clause_ends_on_the_next_line() -> None:
    assert clean(CHINESE.replace("谁也不着急", "谁也 不着急")).text == clean(CHINESE).text


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("of a state-of-the-", "art lamp was lit", "a state-of-the-art lamp was"),
        ("of the year 1889—", "and it was a cold one", "the year 1889—and it was"),
        ("of the years 1889-", "1890, cold ones", "the years 1889-1890, cold"),
        ("of the dark X-", "ray room was made", "the dark X-ray room"),
    ],
)
def test_a_hyphen_or_dash_at_a_line_end_takes_no_space(end: str, start: str, joined: str) -> None:
    raw = ENGLISH.replace("the harbour with ships from\nevery part of the Baltic", f"almost all {end}\n{start}")
    assert joined in clean(raw).text


def test_a_compound_keeps_the_hyphen_at_which_it_was_broken() -> None:
    raw = ENGLISH.replace("the inter-\nnational", "the Anglo-\nSaxon")
    assert "the Anglo-Saxon grain" in clean(raw).text
    assert "on a well-known row" in clean(raw).text


def test_a_span_of_clean_text_is_found_again_in_the_raw_text() -> None:
    page = clean(RAW)
    start = page.text.index("成渝地区双城经济圈建设迎来")
    begin, end = page.raw_span(start, start + 13)
    assert RAW[begin:end] == "成渝地区双城经济圈建\n\n设迎来"


def test_an_inserted_space_has_the_place_of_the_line_break() -> None:
    page = clean(ENGLISH)
    begin, end = page.raw_span(page.text.index(" every part"), page.text.index(" every part") + 1)
    assert ENGLISH[begin:end] == "\n"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_a_span_that_is_not_in_the_text_is_an_index_error(start: int, end: int) -> None:
    with pytest.raises(IndexError, match="text of 4 characters"):
        clean("两江新区").raw_span(start, end)
