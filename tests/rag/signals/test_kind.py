"""The kinds of answer that questions want and sentences hold."""

import pytest

from rag.signals.kind import kind_match, kinds_wanted
from rag.types import Language


@pytest.mark.parametrize(
    ("question", "language", "wanted"),
    [
        ("规划面积有多大？", "zh", {"number"}),
        ("天府新區何時獲批？", "zh", {"date"}),
        ("它为什么重要？", "zh", {"reason"}),
        ("它重要吗？", "zh", set()),
        ("How many berths are there?", "en", {"number"}),
        ("WHEN did it open?", "en", {"date"}),
        ("Why did it open?", "en", {"reason"}),
        ("Did it open?", "en", set()),
    ],
)
def test_a_question_says_what_it_wants(question: str, language: Language, wanted: set[str]) -> None:
    assert kinds_wanted(question, language) == wanted


@pytest.mark.parametrize(
    "text", ["2014年10月2日获批。", "二〇一四年获批。", "It opened in 1931.", "on May 5", "at 2:30"]
)
def test_a_date_is_seen(text: str) -> None:
    assert kind_match(frozenset({"date"}), text) == 1


@pytest.mark.parametrize("text", ["他来了。", "He may come.", "the march went on", "面积1200平方公里"])
def test_what_is_no_date_is_not(text: str) -> None:
    assert kind_match(frozenset({"date"}), text) == -1


@pytest.mark.parametrize("text", ["面积1200平方公里", "共有六项任务", "百分之五", "seventeen berths"])
def test_a_number_is_seen(text: str) -> None:
    assert kind_match(frozenset({"number"}), text) == 1


@pytest.mark.parametrize("text", ["去年7月25日，代表团前往调研。", "On July 25 they left.", "It opened in 1931."])
def test_a_day_is_no_number(text: str) -> None:
    assert kind_match(frozenset({"number"}), text) == -1


def test_where_no_kind_is_wanted_none_is_missed() -> None:
    assert kind_match(frozenset(), "风景很好。") == 0


@pytest.mark.parametrize(
    "text", ["因位于江北而得名。", "为了方便居民。", "It closed because of rain.", "so that all may see"]
)
def test_a_reason_is_seen(text: str) -> None:
    assert kind_match(frozenset({"reason"}), text) == 1


@pytest.mark.parametrize("text", ["这是重要因素。", "他来了。", "It opened in 1931."])
def test_what_is_no_reason_is_not(text: str) -> None:
    assert kind_match(frozenset({"reason"}), text) == -1


@pytest.mark.parametrize(
    "text", ["它位于长江以北。", "新区地处西部。", "It lies north of the river.", "the southern shore"]
)
def test_where_something_lies_is_seen(text: str) -> None:
    assert kind_match(frozenset({"place"}), text) == 1


@pytest.mark.parametrize(
    ("question", "language", "asked"),
    [
        ("港在哪里？", "zh", True),
        ("会在哪里开？", "zh", False),
        ("Where is it?", "en", True),
        ("Where is it made?", "en", False),
    ],
)
def test_where_something_lies_is_not_where_something_happens(question: str, language: Language, asked: bool) -> None:
    assert ("place" in kinds_wanted(question, language)) == asked


@pytest.mark.parametrize("text", ["实现“1+1＞2”。", "E = mc2 is famous.", "设x=3。"])
def test_a_formula_is_seen(text: str) -> None:
    wanted = kinds_wanted("用了哪个式子？", "zh") | kinds_wanted("Which equation is meant?", "en")
    assert kind_match(wanted, text) == 1
    assert kind_match(wanted, "天晴，well-known.") == -1
