"""Articles: sections, paragraphs and where they lie."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import parse

SOURCE = """\
Before any heading.

# Title

First paragraph,
still the first.

## Part one

Second paragraph.

Third paragraph.
"""


def test_headings_lose_their_marks_and_a_blank_line_parts_the_blocks() -> None:
    article = parse("a", "# Title\n\n\n  \nText.\n")
    assert article.text == "Title\n\nText."


def test_paragraphs_are_numbered_from_one_and_headings_are_not_counted() -> None:
    article = parse("a", SOURCE)
    assert [p.number for p in article.paragraphs] == [1, 2, 3, 4]
    assert article.paragraph_text(3) == "Second paragraph."


def test_a_paragraph_knows_the_heading_it_stands_under() -> None:
    article = parse("a", SOURCE)
    assert [article.section_title(p) for p in article.paragraphs] == ["", "Title", "Part one", "Part one"]
    assert [s.level for s in article.sections] == [0, 1, 2]


def test_the_extent_of_a_section_is_that_of_its_heading() -> None:
    article = parse("a", SOURCE)
    assert [article.text[s.start : s.end] for s in article.sections] == ["", "Title", "Part one"]


def test_line_breaks_inside_a_block_stay() -> None:
    assert parse("a", SOURCE).paragraph_text(2) == "First paragraph,\nstill the first."


def test_a_hash_without_a_space_or_with_text_below_it_is_no_heading() -> None:
    article = parse("a", "#话题\n\n####### seven\n\n# one\nand more\n\n#\nalone")
    assert len(article.sections) == 1
    assert len(article.paragraphs) == 4


@pytest.mark.parametrize(
    ("source", "title", "expected"),
    [
        ("# Own\n\nText.", "Given", "Given"),
        ("## Own\n\nText.", "", "Own"),
        ("Text.\n\n# Own", "", "Own"),
        ("Text.\n\n## A part", "", "the-id"),
        ("Text.", "", "the-id"),
    ],
)
def test_the_title_is_the_given_one_or_the_first_heading_or_the_id(source: str, title: str, expected: str) -> None:
    assert parse("the-id", source, title=title).title == expected


@pytest.mark.parametrize("number", [0, -1, 5])
def test_a_paragraph_that_does_not_exist_is_an_index_error_that_names_the_article(number: int) -> None:
    with pytest.raises(IndexError, match="the-id has paragraphs 1 to 4"):
        parse("the-id", SOURCE).paragraph_text(number)


def test_an_empty_source_is_an_article_without_paragraphs() -> None:
    article = parse("a", " \n\n ")
    assert (article.text, article.paragraphs, article.title) == ("", (), "a")


def test_the_translations_of_an_article_cannot_be_changed_from_outside() -> None:
    given_translations = {1: "one"}
    article = parse("a", "一", translations=given_translations)
    given_translations[1] = "two"
    assert article.translations == {1: "one"}
    with pytest.raises(FrozenInstanceError):
        article.text = ""  # type: ignore[misc]


@settings(deadline=None, database=None, derandomize=True)
@given(st.text(alphabet="# \n\t天府ab。", max_size=60))
def test_every_block_lies_where_its_extent_says(source: str) -> None:
    article = parse("a", source)
    extents = sorted(
        [(s.start, s.end) for s in article.sections[1:]] + [(p.start, p.end) for p in article.paragraphs],
    )
    assert "\n\n".join(article.text[start:end] for start, end in extents) == article.text
    assert all(article.text[start:end].strip() for start, end in extents)
