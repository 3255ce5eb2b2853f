"""The cell of the column that a question names."""

import pytest

from rag.language import detect
from rag.short.columns import cell


@pytest.mark.parametrize(
    ("head", "row", "question", "said"),
    [
        ("Ticket | Weekday | Weekend", "Adult | £7 | £9", "How much is an adult ticket on Sunday?", "£9"),
        ("Ticket | Weekday | Weekend", "Adult | £7 | £9", "How much is an adult ticket on Tuesdays?", "£7"),
        ("Car | Peak | Off-peak", "Van | £4 | £2", "How much is a van at peak times?", "£4"),
        ("Car | Peak | Off-peak", "Van | £4 | £2", "How much is a van off-peak?", "£2"),
        ("Class | Members | Non-members", "Judo | £6 | £9", "What do non-members pay for judo?", "£9"),
        ("Day | From | To", "Monday | 7am | 9pm", "When do you close on Monday?", "9pm"),
        ("Name | Role | Phone", "Tom Bray | treasurer | 01632 960456", "What is Tom Bray's role?", "treasurer"),
        ("Name | Role | Phone", "Tom Bray | treasurer | 01632 960456", "Who is the treasurer?", "Tom Bray"),
        ("Year | Visitors | Income", "2022 | 5,600 | £42,500", "What was the income in 2022?", "£42,500"),
        ("Room | Seats | Price per hour", "Barn | 120 | £85", "How much is the barn?", "£85"),
        ("Ticket | Mon–Fri | Sat–Sun", "Adult | £4 | £6", "How much is an adult ticket on Sunday?", "£6"),
        ("Day | Opens | Closes", "Sunday | 8am | 6pm", "泳池星期天几点关门？", "6pm"),
        ("Day | Opens | Closes", "Sunday | 8am | 6pm", "On which day does it open at 8am?", "Sunday"),
        ("Player | Club | Goals", "Luca Moretti | Kelby | 19", "Who scored 19 goals?", "Luca Moretti"),
        ("Show | Date | Time", "Bach | 3 March | 19:30", "When is Bach?", "3 March"),
        ("Pos | Team | Played | Points", "4 | Rovers | 30 | 45", "Which team has 45 points?", "Rovers"),
        ("阅览区 | 周一至周五 | 周末", "自习室 | 7:00—22:00 | 7:00—22:00", "自习室几点关门？", "22:00"),
        ("阅览区 | 周一至周五 | 周末", "自习室 | 7:00 | 9:00", "自习室周六几点开门？", "9:00"),
        ("菜名\t小份\t大份", "米饭\t2元\t2元", "米饭多少钱？", "2元"),
        ("年份 | 产量（台） | 利润", "2022年 | 6100 | 810", "哪一年产量是6100台？", "2022年"),
        ("Team | Played | Points", "Rovers | 12 | 27", "Which team has 27 points?", "Rovers"),
        ("房型、会员价、非会员价", "家庭房、520元、620元", "家庭房非会员多少钱？", "620元"),
        ("房型、会员价、非会员价", "家庭房、520元、620元", "家庭房会员多少钱？", "520元"),
        ("票种 平日 周末", "老人票 免费 50元", "老人票平日多少钱？", "免费"),
        ("票种 平日 周末", "老人票 免费 50元", "老人票周六多少钱？", "50元"),
        ("班次\t发车时间\t到达时间", "第二班\t10:30\t11:40", "第二班什么时候到达？", "11:40"),
        ("部门 | 负责人 | 电话", "餐厅 | 赵大海 | 0571-88886688", "餐厅的电话是多少？", "0571-88886688"),
    ],
)
def test_the_named_column_answers(head: str, row: str, question: str, said: str) -> None:
    span = cell(question, question, detect(question), head, row)
    assert span is not None
    assert row[span.start : span.end] == said


@pytest.mark.parametrize(
    ("head", "row", "question"),
    [
        ("Ticket | Member | Visitor", "Adult | £4 | £6", "How much is an adult ticket?"),
        ("Ticket | Member | Visitor", "Adult | £4 | £6", "Is an adult ticket £4 for members?"),
        ("Day | Opens | Closes", "Monday | 7am | 9pm", "When do you close on Sunday?"),
        ("Team | Lost | Drawn", "Rovers | 8 | 4", "Which team lost 4 matches?"),
        ("年份 | 产量（台） | 利润", "2023年 | 7050 | 1020", "产量最高的是哪一年？"),
        ("Day | Opens | Closes", "Sunday | – | –", "When do you close on Sunday?"),
        ("票种、会员价、非会员价", "成人、20元、30元", "成人票多少钱？"),
        ("Ticket | Member | Visitor", "Adult | £4", "How much is an adult ticket for visitors?"),
    ],
)
def test_where_no_column_is_named_none_answers(head: str, row: str, question: str) -> None:
    assert cell(question, question, detect(question), head, row) is None
