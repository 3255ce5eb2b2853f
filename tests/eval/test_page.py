"""The report: text of others stays text, and the page needs nothing but itself."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from corpus.article import parse
from eval.page import faults, highlight, render
from eval.run import Result, measure
from eval.svg import bars
from eval.tables import as_csv, markdown

HOSTILE = "</script><script>alert(1)</script><img src=x onerror='alert(2)'>\" ' & \x00 \u202e [x](javascript:1) | =1+1"


class Tags(HTMLParser):
    """Counts the elements, and keeps every attribute's name and value."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def hostile(result: Result) -> Result:
    words: dict[str, Any] = dict.fromkeys(("id", "type", "question", "text", "short"), HOSTILE)
    return replace(result, **words, accepted=((HOSTILE,),))


def test_hostile_text_adds_no_element_and_no_handler(results: Any, article: Any) -> None:
    titled = parse("short", article.text.replace("双城", HOSTILE[:10]))
    shown = render({HOSTILE: [hostile(results[0])]}, {HOSTILE: {"short": titled}}, HOSTILE)
    tags = Tags(shown)
    assert tags.tags.count("script") == 1
    assert "img" not in tags.tags
    assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "\x00" not in shown
    assert "\u202e" not in shown


def test_the_page_asks_for_nothing_from_elsewhere(results: Any, article: Any) -> None:
    shown = render({"short": results}, {"short": {"short": article}}, "about")
    assert not re.findall(r"https?:|//|@import|url\(", shown)
    assert not {"link", "img", "iframe"} & set(Tags(shown).tags)


def test_gold_and_citation_are_marked_in_the_paragraph(results: Any, article: Any) -> None:
    shown = render({"short": results[:1]}, {"short": {"short": article}}, "")
    assert "<mark class=both>2010年5月5日</mark>" in shown
    assert "<mark class=cited>两江新区于</mark>" in shown


def test_overlapping_marks_are_cut_apart() -> None:
    marked = highlight("abcdef", 0, 6, [(1, 4)], [(2, 6)])
    assert marked == "a<mark class=gold>b</mark><mark class=both>cd</mark><mark class=cited>ef</mark>"


def test_what_failed_is_named_for_the_filters(results: Any) -> None:
    right, *_, refused = results
    assert faults(right) == faults(refused) == []
    assert faults(replace(right, answered=False)) == ["refusal"]
    missed = replace(right.scores, recall_at_10=0.0, citation_hit=0.0, contains_gold=0.0)
    assert faults(replace(right, scores=missed)) == ["retrieval", "citation", "words"]


def test_a_longer_bar_stands_for_a_larger_value() -> None:
    widths = [float(width) for width in re.findall(r'width="([\d.]+)" height="12"', bars({"x": {"a": 0.5, "b": 1.0}}))]
    assert widths == [170.0, 340.0]


def test_a_cell_that_looks_like_a_formula_is_marked_as_text(results: Any) -> None:
    assert "'=SUM(A1)" in as_csv({"s": [replace(results[0], text="=SUM(A1)")]})


def test_the_markdown_keeps_hostile_names_in_their_cells(results: Any) -> None:
    shown = markdown({"a|<b>\nc": [replace(one, type="x|y") for one in results]})
    assert "## a\\|&lt;b> c" in shown
    assert "| x\\|y |" in shown


def test_an_unanswered_question_needs_no_article(reader: Any, cases: Any) -> None:
    refused = measure(reader, cases[-1])
    assert "to be refused" in render({"s": [refused]}, {"s": {}}, "")
