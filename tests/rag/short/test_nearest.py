"""Of several numbers or times of a sentence that of the thing asked about, or none."""

import pytest

from tests.rag.short.test_find import found

OFFICE = "It is open Monday to Friday from 8:30 a.m. to 5 p.m. and on Saturday from 9 a.m. to noon."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("书法班多少钱？", "书法班由陈禾授课，学费180元；编程班学费360元，自带电脑。", "180元"),
        ("编程班多少钱？", "书法班由陈禾授课，学费180元；编程班学费360元，自带电脑。", "360元"),
        ("老人游泳多少钱？", "游泳馆成人每次25元，学生每次12元，70岁以上老人及儿童免费。", "免费"),
        ("小孩游泳多少钱？", "游泳馆成人每次25元，学生每次12元，70岁以上老人及儿童免费。", "免费"),
        ("小学生游泳多少钱？", "游泳馆成人每次25元，学生每次12元，70岁以上老人及儿童免费。", "12元"),
        ("成人游泳多少钱？", "游泳馆成人每次25元，学生每次12元，70岁以上老人及儿童免费。", "25元"),
        ("去年利润是多少？", "南港公司去年收入5亿元，利润1亿元。", "1亿元"),
        ("南港公司去年净利润是多少？", "净利润12亿元，较去年同期增加2亿元。", "12亿元"),
        ("重庆市的人口是多少？", "人口3200万人，其中重庆市主城区1000万人。", "3200万人"),
        ("大桥的主跨多长？", "主跨1200米，大桥的引桥长3000米。", "1200米"),
        ("How much are tickets for kids?", "Entry is £2 for adults and free for children.", "free"),
        ("How much are tickets for adults?", "Entry is £2 for adults and free for children.", "£2"),
        ("How long is the warranty?", "Returns are taken for 14 days and the warranty lasts 2 years.", "2 years"),
        ("When was the library built?", "In 1901 it opened, and in 1950 work on the library began.", "1950"),
        ("What time does it close on Friday?", OFFICE, "5 p.m."),
        ("What time does it open on Saturday?", OFFICE, "9 a.m."),
        ("What time does it close on Saturday?", OFFICE, "noon"),
        ("图书馆的开放时间是几点到几点？", "图书馆每天9:00-17:00开放。", "9:00-17:00"),
        ("海关几点办公？", "海关每天9:00-17:00办公。", "9:00-17:00"),
        ("报名什么时候截止？", "报名时间为6月5日9:00至6月20日17:00。", "6月5日9:00至6月20日17:00"),
        ("图书馆周日几点关门？", "图书馆周一至周五9:00-21:00，星期日9:00-17:00开放。", "17:00"),
        (
            "What time does it close on Friday?",
            "It is open 9 am to 9 pm Monday to Friday, 10 am to 5 pm Saturday.",
            "9 pm",
        ),
        ("When does the library open?", "It is open from 9 am to 9 pm Monday to Friday.", "9 am"),
        ("图书馆几点关门？", "图书馆每天9:00至21:00开放。", "21:00"),
        ("图书馆几点开门？", "图书馆每天9:00至21:00开放。", "9:00"),
        ("几号恢复开放？", "泳池从6月10日起闭馆，6月24日（周一）恢复开放。", "6月24日（周一）"),
        ("公园城市什么时候建成？", "到2035年建成公园城市，成为新时代的典范。", "2035年"),
        ("展览什么时候结束？", "美术展自2024-06-05起，至2024-09-01止。", "2024-09-01"),
        ("店面有多大？", "二十六岁时，他租下一间十二平方米的门面。", "十二平方米"),
        ("When was the rate raised?", "The bank raised its rate on May 5 to 12 percent.", "May 5"),
    ],
)
def test_a_number_or_time_is_that_of_what_its_part_or_clause_names(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How much is a room?", "All rooms have free Wi-Fi and a balcony."),
        ("课程多少钱？", "课程为期两周，含免费午餐。"),
        ("门票多少钱？", "门票今年起不再免费。"),
        ("门票多少钱？", "门票周末不免费。"),
        ("How much is admission?", "Admission isn't free."),
        ("Where are the kids sleeping?", "Children in Reception and in Nursery still eat for free."),
        ("医生的工资是多少？", "医生在周末免费看病。"),
        ("上海的人口是多少？", "北京人口2100万人，广州人口1800万人。"),
    ],
)
def test_what_is_said_of_another_thing_is_no_answer(question: str, text: str) -> None:
    assert found(question, text) is None
