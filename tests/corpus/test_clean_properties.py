"""What cleaning keeps true of any text at all."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.clean import clean

PIECES = [
    *"两江新区天府“双城”，。、：；（）—规划面积记者摄年月日12５75%一二#-|·",
    *(" ", "  ", "\t", "\u3000", "\xa0", "\n", "\n", "\n\n", "\r\n", "\r", "\x0c", "\u2028", "\n　　", "\n  "),
    *(
        "\xad",
        "\xad\n",
        "\u200b",
        "\ufeff",
        "\x00",
        "\u200d",
        "😀",
        "👨\u200d👩",
        "\ud800",
        "# ",
        "- ",
        "| ",
        "1. ",
        "-\n",
    ),
    *("the ", "harbour ", "Light, ", "inter-", "national ", "was.\n", "1,578 ", "yes: "),
]


def wrapped(width: int, words: list[str]) -> str:
    line = "".join(words)
    return "\n".join(line[i : i + width] for i in range(0, len(line), width))


PRINTED = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=80).map("".join),
    st.builds(wrapped, st.integers(8, 40), st.lists(st.sampled_from([*PIECES[:16], "规划，", "天府。"]), min_size=40)),
    st.builds(textwrap.fill, st.lists(st.sampled_from(PIECES[-8:]), min_size=20).map("".join), st.integers(20, 70)),
    st.text(max_size=60),
)
RAW_TEXTS = st.lists(PRINTED, min_size=1, max_size=4).map("\n\n".join)
thorough = settings(deadline=None, database=None, derandomize=True, max_examples=300)


@thorough
@given(RAW_TEXTS)
def test_every_printed_character_is_the_raw_one_at_its_offset(raw: str) -> None:
    page = clean(raw)
    assert len(page.text) == len(page.offsets)
    assert list(page.offsets) == sorted(page.offsets)
    for char, offset in zip(page.text, page.offsets, strict=True):
        assert char == raw[offset] or (char.isspace() and raw[offset].isspace())


@thorough
@given(RAW_TEXTS)
def test_cleaning_clean_text_changes_nothing(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once


@pytest.mark.parametrize("unit", ["中 ", "a\n", "-\n", "（ 中", "\x00a", "\xad \n", "1 中", "”", "中\n\n", "记者 "])
def test_long_nonsense_is_survived(unit: str) -> None:
    raw = unit * 20_000
    assert all(char.isspace() or char in unit for char in clean(raw).text)
