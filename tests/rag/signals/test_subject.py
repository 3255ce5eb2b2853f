"""A name that nothing up to a sentence says is not what the sentence speaks of."""

import pytest

from rag import Assistant
from rag.signals.subject import holds_role_elsewhere

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


@pytest.mark.parametrize(
    ("question", "sentence", "elsewhere"),
    [
        ("Who is the mayor of Osterby?", "The mayor of Lund Harbour, Ann Holm, had gone to Osterby.", True),
        ("Who is the mayor of Osterby?", "The mayor of Osterby, Ann Holm, had gone to Lund.", False),
        ("Who is the mayor of the city?", "The Mayor of Lima, Ana Quispe, opened the bridge.", False),
        ("Who is the head of the school?", "The head of Oakwood Primary, Jane Roe, wrote to parents.", False),
        ("Who is the president of America?", "The president of the United States sent a message.", False),
        (
            "Who is the secretary of the Sailing Association?",
            "The secretary of the Lima Rowing and Sailing Association is Ana Paz.",
            False,
        ),
        ("Who is the chairman of the Green Party?", "The chairman of the Greens, Otto Lang, resigned.", False),
    ],
)
def test_who_holds_a_role_elsewhere_is_told(question: str, sentence: str, elsewhere: bool) -> None:
    assert holds_role_elsewhere(question, sentence) == elsewhere
