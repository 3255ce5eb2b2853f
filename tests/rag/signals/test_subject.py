"""A name that nothing up to a sentence says is not what the sentence speaks of."""

import pytest

from rag import Assistant

HARBORS = (
    "# Licences\n\nNorwick Harbor was licensed on June 12, 1998. Its quay is 900 metres long.\n\n"
    "Norwick follows two others, namely Port Danvers Harbor and Calder Harbor."
)


@pytest.mark.parametrize("question", ["When was Port Danvers Harbor licensed?", "When was Calder Harbor licensed?"])
def test_a_date_of_another_thing_is_no_answer(question: str) -> None:
    assert not Assistant.from_texts({"a": HARBORS}).ask(question).answered


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (HARBORS, "When was Norwick Harbor licensed?", "June 12, 1998"),
        (
            "Ada Holt is a printer. She was trained in Lima.\n\nHer shop opened in 1931.",
            "When did Holt open it?",
            "1931",
        ),
        ("陈禾是茶农。\n\n茶园面积320亩。", "陈禾的茶园面积多大？", "320亩"),
    ],
)
def test_who_the_beginning_of_the_article_names_is_who_the_rest_speaks_of(text: str, question: str, short: str) -> None:
    found = Assistant.from_texts({"a": text}).ask(question).short
    assert (found and found.text) == short
