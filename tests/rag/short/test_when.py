"""When something was, and not when another thing was, began or was to be."""

import pytest

from tests.rag.short.test_find import found

EMPTY = "The mill has stood empty since 1988."
PLANNED = "大桥原计划2023年底通车，2024年3月才建成通车。"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("When was the mill built?", EMPTY, None),
        ("Since when has the mill stood empty?", EMPTY, "1988"),
        ("When did the trust take over the mill?", "The trust has run the mill since 1988.", "1988"),
        ("When did she die?", "From 1902 until her death she lived in Bath.", None),
        ("When did he retire?", "He worked there from 1961 until he retired.", None),
        ("When did he start there?", "He worked there from 1961 until he retired.", "1961"),
        ("When did he retire?", "He has been retired since 1988.", "1988"),
        ("When will the pool open?", "The pool has been closed since 2019.", None),
        ("桥哪一年拆除？", "桥自1988年起停用。", None),
        ("桥哪一年停用？", "桥自1988年起停用。", "1988年"),
        ("规定何时会施行？", "规定自2027年1月1日起施行。", "2027年1月1日"),
        ("大桥什么时候通车的？", PLANNED, "2024年3月"),
        ("大桥原计划什么时候通车？", "大桥原计划2023年底通车。", "2023年底"),
        ("When did the pool open?", "The pool was originally due to open in 2023.", None),
        ("When was the election?", "The election was scheduled for 5 June 2024.", "5 June 2024"),
        ("When did the trial start?", "The trial was due to start on 4 March.", "4 March"),
        ("When did it start?", "It was due to start on 4 March and to end on 9 May.", "4 March"),
        ("When did it start?", "It was due to start on 4 March but was postponed.", None),
        ("When did it open?", "It was scheduled to open in 2019 but opened in 2021.", "2021"),
        ("When did it open?", "It was to have opened in 2019.", None),
        ("When was it to be finished?", "It was due to be finished in 2019 but was completed in 2021.", "2019"),
        ("When was it finished?", "It was due to be finished in 2019 but was completed in 2021.", "2021"),
        ("会议是什么时候召开的？", "会议预计5月3日召开。", "5月3日"),
        ("会议是什么时候召开的？", "会议预计5月3日召开，6月1日闭幕。", "5月3日"),
        ("会议是什么时候召开的？", "会议预计5月3日召开，但推迟了。", None),
        ("会议是什么时候召开的？", "会议拟于2023年5月3日召开。", "2023年5月3日"),
        ("该计划什么时候启动的？", "该计划2015年启动，预计2020年完成。", "2015年"),
        ("大桥什么时候通车的？", "大桥预计2023年底通车，2024年3月才通车。", "2024年3月"),
        ("When was the election?", "The election, announced on 1 May, was scheduled for 5 June.", "5 June"),
        ("该厂什么时候关闭的？", "该厂自2008年起停止运营。", "2008年"),
        ("他什么时候退休的？", "他从2010年开始不再上班，在家养老。", "2010年"),
        ("When did she retire?", "She has lived in Spain since 2015, the year she stopped working.", "2015"),
        ("When did she retire?", "She has lived in Spain since 2015.", None),
        ("When did the mill close?", EMPTY, "1988"),
        ("厂房什么时候建成的？", "厂房自1998年起闲置。", None),
        ("When was the pool due to open?", "The pool was due to open in 2023.", "2023"),
    ],
)
def test_a_date_is_that_of_what_is_asked(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("工资几号发？", "工资每月10日发放。", "每月10日"),
        ("工资什么时候发？", "工资于每月15号发放。", "每月15号"),
        ("补办要多少天？", "遗失证件的，次月12日补办。", None),
        ("要提前几天通知？", "退租要提前30日通知。", "30日"),
        ("When is the tour?", "The tour starts at 2:30 in the afternoon.", "2:30 in the afternoon"),
        ("What time does it open?", "It opens at 9 in the morning.", "9 in the morning"),
        ("What time does it open?", "It opens at 10 o'clock.", "10 o'clock"),
        ("讲座几点开始？", "讲座下午两点半开始。", "下午两点半"),
    ],
)
def test_a_day_of_each_month_and_a_time_of_day_are_whole(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer
