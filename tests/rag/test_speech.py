"""What somebody says, quoted to its end."""

import pytest

from rag import Assistant
from rag.settings import Settings

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
