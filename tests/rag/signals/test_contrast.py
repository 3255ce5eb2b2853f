"""Things of one kind told apart by words."""

import pytest

from rag import Assistant
from rag.signals.contrast import on_another_kind, on_another_rank


@pytest.mark.parametrize(
    ("question", "sentence", "around", "another"),
    [
        ("When does the winter school begin?", "The Summer School begins on July 7.", "", True),
        ("When does the summer school begin?", "The Summer School begins on July 7.", "", False),
        ("When does the winter school begin?", "The Summer School begins on July 7.", "The winter school", False),
        ("When does the west gate close?", "The north gate closes at 6.", "", True),
        ("When does the west gate close?", "The gates close at 6.", "", False),
        ("男子组几点开始？", "女子组9点开始。", "", True),
        ("男子组和女子组几点开始？", "女子组9点开始。", "", False),
        ("冬天开放吗？", "夏季开放至20点。", "", False),
        ("冬令营几号开始？", "夏令营7月5日开始。", "", False),
        ("冬季班几号开始？", "夏季班7月5日开始。", "", True),
        ("春节放假吗？", "夏天放假。", "", False),
        ("从北门进园后在哪里坐车？", "到南门坐车。", "", False),
        ("孩子下水需要谁陪同？", "须由成人陪同方可下水。", "", False),
        ("儿童票多少钱？", "成人票50元。", "", True),
        (
            "When is the deadline for the north wing?",
            "It is May 1 for the south wing and June 1 for the other.",
            "",
            False,
        ),
        ("Did prices fall?", "In spring they rose.", "", False),
    ],
)
def test_a_sentence_on_the_other_one_is_told(question: str, sentence: str, around: str, another: bool) -> None:
    assert on_another_kind(question, sentence, around) == another


def test_what_is_on_the_other_one_is_no_answer() -> None:
    text = "The Summer School begins on July 7 and costs 200 pounds.\n\nThe garden has 40 kinds of roses."
    assistant = Assistant.from_texts({"school": text})
    assert assistant.ask("When does the summer school begin?").answered
    assert not assistant.ask("When does the winter school begin?").answered


@pytest.mark.parametrize(
    ("question", "sentence", "is_so"),
    [
        ("男子组第二名是谁？", "男子组冠军是周强。", True),
        ("男子组第二名是谁？", "周强夺得冠军，李明获亚军。", False),
        ("男子组第二名是谁？", "周强战胜李明，夺得冠军。", False),
        ("男子组冠军是谁？", "男子组冠军是周强。", False),
        ("谁是第三名？", "第三名空缺。", False),
        ("Who was the runner-up?", "Ada Holt was the winner.", True),
        ("Who came in second place?", "Ada Holt won; Tom Reyes took second place.", False),
        ("Who won the race?", "Ada Holt won the race.", False),
        ("足球赛冠军是谁？", "红星队捧杯，蓝天队获得第二名。", False),
        ("谁得了第二名？", "一等奖得主李大山再次夺魁，周二妹位列第二。", False),
        ("第3名是谁？", "冠军甲队，季军丙队。", False),
        ("How much is the second prize?", "It is 500 for the winner, 300 for whoever comes second.", False),
        ("Who was the winner of the relay?", "Mia Wong took gold, with Tess Lund the runner-up.", False),
        ("Who took third place?", "Paul Rono won and Jo Park came third.", False),
    ],
)
def test_another_place_in_a_contest_is_told(question: str, sentence: str, is_so: bool) -> None:
    assert on_another_rank(question, sentence) == is_so
