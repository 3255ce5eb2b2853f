"""What somebody says, quoted to its end."""

import pytest

from rag import Assistant
from rag.chunk import Unit
from rag.extract import Candidate
from rag.language import detect
from rag.settings import Settings
from rag.speech import select

ZH = "港口昨天开放。港长陈禾说：“我们等了十年。现在船终于可以进港。”渔民很高兴。"
WHOLE_ZH = "港长陈禾说：“我们等了十年。[1]现在船终于可以进港。”[2]"
EN = 'The port opened. Harbour master Mira Holt said: "We waited ten years. Now the ships come in." Fishermen cheered.'
WHOLE_EN = 'Harbour master Mira Holt said: "We waited ten years. Now the ships come in."[1]'


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (ZH, "港长陈禾怎么说？", WHOLE_ZH),
        (ZH, "港长陈禾等了几年？", "港长陈禾说：“我们等了十年。[1]"),
        (EN, "What did harbour master Mira Holt say?", WHOLE_EN),
        (ZH.replace("。”", "。"), "港长陈禾怎么说？", "港长陈禾说：“我们等了十年。[1]"),
        (ZH.replace("我们等了十年。", "我们等了十年。”"), "港长陈禾怎么说？", "港长陈禾说：“我们等了十年。”[1]"),
    ],
)
def test_who_asks_what_somebody_said_is_told_all_of_it(text: str, question: str, said: str) -> None:
    answer = Assistant.from_texts({"port": text}, Settings(refusal_threshold=0.0)).ask(question)
    assert answer.text == said
    assert all(text[one.start : one.end] == one.quote for one in answer.citations)


def test_what_is_only_pointed_back_to_is_said_too() -> None:
    text = "他生前常对徒弟说：“钟走得准不准，先看人心定不定。”这句话后来刻在厂门口的石头上。厂里有四十台钟。"
    answer = Assistant.from_texts({"clocks": text}, Settings(refusal_threshold=0.0)).ask("厂门口石头上刻的是什么话？")
    assert "先看人心定不定" in answer.text
    assert answer.text.index("先看人心定不定") < answer.text.index("这句话")


SAUCE = "做好的酱要用石头压住，让盐水渗到每一颗豆子里。这一道“压水”是成败的关键。老师傅每天都要看上两遍。"
CUCUMBER = "When attacked it throws out its own organs. Biologists call this “evisceration”. It takes weeks to recover."


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (SAUCE, "什么是压水？", "做好的酱要用石头压住，让盐水渗到每一颗豆子里。[1]这一道“压水”是成败的关键。[2]"),
        (
            SAUCE.replace("这一道“压水”是", "“压水”是一道工序，是"),
            "什么是压水？",
            "“压水”是一道工序，是成败的关键。[1]",
        ),
        (
            CUCUMBER,
            "What is evisceration?",
            "When attacked it throws out its own organs.[1] Biologists call this “evisceration”.[2]",
        ),
    ],
)
def test_what_only_names_a_thing_stands_behind_what_it_is(text: str, question: str, said: str) -> None:
    assert Assistant.from_texts({"a": text}, Settings(refusal_threshold=0.0)).ask(question).text == said


RULE = (
    "1987年冬天，独自值守的老周急性阑尾炎发作，两天后才被人发现。从那以后，灯塔规定夜里必须有两个人值守。灯塔高30米。"
)
ROOF = (
    "In 2019 a storm tore the roof off the hall. Since then, concerts have been held in the school. It has 200 seats."
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (RULE, "灯塔夜里为什么必须有两个人值守？", "急性阑尾炎"),
        (ROOF, "Why are concerts held in the school?", "tore the roof off"),
    ],
)
def test_why_is_told_with_what_it_follows_from(text: str, question: str, said: str) -> None:
    assistant = Assistant.from_texts({"a": text}, Settings(refusal_threshold=0.0))
    answer = assistant.ask(question)
    assert said in answer.text
    assert len(answer.citations) == 2


@pytest.mark.parametrize(
    ("text", "question"), [(RULE, "灯塔夜里必须有几个人值守？"), (ROOF, "Where are concerts held?")]
)
def test_what_asks_nothing_of_why_gets_the_sentence_alone(text: str, question: str) -> None:
    assert len(Assistant.from_texts({"a": text}, Settings(refusal_threshold=0.0)).ask(question).citations) == 1


def candidate(text: str, probability: float, start: int) -> Candidate:
    return Candidate(Unit(str(start), "a", "", start, start, start + len(text), text, None), probability)


@pytest.mark.parametrize(
    ("question", "texts", "kept"),
    [
        ("When did the harbour open?", ("On 3 May it opened.", "The harbour opened on 3 May."), [1]),
        ("When did the harbour open?", ("It opened on 4 May.", "The harbour opened on 3 May."), [0, 1]),
        ("港口有多少个泊位？", ("港口有12个泊位。", "新港有12个泊位，水深。", "港口很大。"), [1, 2]),
        ("How many rooms does each wing have?", ("The east wing has 20.", "The west wing has 20."), [0, 1]),
        ("When did the lines open?", ("Line 1 opened in 2010.", "Line 2 opened in 2010."), [0, 1]),
        ("两个区何时开会？", ("两区5月3日开会。", "两区在5月3日开会，会期短。"), [1]),
        ("两条线什么时候开通的？", ("一号线2010年开通。", "二号线2010年开通。"), [0, 1]),
        ("Who opened the harbour?", ("Mira Holt opened it on 3 May.", "Mira Holt opened the harbour."), [0, 1]),
    ],
)
def test_a_date_or_a_number_is_not_given_twice(question: str, texts: tuple[str, ...], kept: list[int]) -> None:
    likely = [0.8, 0.9, 0.7]
    given = [candidate(text, likely[place], place * 100) for place, text in enumerate(texts)]
    ranked = sorted(given, key=lambda one: -one.probability)
    assert select(question, detect(question), ranked, 0.5, []) == [given[place] for place in kept]
