"""Chunks and sentences know where they stand, and no sentence is ever cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import parse
from corpus.load import bundled
from rag.chunk import MAX_CHUNK, chunk, split_sentences

PARTS = st.sampled_from(
    [
        "天晴。",
        "“好！”",
        "He left. ",
        "3.5 million",
        "他问：“谁？”",
        "\n",
        " ",
        "😀",
        "——",
        "Dr. Ada",
        "…",
        "\n\n",
        "# ",
    ]
)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("天晴。他来了！真的？", ["天晴。", "他来了！", "真的？"]),
        ("“天晴。”他来了。", ["“天晴。”", "他来了。"]),
        ("It rose 2.5 percent. Dr. Ada left.", ["It rose 2.5 percent.", "Dr. Ada left."]),
        ("图为江北嘴。记者 崔力 摄", ["图为江北嘴。记者 崔力 摄"]),
        ("专家怎么看？2月28日，记者来了。", ["专家怎么看？", "2月28日，记者来了。"]),
        ("他说“好！”，走了。（见图。）完。", ["他说“好！”，走了。", "（见图。）", "完。"]),
        ("甲项\n乙项和丙项\n", ["甲项", "乙项和丙项"]),
        ("《你好吗？》是一本书。小张（女，20岁？）来了。", ["《你好吗？》是一本书。", "小张（女，20岁？）来了。"]),
        ("Yahoo!是公司。", ["Yahoo!是公司。"]),
        ("It opened.[3] It closed.[4]", ["It opened.", "It closed."]),
        ("它启用了。[2]它关了[3]。", ["它启用了。", "它关了[3]。"]),
        ("The library (图书馆) burned. It was rebuilt.", ["The library (图书馆) burned.", "It was rebuilt."]),
        ("没有句号", ["没有句号"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_readers_think(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.lists(PARTS).map("".join))
def test_sentences_lie_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = split_sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.lists(PARTS).map("".join))
def test_every_unit_is_found_at_its_offsets(text: str) -> None:
    article = parse("a", text)
    for part in chunk(article):
        for unit in (part.unit, *part.sentences):
            assert article.text[unit.start : unit.end] == unit.text
            assert unit.text in article.paragraph_text(unit.paragraph)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    parts = chunk(parse("a", "这一句话一共有二十个字这里再加几个字。" * 60))
    assert len(parts) > 1
    assert all(part.unit.text.endswith("。") and len(part.unit.text) <= MAX_CHUNK for part in parts)


def test_a_single_sentence_longer_than_a_chunk_stays_whole() -> None:
    (part,) = chunk(parse("a", "长" * 3 * MAX_CHUNK))
    assert len(part.unit.text) == 3 * MAX_CHUNK


def test_ids_are_unique_and_the_same_each_time() -> None:
    ids = [[part.unit.id for part in chunk(bundled())] for _ in range(2)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_every_sentence_of_the_bundled_article_has_its_own_translation() -> None:
    article = bundled()
    for part in chunk(article):
        whole = article.translations[part.unit.paragraph]
        assert [s.translation for s in part.sentences] == [whole[a:b] for a, b in split_sentences(whole)]


def test_where_the_numbers_of_sentences_differ_the_whole_translation_stands_for_each() -> None:
    (part,) = chunk(parse("a", "一。二。", translations={1: "One and two."}))
    assert [s.translation for s in part.sentences] == ["One and two."] * 2


@pytest.mark.parametrize(
    "sentences",
    [
        ("Delivery costs $4.95.", "Parts are sent in a week."),
        ("It is 8.75.", "Nobody came."),
        ("Three members voted no.", "Harris left early in May.", "The bridge fell."),
        ("See No. 5 for more.", "It is short."),
        ("Room no. A12 is shut.", "Ask the desk."),
        ("Open the lid.", "2. Press the button.", "3. Wait."),
    ],
)
def test_a_decimal_or_a_short_word_ends_a_sentence(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    assert tuple(text[a:b] for a, b in split_sentences(text)) == sentences
