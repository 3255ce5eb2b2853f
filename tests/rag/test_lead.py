"""What must be read with what stands before it."""

import pytest

from corpus.article import parse
from rag import Assistant
from rag.chunk import chunk
from rag.lead import goes_on


@pytest.mark.parametrize(
    "text",
    [
        "下午2点30分，会议开始。",
        "当天，大家戴着口罩。",
        "会上，两地签了约。",
        "他说，天晴了。",
        "其中：北区有三个镇。",
        "At 2:30 the talks began.",
        "The next day it rained.",
        "They signed at noon.",
        "At the meeting, both sides agreed.",
    ],
)
def test_a_text_that_points_back_goes_on(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    ["天晴了。", "2020年，港口建成。", "会议室很大。", "上海很大。", "Item 3 is left.", "The port opened in 1921."],
)
def test_a_text_that_stands_for_itself_does_not(text: str) -> None:
    assert not goes_on(text)


def test_a_chunk_is_led_by_what_announces_it_or_it_goes_on_with() -> None:
    text = "5月3日，镇上开了会。\n\n上午9点，村长先到。\n\n茶有三种——\n\n绿茶最香。\n\n港口很大。"
    led = {one.unit.text: one.lead and one.lead.text for one in chunk(parse("a", text))}
    assert led == {
        "5月3日，镇上开了会。": None,
        "上午9点，村长先到。": "5月3日，镇上开了会。",
        "茶有三种——": None,
        "绿茶最香。": "茶有三种——",
        "港口很大。": None,
    }


def test_a_chunk_under_a_heading_of_its_own_goes_on_with_nothing() -> None:
    first, second = chunk(parse("a", "# 会\n\n5月3日，镇上开了会。\n\n# 茶\n\n当天，茶农采了茶。"))
    assert (first.unit.section, second.unit.section, second.lead) == ("会", "茶", None)


def test_the_parts_of_one_long_paragraph_follow_each_other() -> None:
    first, second = chunk(parse("a", "茶园很大。" + "山上有很多茶树。" * 60))
    assert first.lead is None
    assert second.lead == first.sentences[-1]


def test_an_answer_that_names_its_day_in_the_paragraph_before_is_found() -> None:
    text = "5月3日，青山镇开了防汛会。\n\n上午9点，村长先到会场。\n\n6月8日，青山镇又开了茶会。\n\n中午很热。"
    answer = Assistant.from_texts({"a": text}).ask("5月3日的防汛会，村长几点到？")
    assert answer.short is not None
    assert answer.short.text == "上午9点"
