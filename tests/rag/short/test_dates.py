"""What says when, in either language."""

import pytest

from rag.short.dates import dates
from rag.short.when import part_of
from rag.types import Language


def said(text: str, language: Language) -> list[str]:
    return [text[s.start : s.end] for s in dates(text, language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("茶园建于崇祯九年（1636年）春。", ["崇祯九年（1636年）春"]),
        ("县学设于元朝至顺二年，后来毁了。", ["元朝", "至顺二年"]),
        ("茶园于 1985 年 3 月开放。", ["1985 年 3 月"]),
        ("江户时代已有此茶，晚春开花。", ["江户时代", "晚春"]),
        ("丙申年三月，县令到任。", ["丙申年三月"]),
        ("大桥在春节期间关闭。", ["春节期间"]),
        ("下次会议：2024-09-19 14:00，由王磊主持。", ["2024-09-19 14:00"]),
    ],
)
def test_eras_seasons_and_ages_say_when_in_chinese(text: str, found: list[str]) -> None:
    assert said(text, "zh") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was built in the mid-1770s.", "mid-1770s"),
        ("He ruled c. 896–902 in the west.", "c. 896–902"),
        ("The deer lived 15–35 million years ago.", "15–35 million years ago"),
        ("It stood between 1845 and 1888.", "1845 and 1888"),
        ("The king left on 5 September 1494.", "5 September 1494"),
        ("It blooms in late spring.", "late spring"),
    ],
)
def test_stretches_and_rough_dates_are_whole_in_english(text: str, found: str) -> None:
    assert said(text, "en") == [found]


@pytest.mark.parametrize("text", ["任期五年。", "共有100点。", "距今约3295年。", "投资1000日元。"])
def test_how_long_and_how_much_say_no_date(text: str) -> None:
    assert said(text, "zh") == []


def test_next_year_counts_less_than_a_year_that_is_named() -> None:
    named, following = dates("1260年设置，次年撤销。", "zh")
    assert following.weight < named.weight


def test_a_season_has_no_year() -> None:
    (span,) = dates("晚春开花。", "zh")
    assert part_of("晚春开花。", span, "year") is None
    assert part_of("晚春开花。", span, "") == span
