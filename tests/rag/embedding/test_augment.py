"""Made-up pairs say the same in both languages."""

import random
import re

import pytest

from rag.embedding.augment import Exchange, Names
from rag.embedding.pairs import Pair
from rag.embedding.questions import FRAMES, ask
from rag.embedding.vocabulary import Entry

ENTRIES = [
    Entry("王", "王", "Wang", ("surname Wang",)),
    Entry("巴黎", "巴黎", "Ba li", ("Paris",)),
    Entry("茶葉", "茶叶", "cha ye", ("tea",)),
    Entry("咖啡", "咖啡", "ka fei", ("coffee",)),
    Entry("賣", "卖", "mai", ("to sell",)),
    Entry("購買", "购买", "gou mai", ("to buy",)),
    Entry("明", "明", "ming", ("bright",)),
    Entry("行", "行", "xing", ("to walk",)),
    Entry("行", "行", "hang", ("row",)),
]
GLOSSES = {entry.simplified: entry.glosses[0].removeprefix("to ") for entry in ENTRIES}
NAMES = Names.of(ENTRIES, ["明", "行"])


def exchanged(pair: Pair, times: int = 200) -> set[Pair]:
    exchange = Exchange(ENTRIES, [Pair("伦敦", "London")], NAMES, {"葉": "叶"})
    return {exchange(pair, random.Random(seed)) for seed in range(times)}


def test_a_word_and_its_gloss_are_exchanged_together() -> None:
    found = exchanged(Pair("我喝茶葉。", "I drink tea."))
    assert Pair("我喝咖啡。", "I drink coffee.") in found
    for pair in found:
        word, gloss = pair.chinese[2:-1], pair.english.removeprefix("I drink ").rstrip(".")
        assert GLOSSES[word] == gloss


def test_a_name_is_exchanged_for_names_only() -> None:
    found = {
        pair.english.removeprefix("I love ").rstrip(".") for pair in exchanged(Pair("我爱巴黎。", "I love Paris."))
    }
    assert {"London", "Paris"} < found
    assert not found & {"tea", "coffee", "buy"}


def test_a_number_is_exchanged_for_another_of_its_shape() -> None:
    for pair in exchanged(Pair("有1,200人。", "There are 1,200 people."), 50):
        (number,) = re.findall(r"\d,\d{3}", pair.chinese)
        assert number in pair.english


@pytest.mark.parametrize("pair", [Pair("他来了。", "He came."), Pair("", ""), Pair("茶叶茶叶", "tea tea")])
def test_a_pair_without_a_sure_place_stays(pair: Pair) -> None:
    assert exchanged(pair, 20) == {pair}


def test_a_gloss_inside_another_word_is_no_place() -> None:
    assert exchanged(Pair("我有茶叶", "I have steam"), 20) == {Pair("我有茶叶", "I have steam")}


def test_made_up_names_are_spelled_as_they_are_read() -> None:
    names = {NAMES.make(random.Random(seed)) for seed in range(300)}
    assert Pair("王明", "Wang Ming") in names
    assert Pair("明明区", "Mingming District") in names
    assert not any("行" in pair.chinese for pair in names)  # read in two ways


def test_frames_have_the_same_slots_in_both_languages() -> None:
    for chinese, english in FRAMES:
        assert re.findall("[XYN]", "".join(sorted(chinese))) == sorted(re.findall(r"\b[XYN]\b", english)), chinese


def test_questions_name_the_same_things_in_both_languages() -> None:
    questions = list(ask([Pair("伦敦", "London")], [Pair("茶叶", "tea")], 300, random.Random(1)))
    assert len(questions) == 300
    for pair in questions:
        assert pair.chinese.count("伦敦") == pair.english.count("London")
        assert pair.chinese.count("茶叶") == pair.english.count("tea")
        assert re.findall(r"\d+", pair.chinese) == re.findall(r"\d+", pair.english)
