"""What a sentence claims, beside the quotes that it cites."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from rag.generate.names import names_of
from rag.generate.support import Support, check
from rag.types import Language

OPENED = "The Harbour Museum in Bergen was opened by Anna Lund on 3 May 1998 at a cost of 12 million dollars."
BRIDGE = "2019年5月3日，江城大桥建成通车，全长1200米，总投资十二亿元。"


@pytest.mark.parametrize(
    ("sentence", "quote", "language"),
    [
        (OPENED, OPENED, "en"),
        (BRIDGE, BRIDGE, "zh"),
        ("江城大桥全长1,200米。", BRIDGE, "zh"),
        ("江城大桥总投资12亿元。", BRIDGE, "zh"),
        ("江城大桥全长1.2公里。", BRIDGE, "zh"),
        ("Anna Lund opened the Harbour Museum in Bergen on May 3, 1998.", OPENED, "en"),
        ("The population grew by 5 percent.", "人口增长百分之五。The population grew by five percent.", "en"),
    ],
)
def test_what_the_quote_says_in_other_words_is_supported(sentence: str, quote: str, language: Language) -> None:
    assert check(sentence, [quote], language) == Support(True, ())


@pytest.mark.parametrize(
    ("sentence", "quote", "language", "missing"),
    [
        ("江城大桥全长1300米。", BRIDGE, "zh", "1300米"),
        ("江城大桥全长1200英尺。", BRIDGE, "zh", "1200英尺"),
        ("2019年5月4日，江城大桥建成通车。", BRIDGE, "zh", "2019年5月4日"),
        ("2018年，江城大桥建成通车。", BRIDGE, "zh", "2018年"),
        ("Anna Lund opened the Harbour Museum in Oslo.", OPENED, "en", "Oslo"),
        ("Anna Lund opened the Harbour Museum in Bergen in June 1998.", OPENED, "en", "June 1998"),
        ("Nanjing opened the Harbour Museum in Bergen.", OPENED, "en", "Nanjing"),
        ("The Harbour Museum cost 12 million euros.", OPENED, "en", "12 million euros"),
        ("The bridge is 1,300 metres long.", BRIDGE, "en", "1,300 metres"),
    ],
)
def test_a_number_date_or_name_that_the_quote_lacks_is_missing_as_written(
    sentence: str, quote: str, language: Language, missing: str
) -> None:
    assert check(sentence, [quote], language) == Support(False, (missing,))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Building began in Oslo.", ["Oslo"]),
        ("Beijing and Oslo met.", ["Beijing", "Oslo"]),
        ("Li Ming sang.", ["Li", "Ming"]),
    ],
)
def test_a_verb_that_opens_a_sentence_is_no_name(sentence: str, names: list[str]) -> None:
    assert names_of(sentence, "en") == names


@pytest.mark.parametrize(
    ("sentence", "quote", "language"),
    [
        ("江城大桥没有建成通车。", BRIDGE, "zh"),
        ("The Harbour Museum was never opened by Anna Lund.", OPENED, "en"),
        ("The council approved the plan.", "The council has not approved the plan.", "en"),
        ("市议会批准了这项计划。", "市议会没有批准这项计划。", "zh"),
        ("Exports decreased last year.", "Exports increased last year.", "en"),
        ("去年出口下降。", "去年出口增长。", "zh"),
        ("Norway beat Sweden in the final.", "Sweden beat Norway in the final.", "en"),
        ("The museum shop sells postcards and old maps.", OPENED, "en"),
        ("大桥的设计师曾在国外学习音乐。", BRIDGE, "zh"),
    ],
)
def test_what_is_denied_reversed_exchanged_or_from_elsewhere_is_not_supported(
    sentence: str, quote: str, language: Language
) -> None:
    found = check(sentence, [quote], language)
    assert not found.supported
    assert found.missing


TRIP = "列车从福清开往惠来，市委书记李明在福清，市长王强在惠来。"


@pytest.mark.parametrize("other", [lambda text: text, OpenCC("s2t").convert])
@pytest.mark.parametrize(
    "sentence", ["市委书记王强在福清，市长李明在惠来。", "市委书记李明在惠来，市长王强在福清。", "列车从惠来开往福清。"]
)
def test_names_of_one_kind_that_change_places_are_told_in_both_scripts(
    sentence: str, other: Callable[[str], str]
) -> None:
    assert check(other("市委书记李明在福清。"), [other(TRIP)], "zh").supported
    assert not check(other(sentence), [other(TRIP)], "zh").supported


def test_items_that_have_names_of_their_own_are_no_list_of_names() -> None:
    quote = "福建福清市和广东惠来县举行会议。"
    assert check(quote, [quote], "zh").supported
    assert not check("福建惠来市和广东福清县举行会议。", [quote], "zh").supported


def test_the_order_of_a_list_of_names_says_nothing() -> None:
    assert check("惠来、宜春和福清都有雨。", ["福清、惠来和宜春都有雨。"], "zh").supported


EACH = {"en": "Bergen and Oslo have 3 and 5 museums respectively.", "zh": "惠来和福清分别有3所和5所学校。"}


@pytest.mark.parametrize(
    ("sentence", "language", "supported"),
    [
        ("Oslo and Bergen have 5 and 3 museums respectively.", "en", True),
        ("Bergen and Oslo have 5 and 3 museums respectively.", "en", False),
        ("Oslo and Bergen have 3 and 5 museums respectively.", "en", False),
        ("福清和惠来分别有5所和3所学校。", "zh", True),
        ("惠来和福清分别有5所和3所学校。", "zh", False),
        ("福清和惠来分别有3所和5所学校。", "zh", False),
    ],
)
def test_two_lists_told_in_one_order_keep_what_belongs_together(
    sentence: str, language: Language, supported: bool
) -> None:
    assert check(sentence, [EACH[language]], language).supported is supported


def test_two_quotes_together_can_support_a_sentence() -> None:
    quotes = ["The Harbour Museum was opened in 1998.", "The Harbour Museum has 40 rooms."]
    assert check("The Harbour Museum, opened in 1998, has 40 rooms.", quotes, "en").supported


def test_the_passive_may_be_said_as_the_active() -> None:
    assert check("Norway beat Sweden in the final.", ["Sweden was beaten by Norway in the final."], "en").supported


@pytest.mark.parametrize("sentence", ["", "。", "是的。"])
def test_a_sentence_that_says_nothing_is_not_supported(sentence: str) -> None:
    assert not check(sentence, [BRIDGE], "zh").supported


@pytest.mark.parametrize("quotes", [[], [""], ["……"]])
def test_nothing_is_supported_by_no_words(quotes: list[str]) -> None:
    assert not check(OPENED, quotes, "en").supported


TOWNS = st.sampled_from(["Bergen", "Lima", "Nairobi", "Kyoto"])
THINGS = st.sampled_from(["houses", "trees", "boats", "schools"])
NUMBERS = st.integers(min_value=3, max_value=90_000)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TOWNS, THINGS, NUMBERS)
def test_a_sentence_is_supported_by_itself(town: str, things: str, number: int) -> None:
    for text, language in ((f"In {town} there are {number} {things}.", "en"), (f"当地有{number}座桥梁和公园。", "zh")):
        assert check(text, [text], language) == Support(True, ())  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TOWNS, THINGS, NUMBERS, NUMBERS)
def test_a_sentence_with_a_changed_number_is_not_supported(town: str, things: str, number: int, other: int) -> None:
    quote = f"In {town} there are {number} {things}. 当地有{number}座桥梁。"
    claim = f"In {town} there are {other} {things}."
    assert check(claim, [quote], "en").supported is (number == other)
