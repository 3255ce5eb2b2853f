"""Day, source and title from the fields of web pages."""

import json
from datetime import date

import pytest

from corpus.imprint import Imprint
from corpus.readers import html

DAY = date(2024, 3, 5)
SITE = '<meta property="og:site_name" content="山城在线">'


def imprint(head: str, body: str = "") -> Imprint:
    return html.read(
        f"<html><head>{head}</head><body>{body}<p>三月的茶山，云雾缭绕。</p></body></html>".encode(), "a"
    ).imprint


def linked(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-05T08:00:00+08:00">',
        '<meta name="publishdate" content="2024-03-05">',
        '<meta itemprop="datePublished" content="March 5, 2024">',
        linked({"@type": "NewsArticle", "datePublished": "2024-03-05T08:00"}),
        linked({"@graph": [{"@type": "WebSite"}, {"datePublished": "2024-03-05"}]}),
    ],
)
def test_the_day_of_publication_is_read_from_fields_that_mean_it(head: str) -> None:
    assert imprint(head + SITE) == Imprint(DAY, "山城在线")


@pytest.mark.parametrize("marks", ["itemprop=datePublished", "pubdate", 'class="meta published"', "class=dt-published"])
def test_a_time_that_is_marked_as_that_of_publication_is_read(marks: str) -> None:
    assert imprint("", f"<time {marks} datetime=2024-03-05>yesterday</time>").date == DAY


def test_a_time_that_is_not_marked_may_be_that_of_a_concert() -> None:
    assert imprint("", "<time datetime=2024-03-05>Tuesday</time>") == Imprint()


@pytest.mark.parametrize("name", ["article:modified_time", "date", "expires", "dcterms.created"])
def test_fields_that_mean_another_day_are_left_alone(name: str) -> None:
    assert imprint(f'<meta name="{name}" content="2024-03-05">').date is None


def test_a_page_with_two_days_has_none() -> None:
    assert imprint(linked({"datePublished": "2024-03-05"}, {"datePublished": "2024-03-06"})).date is None


def test_the_source_that_a_page_names_goes_before_the_site_that_shows_it() -> None:
    assert imprint(f'{SITE}<meta name="source" content="来源：山城日报">').source == "山城日报"


def test_the_publisher_is_the_source_where_the_page_names_no_other() -> None:
    assert (
        imprint(linked({"datePublished": "2024-03-05", "publisher": {"name": "Hill City Times"}})).source
        == "Hill City Times"
    )


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@graph": 1}', "null", '{"datePublished": {"a": 1}, "publisher": [0]}']
)
def test_linked_data_that_is_broken_is_left_out(script: str) -> None:
    assert imprint(f'{SITE}<script type="application/ld+json">{script}</script>') == Imprint(None, "山城在线")


def test_the_title_of_the_page_is_kept_for_an_article_without_headings() -> None:
    assert html.read(b"<title> The tea\n harvest </title><p>It began early.</p>", "a").title == "The tea harvest"
