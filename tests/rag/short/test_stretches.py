"""Short answers whole, of the right floor, day or part, and none where two things are asked at once."""

import pytest

from tests.rag.short.test_find import found

HOURS = "The pool is open to 9pm on weekdays and to 5pm at weekends."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("阅览室在几层？", "阅览室在一至三层。", "一至三层"),
        ("阅览室在几层？", "阅览室在十至十二层。", "十至十二层"),
        ("自习室在几楼？", "阅览室在第三层，自习室在第四层。", "第四层"),
        ("这栋楼是几层？", "这是一栋五层楼房。", "五层"),
        ("教室在哪里？", "教室在三楼的东侧。", "三楼的东侧"),
        ("他是哪里人？", "松尾，日本人。", "日本"),
        ("她是哪里人？", "王芳，本地人。", None),
        ("该庙由谁建？", "该庙由李强建于1920年。", "李强"),
        ("冠军是谁？", "冠军是来自肯尼亚的基普乔格。", "基普乔格"),
        ("护士长是谁？", "参加的有护士长周玉兰和黄山松。", "周玉兰"),
        ("电影的编剧是谁？", "编剧为周玉兰和黄山松。", "周玉兰和黄山松"),
        ("艺术课在哪里上？", "艺术课在人民路18号上；科技课在滨湖校区。", "人民路18号"),
        ("坐几路公交车？", "可乘12路、27路公交车到达。", "12路、27路"),
        ("失业率下降了多少？", "失业率从9%下降到6%。", None),
        ("By how much did unemployment fall?", "Unemployment fell from 9 percent to 6 percent.", None),
        ("By how much did sales rise?", "Sales rose by 9 percent.", "9 percent"),
        ("When did the fire start?", "The fire started shortly before 7am.", "shortly before 7am"),
        ("When was it built?", "It was built around 1820.", "around 1820"),
        ("What time does it close on Sundays?", HOURS, "5pm"),
        ("What time does it close on Tuesdays?", HOURS, "9pm"),
        ("What time does it open on Saturday?", "It opens at 9am on weekdays and at 10am on Saturday.", "10am"),
        ("星期天几点开门？", "周末9点开门，工作日8点开门。", "9点"),
        ("周三几点开门？", "周末9点开门，工作日8点开门。", "8点"),
        ("How much did the price rise?", "The price rose from 5 dollars to 6 dollars.", None),
        ("How many families are in a hotel?", "Four families are with kin; the other two in a hotel.", "two"),
    ],
)
def test_a_stretch_is_whole_and_of_what_is_asked(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("小区什么时候建的，一共多少户？", "小区2005年建成，共有320户。", None),
        ("When was it built and who designed it?", "It was built in 1920 by Tom Pike.", None),
        ("谁知道，小区什么时候建的？", "小区2005年建成，共有320户。", "2005年"),
        ("小区一共多少户？", "小区2005年建成，共有320户。", "320户"),
    ],
)
def test_of_two_things_asked_at_once_none_is_short(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer
