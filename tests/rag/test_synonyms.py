"""Questions in the articles' own words."""

import pytest

from rag import Assistant
from rag.lexical import Lexicon
from rag.synonyms import OwnWords, synonyms

NOTICE = {
    "zh": "牙科门诊调整到二号楼三层，挂号费20元。泊车位有两百个。药房晚上9点打烊，长者不用排队。会议由馆长林一舟主持。",
    "en": "The library was founded in 1921. Its director is Dora Lane. The car park has 60 spaces. Face masks are "
    "required. Applications must arrive no later than 12 July.",
}
WORDS = OwnWords(NOTICE.values(), Lexicon(NOTICE))


@pytest.mark.parametrize(
    ("question", "own"),
    [
        ("口腔科在哪里？", "牙科在哪里？"),
        ("停車位有多少個？", "泊车位有多少個？"),
        ("药店几点关门？", "药房几点打烊？"),
        ("老人要排队吗？", "长者要排队吗？"),
        ("When was the library set up?", "When was the library founded?"),
        ("Who is the boss?", "Who is the director?"),
        ("How big is the parking lot?", "How big is the car park?"),
        ("Is protection against infection required?", "Is mask required?"),
        ("What is the deadline?", "What is the no later than?"),
    ],
)
def test_a_word_that_no_text_says_is_exchanged_for_the_one_that_they_say(question: str, own: str) -> None:
    assert WORDS.reword(question) == own


@pytest.mark.parametrize(
    "question",
    [
        "泊车位有多少个？",  # their own word
        "《大夫》是谁写的？",  # a title
        "Who is in charge of the hall?",
        "Who is Mr Boss?",  # a name
        "学费是多少？",  # nothing that means the same
        "When was the café founded?",
        "Who is the chairman?",  # a boss, but not the one that they name
    ],
)
def test_other_words_stay(question: str) -> None:
    assert WORDS.reword(question) == question


def test_of_two_that_differ_none_is_chosen() -> None:
    texts = {"a": "The director is Dora Lane. The manager is Tom Hill."}
    assert OwnWords(texts.values(), Lexicon(texts)).reword("Who is the boss?") == "Who is the boss?"


def test_of_two_of_which_one_holds_the_other_the_shorter_is_chosen() -> None:
    texts = {"a": "联系电话：023-66668888。电话白天有人接。"}
    assert OwnWords(texts.values(), Lexicon(texts)).reword("电话号码是多少？") == "电话是多少？"


def test_a_general_word_stands_for_a_special_one_and_not_the_other_way_about() -> None:
    assert "轨道交通" in synonyms("地铁")
    assert "地铁" not in synonyms("轨道交通")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("药房每晚9点打烊。", "停车场几点关门？"),
        ("大桥去年通车。", "网站什么时候开通？"),
        ("会议由馆长主持。", "活动负责人是谁？"),
        ("资料室在三楼。", "报名要带什么材料？"),
        ("新区挂牌成立。", "公司哪年上市？"),
        ("电影节一年一度。", "每年有多少人来？"),
        ("最少有三人。", "至少要几个人？"),
        ("The chief aim is peace.", "Who is the boss?"),
        ("The army trained its recruits.", "How many people did they hire?"),
        ("The bank bought a bus.", "Who acquired the skill?"),
        ("The books were sold.", "What was the volume of trade?"),
        ("The weather was fine.", "What is the penalty?"),
        ("The order was established.", "Who found the coin?"),
        ("Volumes of verse fill the shelf.", "How do I book a table?"),
        ("A bus stops here.", "Who is the coach?"),
    ],
)
def test_a_word_with_another_sense_is_exchanged_for_none(text: str, question: str) -> None:
    assert OwnWords([text], Lexicon({"a": text})).reword(question) == question


def test_what_is_asked_in_other_words_is_answered() -> None:
    answer = Assistant.from_texts(NOTICE).ask("药店几点关门？")
    assert answer.short
    assert answer.short.text == "晚上9点"
