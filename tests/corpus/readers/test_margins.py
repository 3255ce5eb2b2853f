"""What stands in the margins of printed pages: dropped where that is sure, and read for day and source."""

from datetime import date

import pytest

from corpus.imprint import Imprint
from corpus.readers import pdf
from corpus.readers.margins import without_frame
from corpus.readers.runs import Run
from tests.corpus.readers.conftest import Printer

BODY = [Run("三月的茶山，云雾缭绕。", 50, 400, y, 10, False) for y in (100, 115, 130)]
NUMBER, TITLE = Run("1/1", 550, 570, 820, 8, False), Run("Tea", 300, 330, 20, 8, False)
ADDRESS = Run("https://tea.example/spring?a=1", 20, 200, 820, 8, False)
CLOCK = Run("11/23/26, 3:26 PM", 20, 90, 20, 8, False)


@pytest.mark.parametrize("clock", ["11/23/26, 3:26 PM", "2026/11/23 15:26", "2026/11/23 下午3:26", "23.11.2026, 15:26"])
def test_what_a_browser_prints_around_a_single_page_is_dropped(clock: str) -> None:
    top = Run(clock, 20, 90, 20, 8, False)
    assert without_frame([[top, TITLE, *BODY, ADDRESS, NUMBER]]) == [BODY]


def test_another_browser_says_1_of_1_and_has_the_address_above() -> None:
    number, address = Run("1 of 1", 20, 50, 820, 8, False), Run("https://tea.example/", 400, 500, 20, 8, False)
    assert without_frame([[TITLE, address, *BODY, number]]) == [BODY]


@pytest.mark.parametrize(
    "lines",
    [[CLOCK, TITLE], [ADDRESS], [NUMBER], [TITLE, NUMBER], [ADDRESS, Run("1/2", 550, 570, 820, 8, False)]],
)
def test_a_line_that_might_be_of_the_article_stays(lines: list[Run]) -> None:
    page = [*lines, *BODY, Run("茶", 50, 60, 400, 10, False)]
    assert without_frame([page]) == [page]


def test_a_line_close_to_the_text_stays() -> None:
    page = [*BODY, Run("https://tea.example/", 20, 200, 142, 10, False), Run("1/1", 550, 570, 142, 10, False)]
    assert without_frame([page]) == [page]


def test_a_page_printed_by_a_browser_is_the_article_alone(printed: Printer) -> None:
    footer = "<span>https://tea.example/spring</span><i style='margin-left:9cm'></i><span>1/1</span>"
    data = printed("<h1>茶园</h1><p>三月的茶山，云雾缭绕。</p><p>采茶。</p>", footer, "2024/3/5 15:26")
    content = pdf.read(data, "a")
    assert [block.text for block in content.blocks] == ["茶园", "三月的茶山，云雾缭绕。", "采茶。"]
    assert content.imprint == Imprint()


def test_day_and_newspaper_in_the_margin_are_those_of_the_article(printed: Printer) -> None:
    content = pdf.read(printed("<p>三月的茶山，云雾缭绕。</p>" * 9, "第3版"), "a")
    assert content.imprint == Imprint(date(2024, 3, 5), "山城日报")


def test_a_day_within_the_page_is_not_that_of_the_article(printed: Printer) -> None:
    page = "<p>茶园。</p>" * 5 + "<p>发布时间：2024年3月5日</p>" + "<p>茶园。</p>" * 5
    assert pdf.read(printed(page), "a").imprint == Imprint()
