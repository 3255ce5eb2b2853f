"""What a date or an amount says in the other language, and what is left unsaid because it is not certain."""

import pytest

from rag.short.retold import retold
from rag.types import Language


@pytest.mark.parametrize(
    ("said", "language", "other"),
    [
        ("3,500 km", "zh", "3500公里"),
        ("1 May 1944", "zh", "1944年5月1日"),
        ("May 1, 1944", "zh", "1944年5月1日"),
        ("forty-five people", "zh", "45人"),
        ("19年", "en", "19 years"),
        ("两千年", "en", "2,000 years"),
        ("About one-third", "zh", None),
        ("three-quarters", "zh", None),
        ("3,5 km", "zh", None),
        ("2020年", "en", None),
        ("1 May 44", "zh", None),
        ("May 44", "zh", None),
    ],
)
def test_only_what_is_certain_is_said_in_the_other_language(said: str, language: Language, other: str | None) -> None:
    assert retold(said, language) == other
