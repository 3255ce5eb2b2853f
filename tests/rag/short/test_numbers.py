"""Numbers with their units, and which of them a question can mean."""

import pytest

from rag.short.numbers import numbers
from rag.types import Language
from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("text", "language", "number", "measure"),
    [
        ("兵力四十万。", "zh", "四十万", "count"),
        ("症状持续数周甚至数月。", "zh", "数周甚至数月", "time"),
        ("枪管长14 英寸到30 英寸。", "zh", "14 英寸到30 英寸", "length"),
        ("赔偿3.2亿日元。", "zh", "3.2亿日元", "money"),
        ("该校位列22名。", "zh", "22名", "order"),
        ("每周不超过4天。", "zh", "不超过4天", "time"),
        ("应当提前3个工作日申请。", "zh", "3个工作日", "time"),
        ("第五条 押金为200元。", "zh", "200元", "money"),
        ("延迟超过 500 ms。", "zh", "500", "count"),
        ("2. Pour in 100 ml.", "en", "100 ml", "volume"),
        ("It holds no more than 40 guests.", "en", "no more than 40", "count"),
        ("报名：0571-5566 2119。", "zh", "0571-5566 2119", "phone"),
        ("Call +44 20 7946 0182 now.", "en", "+44 20 7946 0182", "phone"),
        ("At age 17 he left.", "en", "17", "age"),
        ("The tower is 52 stories tall.", "en", "52 stories", "length"),
        ("演奏全程4分30秒。", "zh", "4分30秒", "time"),
        ("车程约1小时20分钟。", "zh", "约1小时20分钟", "time"),
        ("他跑了13秒8。", "zh", "13秒8", "time"),
        ("一碗面6元5角。", "zh", "6元5角", "money"),
        ("The siege lasted three years and two months.", "en", "three years and two months", "time"),
        ("The ride takes 2 hours 15 minutes.", "en", "2 hours 15 minutes", "time"),
        ("The door is 5 ft 3 in tall.", "en", "5 ft 3 in", "length"),
        ("Registered charity no. 1158840.", "en", "1158840", "identifier"),
        ("新区承担五大功能定位。", "zh", "五大", "count"),
        ("It had tens of thousands of members.", "en", "tens of thousands", "count"),
    ],
)
def test_a_number_has_its_unit_and_measure(text: str, language: Language, number: str, measure: str) -> None:
    (span,) = numbers(text, language)
    assert (text[span.start : span.end], span.measure) == (number, measure)


@pytest.mark.parametrize("text", ["园区建成5G基站。", "战舰AK-130下水。", "编号L5的线路。"])
def test_digits_of_a_name_are_no_number(text: str) -> None:
    assert numbers(text, "zh") == []


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("有多少护士？", "医生85人、护士210人。", "210人"),
        ("他读了几年？", "他是高三年级学生。", None),
        ("住了几天？", "他住了三年。", None),
        ("要提前几个月？", "要提前30日通知。", None),
        ("试用期工资是多少？", "试用期工资为转正工资的85%。", "85%"),
        ("工资是多少？", "工资为每月5000元，涨了8%。", "5000元"),
        ("试用期工资多少元？", "试用期工资为转正工资的85%。", None),
        ("节假日加班工资是多少？", "法定节假日加班支付3倍工资。", "3倍"),
        ("What is the salary during probation?", "During probation the salary is 80% of full pay.", "80%"),
        ("What is the pay on holidays?", "Work on holidays is paid at double pay.", "double"),
        ("有几大定位？", "新区承担五大功能定位。", "五大"),
        ("提出了几个原则？", "方案提出“五大原则，成立六个专班”。", "五大"),
        ("有多少个站？", "全线设3600个共享单车停放位，共24座车站。", "24座"),
        ("有几个部分？", "该书分为三个部分。", "三个"),
        ("有多少大学生？", "新区有大学生5万人，占地3平方公里。", "5万人"),
        ("How many members does it have?", "The club, No. 4471, has members in three towns.", None),
        ("有多少会员？", "协会注册号4471，会员遍布各地。", None),
        ("有多少家企业入驻？", "园区建成5G基站，面积3平方公里，有2000人。", None),
        ("How many firms have moved in?", "The park has 3,000 workers and 12 gates.", None),
        ("How many W9 vans were produced?", "Production of the W9 reached 485,000 units.", "485,000"),
        ("What was the population in 2006?", "The population was 670,797 at the 2006 census.", "670,797"),
        ("镇上有多少人口？", "面积127平方公里，人口8.57万。", "8.57万"),
        ("机务段有多少列车？", "机务段设2个车间，共5列。", "5列"),
        ("这条河的长度是水深的多少倍？", "长度为水深的20倍，宽3米。", "20倍"),
        ("任期是多长？", "委员会有9人，任期五年。", "五年"),
        ("How many miles long is it?", "It is 15 km (9.3 miles) long.", "9.3 miles"),
        ("How long is it?", "It is 15 km (9.3 miles) long.", "15 km"),
        ("要提前几天报名？", "旅客应提前3天报名，行李不超过20公斤。", "3天"),
        ("水箱的容量有多大？", "水箱可装2.3升，机身重12公斤。", "2.3升"),
        ("退票能退多少钱？", "开场前一天退票的，退还百分之七十。", "百分之七十"),
        ("县里派了多少人的队伍？", "县里攻占前派出300人的队伍。", "300人"),
    ],
)
def test_a_number_of_something_else_is_no_answer(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("小数字拼盘至多有多少步？", "大数字拼盘至多有80步；而小数字拼盘至多有31步。", "31步"),
        ("儿童票多少钱？", "成人票每张60元，儿童票每张30元，老人票每张20元。", "30元"),
        ("How much do students pay a day?", "Adults pay $40 a day, students pay $25 a day, guests $60.", "$25"),
    ],
)
def test_of_numbers_alike_the_one_in_the_words_of_the_question_is_given(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


def test_a_comma_that_parts_no_thousands_leaves_no_number_behind_it() -> None:
    assert found("How long is the trail?", "The trail is 3,5 km long.") is None
    assert found("How long is the trail?", "The trail is 3,500 km long.") == "3,500 km"
