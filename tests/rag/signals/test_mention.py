"""Items that are mentioned by their number and not said."""

import pytest

from rag import Assistant
from rag.language import detect
from rag.signals.mention import only_mentions


@pytest.mark.parametrize(
    ("question", "sentence", "is_so"),
    [
        ("“三个作用”具体指哪三个？", "这里已成为开放排头兵和全市发挥“三个作用”的先行区。", True),
        ("“五项机制”具体是哪五项？", "医院与大学签订协议，双方商定的“五项机制”已写入协议。", True),
        ("“四件大事”是哪四件？", "今年要抓好“四件大事”，并新建研发中心。", True),
        (
            "What are the three aims of the agreement?",
            "It runs for five years; its three aims were set by a board.",
            True,
        ),
        (
            'What exactly are the "three roles" of the port?',
            'It is a zone for the port to play its "three roles."',
            True,
        ),
        ("三个社区是哪三个？", "古镇下辖上街、中街和下街三个社区。", False),
        ("三条原则是什么？", "要坚持三条原则，即公开、公平、公正。", False),
        ("两个目标分别是什么？", "要实现两个目标，一个是增收，一个是减排。", False),
        ("哪两个地区举行会议？", "会议是欧盟与拉美为增进两个地区之间关系而举行的。", False),
        ("What are the three aims?", "Its three aims are to save water, to plant trees and to teach.", False),
        ("Which three towns signed?", "Aby, Beby and Ceby are the three towns that signed.", False),
        ("What are the two kinds of ticket?", "There are two kinds of ticket: day and week.", False),
        ("What are the four seasons?", "Spring, summer, autumn and winter make up the four seasons.", False),
        ("What are the two languages?", "French and Dutch share the status of the two languages.", False),
        ("What are the three aims?", "The board and the council set its three aims.", True),
        ("When were the three conditions met?", "The three conditions were met in May.", False),
    ],
)
def test_a_mere_mention_is_told(question: str, sentence: str, is_so: bool) -> None:
    assert only_mentions(question, sentence, detect(question)) == is_so


def test_items_that_follow_their_mention_are_given() -> None:
    text = "The club's plan\n\nThe board set its three aims.\n\n- Save water\n- Plant trees\n- Teach children"
    answer = Assistant.from_texts({"a": text}).ask("What are the three aims of the board?")
    assert "Plant trees" in answer.text
