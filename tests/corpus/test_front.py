"""Front matter of Markdown files."""

from datetime import date

import pytest

from corpus.front import parted
from corpus.imprint import Imprint
from corpus.load import from_text

FRONT = '---\ntitle: "茶园的春天"\ndate: 2024-03-05 08:00\nsource: 山城日报\ntags:\n  - tea\n# kept\n---\n'
BODY = "三月的茶山，云雾缭绕。"


@pytest.mark.parametrize(
    "front", [FRONT, FRONT.replace("\n", "\r\n"), "\ufeff" + FRONT, FRONT.replace("---\n", "--- \n")]
)
def test_the_fields_are_read_and_are_no_part_of_the_text(front: str) -> None:
    assert parted(front + BODY) == (Imprint(date(2024, 3, 5), "山城日报"), "茶园的春天", BODY)


def test_an_article_has_what_its_front_matter_says() -> None:
    article = from_text("a", FRONT + BODY)
    assert (article.text, article.title, article.date, article.source) == (
        BODY,
        "茶园的春天",
        date(2024, 3, 5),
        "山城日报",
    )


def test_a_heading_goes_before_the_title_in_the_front_matter() -> None:
    assert from_text("a", f"{FRONT}# 采茶\n\n{BODY}").title == "采茶"


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe harvest began early.\n---\nMore.",
        "---\ndate: 2024-03-05\nMore.",
        "Tea\n---\ndate: 2024-03-05\n---\n",
        "---\n---\n",
    ],
)
def test_lines_of_dashes_around_something_else_stay(text: str) -> None:
    assert parted(text) == (Imprint(), "", text)


@pytest.mark.parametrize("value", ["04/05/2024", "spring", "https://tea.example/2024-3"])
def test_a_field_that_says_no_day_leaves_it_open(value: str) -> None:
    assert parted(f"---\ndate: {value}\nsource: https://tea.example/\n---\n{BODY}")[0] == Imprint()


def test_a_front_that_never_ends_is_given_up_at_once() -> None:
    text = "---\n" + "-a: b\n" * 5_000
    assert parted(text)[2] == text
