"""Marks and sentences in a model's text, whatever pieces it comes in."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rag.generate.marks import MarkReader, Said, SentenceReader, ends_whole

RAW = st.lists(
    st.sampled_from(
        ["[", "]", "［1］", "【2", "】", "[1-3]", "1", "12", ",", "。", ". ", "面积", "Area ", "\n", "”", "*", "“"]
    )
).map("".join)


def read(*pieces: str) -> list[Said]:
    reader = SentenceReader()
    return [said for piece in pieces for said in reader.feed(piece)] + reader.close()


def plain(*pieces: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(said.text, said.numbers) for said in read(*pieces)]


@pytest.mark.parametrize(
    ("mark", "numbers"),
    [
        ("[1]", (1,)),
        ("［1］", (1,)),
        ("【１】", (1,)),
        ("[1,2]", (1, 2)),
        ("[1， 3]", (1, 3)),
        ("[2][1]", (2, 1)),
        ("[1-3]", (1, 2, 3)),
        ("[[1]]", (1,)),
        ("[来源2]", (2,)),
        ("[Source 2]", (2,)),
        ("【4†source】", (4,)),
    ],
)
def test_a_mark_is_read_in_every_form_beside_chinese_characters(mark: str, numbers: tuple[int, ...]) -> None:
    assert plain(f"面积是320亩{mark}。") == plain(f"面积是320亩。{mark}") == [("面积是320亩。", numbers)]


@pytest.mark.parametrize("half", ["[", "[1", "【1，", "[1, 2"])
def test_half_a_mark_at_the_end_is_left_out(half: str) -> None:
    assert plain(f"面积是320亩。{half}") == [("面积是320亩。", ())]


def test_nothing_of_a_mark_shows_before_it_is_complete() -> None:
    reader = MarkReader()
    assert list(reader.feed("面积[")) == ["面积"]
    assert list(reader.feed("1")) == []
    assert list(reader.feed("2]大")) == [(12,), "大"]


def test_brackets_around_words_are_no_mark_and_vanish() -> None:
    assert plain("【要点】面积是320亩[注]。") == [("要点面积是320亩注。", ())]


def test_a_half_mark_before_long_text_loses_its_number_only() -> None:
    assert plain("面积[1, 是三百二十亩，这是一句很长很长很长很长的话。") == [
        ("面积是三百二十亩，这是一句很长很长很长很长的话。", ())
    ]


def test_marks_belong_to_the_sentence_before_them_and_not_to_the_next() -> None:
    assert plain("甲。[1] 乙[2]。丙。") == [("甲。", (1,)), ("乙。", (2,)), ("丙。", ())]


def test_a_space_before_a_mark_goes_with_it() -> None:
    assert plain("It is 3.5 km [1], or so [2] they say.") == [("It is 3.5 km, or so they say.", (1, 2))]


def test_english_sentences_end_where_abbreviations_do_not() -> None:
    assert [text for text, _ in plain("Dr. Lund of the U.S. came at 3.5 m.[1] It rained. ")] == [
        "Dr. Lund of the U.S. came at 3.5 m.",
        "It rained.",
    ]


def test_items_of_a_list_are_sentences_and_their_introduction_goes_with_the_first() -> None:
    first, second = read("有两项：\n1. 面积320亩[1]\n2. 游客2600名[2]")
    assert first.text == "有两项： 1. 面积320亩"
    assert (second.before, second.claim, second.numbers) == ("\n", "游客2600名", (2,))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=RAW, cuts=st.lists(st.integers(0, 60), max_size=6))
def test_the_pieces_make_no_difference(raw: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(raw)) for cut in cuts), len(raw)]
    assert read(*(raw[a:b] for a, b in pairwise(edges))) == read(raw)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=RAW)
def test_no_square_bracket_is_ever_left_in_a_sentence(raw: str) -> None:
    assert not any(set("[]［］【】") & set(said.text) for said in read(raw))


@pytest.mark.parametrize(("text", "whole"), [("", True), ("好。[1]", True), ("- 面积", True), ("面积是12", False)])
def test_a_text_that_breaks_off_is_told(text: str, whole: bool) -> None:
    assert ends_whole(text) == whole
