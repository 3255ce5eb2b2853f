"""Things that a question asks a value of, and other ones."""

import pytest

from rag import Assistant
from rag.language import detect
from rag.signals.thing import on_another_thing

TEXTS = [
    "新楼位于清河路，建筑面积2.3万平方米。",
    "旧楼将改为体检中心。",
    "每年三月三举行竹文化节，地点在老码头广场。",
    "The bridge was built in 1923.",
    "The stop is moved to the station.",
    "The hotel has a pool, a garden and a museum.",
    "The theatre is in King Street.",
    "国家博物馆位于广场东侧。",
]


@pytest.mark.parametrize(
    ("question", "sentence", "around", "is_so"),
    [
        ("体检中心面积多少？", TEXTS[0], "", True),
        ("竹文化博物馆建在哪里？", TEXTS[2], "", True),
        ("When was the station built?", TEXTS[3], "", True),
        ("新楼面积多少？", TEXTS[0], "", False),
        ("门诊楼面积多少？", TEXTS[0], "", False),
        ("体检中心面积多少？", "面积800平方米。", "", False),
        ("体检中心面积多少？", TEXTS[0], "体检中心", False),
        ("竹文化节在哪里举行？", TEXTS[2], "", False),
        ("广场在哪里？", TEXTS[2], "", False),
        ("When was the bridge built?", TEXTS[3], "", False),
        ("When was the crossing built?", TEXTS[3], "", False),
        ("When was the station built?", "It was built in 1923.", "", False),
        ("How long is the hotel pool?", "The pool is 25 metres long.", "", False),
        ("When does the museum café open?", "The café opens at 9 am.", "", False),
        ("How many people does the theatre seat?", "The hall seats 400 people.", "", False),
        ("How many seats does the theatre have?", "The bridge has 40 seats.", "", True),
        ("国家博物馆每天接待多少观众？", "总馆每天接待观众三万人。", "", False),
        ("国家博物馆停车场有多少车位？", TEXTS[7], "", False),
        ("When was the station built?", "The hall was built in 1923.", "Dunfield station", False),
    ],
)
def test_another_thing_is_told(question: str, sentence: str, around: str, is_so: bool) -> None:
    assert on_another_thing(question, sentence, around, TEXTS, detect(question)) == is_so


def test_the_value_of_another_thing_is_no_answer() -> None:
    text = "The bridge, built in 1923, carries 18,000 cars a day.\n\nThe stop is moved to the station."
    assistant = Assistant.from_texts({"a": text})
    assert not assistant.ask("When was the station built?").answered
    assert assistant.ask("When was the bridge built?").answered
