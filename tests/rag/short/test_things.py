"""Things are told by the type that the question names."""

import pytest

from rag.short.find import find
from tests.rag.short.test_find import found

SCHOOL = "The Orme School stands in Vale Street; partners of the school are the Glass Theater and the Pike Orchestra."


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Which street is the school in?", SCHOOL, "Vale Street"),
        ("Which orchestra is a partner?", SCHOOL, "Pike Orchestra"),
        ("Which county runs the harbor?", "The harbor is run by Wessex County and has two basins.", "Wessex County"),
        ("Which ministry founded it?", "It was founded by the Ministry of Culture.", "Ministry of Culture"),
        ("Which division held the town?", "The 9th Armoured Division held the town.", "9th Armoured Division"),
        ("Which road is closed?", "Mill Road and Park Road are closed.", None),
        ("Which road is closed?", "Mill Road is closed, and Park Street is open.", "Mill Road"),
        ("Which war did he fight in?", "He was an aide of the Minister of War.", None),
        ("Which city hosted the games?", "Holm was chosen to host the games at Lund City.", None),
        (
            "Which university does Paul Reed work at?",
            "Paul Reed heads the School of Shipping of Lund University.",
            "Lund University",
        ),
        (
            "Which university does Paul Reed work at?",
            "Paul Reed heads a school at Holm Technology and Business University.",
            "Holm Technology and Business University",
        ),
        ("两地要建哪个集散中心？", "共建“南北”进出口商品集散中心，引进外资。", "“南北”进出口商品集散中心"),
        ("要建什么示范基地？", "两家公司将建设长三角“云上工厂”示范基地。", "长三角“云上工厂”示范基地"),
        ("要建什么研究中心？", "要建“南北”工程和研究中心。", None),
        ("湖心岛在哪个区？", "湖心岛位于北山区南部，在海边。", "北山区"),
        ("茶园在哪条路？", "茶园位于安吉县北山路12号。", "安吉县北山路"),
        ("湖心岛在哪个区？", "湖心岛在前往四川能源研究院的路上。", None),
        ("她靠什么养家？", "她靠卖画养家。", None),
    ],
)
def test_a_thing_is_called_what_the_question_asks_for(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("What is the cat called?", "A grey cat named Captain sleeps on the counter.", "Captain"),
        ("What's the horse's name?", "The horse, called Duke, is fourteen.", "Duke"),
        ("What is the café called?", "They named the café the Wren in Lima.", None),
        ("What is a baby swan called?", "A baby swan is called a cygnet.", None),
    ],
)
def test_what_something_is_called_stands_behind_such_a_word(question: str, text: str, answer: str | None) -> None:
    span = find(question, question, "en", text)
    assert (text[span.start : span.end] if span else None) == answer
