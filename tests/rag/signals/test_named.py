"""The names that an article is all about."""

import pytest

from rag.lexical import Lexicon
from rag.signals.named import Named
from rag.types import Language

CHINESE = [f"{name}的茶园第{n}年丰收。" for n in range(6) for name in ("杭州", "苏州")]
ENGLISH = [f"In year {n} the port of {name} grew." for n in range(6) for name in ("Lima", "Quito")]


@pytest.mark.parametrize(
    ("question", "sentence", "language", "another"),
    [
        ("杭州什么时候丰收？", "苏州在1950年丰收。", "zh", True),
        ("杭州什么时候丰收？", "杭州在1950年丰收。", "zh", False),
        ("杭州什么时候丰收？", "茶园在1950年丰收。", "zh", False),
        ("杭州和苏州什么时候丰收？", "苏州在1950年丰收。", "zh", False),
        ("宁波什么时候丰收？", "苏州在1950年丰收。", "zh", False),
        ("When was Lima founded?", "Quito was founded in 1534.", "en", True),
        ("When was Lima founded?", "Lima, unlike Quito, was founded in 1535.", "en", False),
        ("When was the port founded?", "Quito was founded in 1534.", "en", False),
    ],
)
def test_a_sentence_on_another_of_them_is_told(question: str, sentence: str, language: Language, another: bool) -> None:
    lexicon = Lexicon({str(n): text for n, text in enumerate(CHINESE + ENGLISH)})
    assert Named(question, language, lexicon).has_other(sentence, sentence) == another


def test_what_its_passage_says_is_not_another() -> None:
    lexicon = Lexicon({str(n): text for n, text in enumerate(CHINESE)})
    named = Named("杭州什么时候丰收？", "zh", lexicon)
    assert not named.has_other("杭州很大。苏州在1950年丰收。", "苏州在1950年丰收。")


@pytest.mark.parametrize(
    ("passage", "sentence", "rival"),
    [
        ("", "Quito Port was founded in 1534.", True),
        ("", "Quito was founded in 1534.", False),
        ("", "Lima Port was founded in 1535.", False),
        ("Lima is old.", "Quito Port was founded in 1534.", False),
    ],
)
def test_a_rival_is_another_of_the_same_kind_where_the_passage_does_not_say_the_one_asked_about(
    passage: str, sentence: str, rival: bool
) -> None:
    lexicon = Lexicon({f"{name}{n}": f"In year {n} {name} Port grew." for n in range(6) for name in ("Lima", "Quito")})
    named = Named("When was Lima Port founded?", "en", lexicon)
    assert named.has_rival(f"{passage} {sentence}", sentence) == rival
