"""Names and places found where the question has its question word."""

import pytest

from rag.short.asked import asked
from rag.short.slots import slots
from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("《远山》的作者是谁？", "《远山》是江北小说家陈禾创作的小说。", "陈禾"),
        ("茶园供奉的是谁？", "茶园旁有一座庙，供奉灵山真君。", "灵山真君"),
        ("赵安的母亲是谁？", "赵安，母郭惠妃，生于湖州。", "郭惠妃"),
        ("1948年旧船在哪里被拆解？", "1948年旧船在佐世保海军工厂被拆解。", "佐世保海军工厂"),
        ("大军最后定都在什么地方？", "大军西迁多年，最后定都云州城。", "云州城"),
        ("陈禾是哪里人？", "陈禾，字子田，湖州安吉人，画家。", "湖州安吉"),
        ("旧庙宇在哪里？", "旧庙宇是湖州古迹，位于安吉县北山路。", "安吉县北山路"),
        ("大厦的建筑师是谁？", "建筑师为德国ABB建筑师事务所，土建由江北公司承办。", "德国ABB建筑师事务所"),
        ("林鱼在哪里栖息？", "林鱼栖息在珊瑚礁，独自行动。", "珊瑚礁"),
    ],
)
def test_what_stands_in_the_place_of_the_question_word_is_given(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("茶园在哪里？", "茶园采用新的灌溉方法。"),
        ("大会在哪里举行？", "大会在去年期间举行。"),
        ("茶园由谁开垦？", "茶园开垦多年，后来荒废。"),
    ],
)
def test_words_that_name_nothing_fill_no_slot(question: str, text: str) -> None:
    wanted = asked(question, "zh")
    assert wanted
    assert slots(text, wanted) == []


def test_an_english_place_keeps_the_words_that_say_which_part() -> None:
    assert found("Where were the zones set up?", "The zones were set up in northern Norway.") == "northern Norway"
