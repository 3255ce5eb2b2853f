"""What lines and fields say of the day and the source of an article, and what they do not say."""

from datetime import date

import pytest

from corpus.imprint import Imprint, day_in, name_in, stated, title_in

DAY = date(2024, 3, 5)  # a Tuesday


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月5日",
        "2024 年 3 月 5 日",
        "2024-03-05T23:59:00+08:00",
        "2024/3/5",
        "2024.03.05",
        "5 March 2024",
        "5th Mar. 2024",
        "March 5, 2024",
        "Mar. 5th, 2024",
    ],
)
def test_a_day_with_its_year_is_read_in_every_usual_form(text: str) -> None:
    assert day_in(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "3月5日", "04/05/2020", "2024-02-30", "2024年3月", "12024-03-05", "3.2024-03-05.1"]
)
def test_a_day_that_lacks_something_or_has_two_readings_is_none(text: str) -> None:
    assert day_in(text) is None


def test_of_two_days_in_one_field_neither_is_taken() -> None:
    assert day_in("2024-03-05 to 2024-03-06") is None


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("山城日报 2024年3月5日 星期二 第3版", "山城日报"),
        ("要闻  2024年3月5日 星期二  山城日报  责编 陈禾", "山城日报"),
        ("2024-03-05 10:21 来源：茶山网", "茶山网"),
        ("（山城日报2024年3月5日第3版）", "山城日报"),
        ("A3 | Tuesday, March 5, 2024 | The Hill City Times", "The Hill City Times"),
        ("Published: March 5, 2024", ""),
        ("发布时间：2024年3月5日 09:00", ""),
    ],
)
def test_a_line_that_says_what_it_is_gives_day_and_source(line: str, source: str) -> None:
    assert stated([line]) == Imprint(DAY, source)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月5日 星期二",  # it may be the day of a concert
        "2024年3月5日 星期三 山城日报",  # it was a Tuesday
        "会议时间：2024年3月5日 星期二",
        "2024年3月5日，山城日报报道",
        "本报北京3月5日电",
        "On Tuesday, 5 March 2024, the Hill City Times said",
        "2024-03-05 15:26  山城日报",  # as a browser prints the time and the title
        "Source: Survey of the province",
        "The Hill City Times",
        "第3版",
    ],
)
def test_a_line_that_may_mean_something_else_gives_nothing(line: str) -> None:
    assert stated([line]) == Imprint()


def test_pages_of_different_days_have_none() -> None:
    lines = ["山城日报 2024年3月5日 第3版", "山城日报 2024年3月6日 第3版"]
    assert stated(lines) == Imprint(None, "山城日报")


@pytest.mark.parametrize("text", ["https://tea.example/source", "茶" * 61, "茶\x1b[31m园"])
def test_an_address_and_what_is_no_name_is_no_source(text: str) -> None:
    assert name_in(text) == ""


def test_a_title_is_one_line_of_printable_characters() -> None:
    assert [title_in(text) for text in ("The  tea\n harvest", "a\x1b[31mb", "茶" * 301)] == ["The tea harvest", "", ""]
