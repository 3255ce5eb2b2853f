"""Sentences beside quotes in the other language only."""

import pytest

from rag.generate.sounds import abbreviates, sounds_like, spelled
from rag.generate.support import check
from rag.types import OTHER, Language

DEAN = "重庆工商大学经济学院院长李敬出席了会议。"
TOWNS = "重庆和成都分别有3座和5座博物馆。"
MAYOR = "The mayor opened the bridge in Chengdu."


@pytest.mark.parametrize(("chinese", "latin"), [("克林顿", "Clinton"), ("坎贝尔", "Campbell"), ("郑宇", "Zheng Yu")])
def test_a_name_is_known_by_its_sound(chinese: str, latin: str) -> None:
    assert sounds_like(chinese, latin)
    assert not sounds_like(chinese, "Obama")


@pytest.mark.parametrize(("chinese", "latin"), [("重庆", "Chongqing"), ("渝北区", "Yubei"), ("吕梁", "Lüliang")])
def test_a_chinese_name_is_known_by_its_spelling(chinese: str, latin: str) -> None:
    assert spelled(chinese, latin)
    assert not spelled(chinese, "Chengdu")


def test_two_cities_are_known_by_what_they_are_called_together() -> None:
    assert abbreviates("成渝", "Chengdu")
    assert abbreviates("成渝", "Chongqing")
    assert not abbreviates("成渝", "Meishan")


@pytest.mark.parametrize(
    ("sentence", "quote", "language"),
    [
        ("Li Jing is the dean of the School of Economics.", DEAN, "en"),
        ("Chongqing and Chengdu have 3 and 5 museums respectively.", TOWNS, "en"),
        ("He was born in London.", "他出生于伦敦。", "en"),
        ("市长在成都为大桥揭幕。", MAYOR, "zh"),
        ("Jiangbei is north of the Jialing River.", "江北区位于嘉陵江以北。", "en"),
        ("The area is 1,200 square kilometres.", "面积为1200平方公里。", "en"),
    ],
)
def test_what_the_quote_says_in_the_other_language_is_supported(sentence: str, quote: str, language: Language) -> None:
    assert check(sentence, [quote], language).supported


@pytest.mark.parametrize(
    ("sentence", "quote", "language", "missing"),
    [
        ("The dean Li Ming attended the meeting.", DEAN, "en", "Ming"),
        ("He was born in Paris.", "他出生于伦敦。", "en", "Paris"),
        ("Beijing opened a bridge in May.", "成都在五月开放了一座大桥。", "en", "Beijing"),
        ("Yubei is north of the Jialing River.", "江北区位于嘉陵江以北。", "en", "Yubei"),
        ("市长在重庆为大桥揭幕。", MAYOR, "zh", "重庆"),
        ("The area is 1,300 square kilometres.", "面积为1200平方公里。", "en", "1,300 square kilometres"),
    ],
)
def test_a_name_or_number_that_the_quote_lacks_in_the_other_language_is_missing(
    sentence: str, quote: str, language: Language, missing: str
) -> None:
    found = check(sentence, [quote], language)
    assert not found.supported
    assert missing in found.missing


@pytest.mark.parametrize(
    ("sentence", "quote", "language"),
    [
        ("The mayor did not open the bridge in Chengdu.", "市长在成都为大桥揭幕。", "en"),
        ("Chongqing and Chengdu have 5 and 3 museums respectively.", TOWNS, "en"),
        ("重庆和成都分别有5座和3座博物馆。", "Chongqing and Chengdu have 3 and 5 museums respectively.", "zh"),
        ("Exports decreased last year.", "去年出口增长。", "en"),
        ("去年出口下降。", "Exports increased last year.", "zh"),
    ],
)
def test_what_is_denied_reversed_or_exchanged_in_the_other_language_is_not_supported(
    sentence: str, quote: str, language: Language
) -> None:
    assert not check(sentence, [quote], language).supported


@pytest.mark.parametrize("quote", ["", "……", "12"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_words_support_nothing(quote: str, language: Language) -> None:
    assert not check(MAYOR if OTHER[language] == "zh" else DEAN, [quote], language).supported
