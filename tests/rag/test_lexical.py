"""The lexical leg, in both languages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from rag import lexical
from rag.lexical import Lexicon, content_words, tokenize

LEXICON = Lexicon(
    {"area": "规划总面积1,200平方公里", "tea": "茶园由陈禾开垦", "port": "The harbours have 14 berths", "none": "——"}
)


@pytest.mark.parametrize(
    ("question", "best"),
    [("面积多大", "area"), ("誰開墾了茶園？", "tea"), ("harbour", "port"), ("ＰＯＲＴ 14", "port")],
)
def test_the_text_that_shares_words_is_found(question: str, best: str) -> None:
    scores = LEXICON.scores(question)
    assert max(scores, key=scores.__getitem__) == best


def test_texts_that_share_nothing_are_not_listed() -> None:
    assert LEXICON.scores("量子计算") == {}
    assert LEXICON.scores("") == {}
    assert set(LEXICON.scores("berth")) == {"port"}


def test_a_number_is_the_same_with_and_without_its_comma() -> None:
    assert tokenize("1,200") == tokenize("1200") == ["1200"]


def test_a_word_the_segmenter_does_not_know_is_found_by_its_bigrams() -> None:
    assert {"两江", "江新", "新区"} <= set(tokenize("两江新区"))


def test_function_words_are_not_content() -> None:
    assert content_words("两江新区的面积是多少？") == ["两江", "新区", "面积"]
    assert content_words("兩江新區的規劃面積有多大？") == ["两江", "新区", "规划", "面积"]
    assert content_words("What’s the port's area?") == ["port", "area"]
    assert content_words("什么时候？") == content_words("When’s that?") == []


@pytest.mark.parametrize(
    ("question", "best"),
    [("How large is the area?", "area"), ("Who owns the garden?", "tea"), ("港口", "port"), ("泊位有几个？", "port")],
)
def test_a_word_of_the_other_language_counts_as_the_words_that_mean_the_same(question: str, best: str) -> None:
    scores = LEXICON.scores(question)
    assert max(scores, key=scores.__getitem__) == best


def test_a_number_never_means_another() -> None:
    assert LEXICON.scores("15") == {}


def test_what_is_known_is_the_share_of_the_words_that_a_text_has() -> None:
    assert LEXICON.known("规划面积") == 1.0
    assert LEXICON.known("the harbour of 茶园") == 1.0
    assert LEXICON.known("规划 spaceship") == 0.5
    assert LEXICON.known("是吗？") == 1.0


@pytest.mark.parametrize("asks", ["What sort of", "Which kinds of", "what types of"])
def test_what_asks_for_a_kind_is_no_content(asks: str) -> None:
    assert content_words(f"{asks} harbour do they want to build?") == ["harbour", "build"]
    assert content_words("want of water") == ["want", "water"]


def test_a_word_no_text_has_is_about_as_rare_as_the_one_it_means() -> None:
    often = Lexicon({**{str(n): "规划面积" for n in range(8)}, "once": "开垦"})
    assert often.rarity("面积", "面积") == often.idf("面积")
    assert often.idf("面积") < often.rarity("area", "area") < often.rarity("ferri", "ferry") == often.idf("ferri")


def test_a_rare_word_counts_for_more_than_two_that_are_everywhere() -> None:
    texts = {str(n): "north harbour" for n in range(8)} | {"rare": "ferry", "both": "north harbour north harbour"}
    scores = Lexicon(texts).scores("north harbour ferry")
    assert max(scores, key=scores.__getitem__) == "rare"
    assert scores["rare"] > 3 * scores["both"]


TEXTS = {str(number): f"north harbour {number} 茶园面积{number}亩" for number in range(40)}


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts were read each time that texts were; few are enough to be kept."""
    told: list[int] = []
    original = lexical._read

    def counting(texts: Mapping[str, str]) -> Any:
        told.append(len(texts))
        return original(texts)

    monkeypatch.setattr(lexical, "_read", counting)
    monkeypatch.setattr(lexical, "KEPT_FROM", 10)
    return told


def test_what_is_kept_in_a_folder_is_not_read_again_and_scores_the_same(tmp_path: Path, read: list[int]) -> None:
    first, second = (Lexicon(TEXTS, tmp_path / "words") for _ in range(2))
    assert read == [40]
    for question in ("harbour 7", "How large is the tea garden?", "飞船"):
        assert second.scores(question) == first.scores(question)
        assert second.known(question) == first.known(question)


def test_other_texts_are_read_and_take_the_place_of_what_was_kept(tmp_path: Path, read: list[int]) -> None:
    for texts in (TEXTS, TEXTS | {"new": "lighthouse"}, TEXTS | {"new": "lighthouse"}):
        lexicon = Lexicon(texts, tmp_path / "words")
    assert read == [40, 41]
    assert set(lexicon.scores("lighthouse")) == {"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["words"]


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("damage", [b"", b"garbage"])
def test_a_damaged_file_of_what_was_kept_is_made_again(tmp_path: Path, damage: bytes) -> None:
    scores = Lexicon(TEXTS, tmp_path / "words").scores("harbour 7")
    for path in sorted((tmp_path / "words").iterdir()):
        path.write_bytes(damage)
        assert Lexicon(TEXTS, tmp_path / "words").scores("harbour 7") == scores


@pytest.mark.usefixtures("read")
def test_where_nothing_can_be_kept_texts_are_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Lexicon(TEXTS, tmp_path / "file" / "words").scores("harbour")
