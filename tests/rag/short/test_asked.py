"""Short answers to questions as people put them."""

import pytest

from rag.short.asked import asked
from rag.signals.definition import asked_of
from rag.signals.unsaid import lacks_placed
from rag.types import Language
from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("谁更高，东塔还是西塔？", "东塔由王强设计，高30米。", None),
        ("东塔比西塔高多少？", "东塔高30米。", None),
        ("东塔比西塔高多少？", "东塔比西塔高5米。", "5米"),
        ("谁更换了设备？", "王强更换了设备。", "王强"),
        ("茶园是谁批准开垦的？", "1987年，市农业局正式批准开垦茶园。", "市农业局"),
        ("Who funded the bridge?", "The Alder Research Council funded the bridge.", "Alder Research Council"),
        ("照片是哪个记者拍的？", "图为茶园。记者 陈禾 摄", "陈禾"),
        ("Who took the picture?", "The picture shows the bridge. Photo by reporter Mira Holt", "Mira Holt"),
        ("一共发了多少张停车证？", "第一张停车证每年360元。", None),
        ("一共发了多少张停车证？", "去年发放停车证5200张。", "5200张"),
        ("How long do the snails live?", "The snails live on a ridge of about three kilometres.", None),
        ("How long do the snails live?", "The snails live for about three years.", "about three years"),
        ("How long is the ridge?", "The ridge is about three kilometres long.", "about three kilometres"),
        ("How many of them are left?", "They live on three kilometres of ridge.", None),
        ("How many of them are left?", "Only 300 of them are left.", "300"),
        ("How long will the tunnel be?", "The tunnel will be 3 kilometres long.", "3 kilometres"),
        ("When was the strike?", "The strike lasted from Monday to Wednesday.", "Monday to Wednesday"),
        ("代表团什么时候到的？", "代表团星期三到达北京。", "星期三"),
        ("报名截止日期是哪天？", "为有效提升服务，报名截止时间为2026年5月1日。", "2026年5月1日"),
        ("谁举办了晚会？", "陈禾在机会来时举办了晚会。", "陈禾"),
        ("由哪个领导小组负责？", "由陈禾负责。", None),
        ("水箱能装多少水？", "水箱可容纳3.5升。", "3.5升"),
        ("这台机器多少瓦？", "机器功率为1200瓦。", "1200瓦"),
        ("When did the museum open?", "The museum is open Tuesday to Sunday.", None),
        ("When did the council meet?", "The council met on Monday.", "on Monday"),
        ("停车证什么时候截止申请？", "停车证有效期为2026年1月1日至12月31日。", None),
        ("申请什么时候截止？", "申请时间为11月1日至12月5日，逾期不再补办。", "11月1日至12月5日"),
    ],
)
def test_what_is_found_is_of_the_kind_that_is_asked_for(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize("question", ["港口是个什么地方？", "陈禾是做什么的？", "陈禾是什么人？", "陈禾是什么来头？"])
def test_what_somebody_or_something_is_has_no_short_answer(question: str) -> None:
    assert asked(question, "zh") is None


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("陈禾是做什么的？", "zh", "陈禾"),
        ("陈禾是什么人？", "zh", "陈禾"),
        ("陈禾的身份是什么？", "zh", "陈禾"),
        ("What does Mira Holt do for a living?", "en", "mira holt"),
        ("What does the port do?", "en", "the port"),
    ],
)
def test_what_somebody_does_asks_who_they_are(question: str, language: Language, name: str) -> None:
    assert asked_of(question, language) == name


@pytest.mark.parametrize(
    ("question", "passage", "lacked"),
    [
        ("下一次会议什么时候开？", "2月28日，第一次会议举行。", True),
        ("下一次会议什么时候开？", "下次会议将于5月举行。", False),
        ("When is the next meeting?", "The first meeting was on Monday.", True),
        ("When is the next meeting?", "They will meet again in May.", False),
        ("What is next to the port?", "The church stands beside the port.", False),
        ("海上轮渡多久一班？", "轮渡每天两班。", False),
        ("Who was the next king?", "Edward was crowned.", False),
        ("When was the previous meeting?", "The meeting is on Monday.", True),
    ],
)
def test_of_several_times_the_passage_must_be_on_the_one_asked_for(question: str, passage: str, lacked: bool) -> None:
    assert lacks_placed(question, passage) == lacked
