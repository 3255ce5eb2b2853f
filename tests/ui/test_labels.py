import re

from ui import labels
from ui.labels import Label

EVERY = [
    *(value for value in vars(labels).values() if isinstance(value, Label)),
    *labels.EXAMPLES,
    *(label for _, _, label in labels.ATTRIBUTES),
]


def test_every_string_exists_in_both_languages() -> None:
    assert all(re.search(r"[\u4e00-\u9fff]", label.zh) for label in EVERY)
    assert all(re.search(r"[A-Za-z]", label.en) and not re.search(r"[\u4e00-\u9fff]", label.en) for label in EVERY)


def test_both_languages_of_a_string_have_the_same_places_to_fill() -> None:
    assert all(re.findall(r"\{.*?\}", label.zh) == re.findall(r"\{.*?\}", label.en) for label in EVERY)


def test_filling_fills_both_languages() -> None:
    assert labels.PARAGRAPH.fill(3) == Label("第 3 段", "paragraph 3")
