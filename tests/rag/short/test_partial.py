"""What is only a part of an answer is none."""

import pytest

from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Who approved it?", "It was approved as China's 11th state-level area.", None),
        ("Who came to the meeting?", "They heard the Commission for Trade and Home Affairs.", None),
        ("Who got the contract?", "Kessler & Sons of Dayton got the contract.", "Kessler & Sons of Dayton"),
        (
            "Who pulled the driver out?",
            "A guard named Peter Vance ran down and pulled Ortega from the cab.",
            "Peter Vance",
        ),
        ("谁参加了会议？", "大家学习了王小明主席的重要讲话精神。", None),
        ("代表团去了哪里？", "代表团去了规划厅、清华四川能源互联网研究院、展示厅等地。", None),
        ("周敏的爷爷是谁？", "周德顺的孙女周敏回到村里。", "周德顺"),
        ("请了哪位作家？", "主讲人为儿童文学作家方小禾。", "方小禾"),
        ("桥是谁测绘的？", "桥梁史学者梁思远于1940年首次测绘该桥。", "梁思远"),
        ("新区是哪年哪月成立的？", "新区成立于2010年5月5日。", "2010年5月5日"),
        ("When did they send a team?", "In early January this year, they sent a team.", "early January this year"),
        ("How long does it take to clean it?", "Clean it every three months.", None),
        ("Who painted it?", "It is Leonardo da Vinci's most famous painting.", "Leonardo da Vinci"),
        ("Who said prices would rise?", "Speaking on Tuesday, Jane Powell said prices would rise.", "Jane Powell"),
        ("Who is the minister for health?", "The Minister for Health, Anna Lee, resigned.", "Anna Lee"),
        ("谁主持会议？", "市委书记李明主持会议并作重要讲话。", "李明"),
        ("How long is the wait?", "Buses leave every 15 minutes.", "15 minutes"),
        ("亏了多少？", "设备收入下降，“迅流120”桩被召回。", None),
    ],
)
def test_only_the_whole_is_given(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer
