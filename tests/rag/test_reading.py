"""The likeliest sentences are read, the others are not."""

import pytest

from rag import Assistant
from rag.reader.model import reader
from rag.reader.pair import Pair
from rag.reading import MOST, NEAR, pairs, read_likeliest
from rag.types import Language
from tests.rag.test_extract import NOTHING

ASKED = "茶园是谁开垦的？"
TEXTS = ("每年四月采茶。", "茶园由陈禾在1987年开垦。", "茶园在北坡。", "港口有泊位。", "春天多雨。", "山上有庙。")


def test_only_the_likeliest_are_read_and_the_others_are_as_likely_as_the_least_likely_of_them() -> None:
    given = [Pair(ASKED, "", text) for text in (*TEXTS, "路边有灯。", "河水很清。")]
    found = [one.read for one in read_likeliest([NOTHING] * 8, given, [2.2, 3.0, 2.5, 2.3, 2.6, 2.4, 2.1, 2.0])]
    assert len(set(found)) == MOST
    assert found[6] == found[7] == min(found)
    assert found[1] == max(found)


def test_where_one_is_far_ahead_it_alone_is_read() -> None:
    given = [Pair(ASKED, "", text) for text in TEXTS]
    found = [one.read for one in read_likeliest([NOTHING] * 6, given, [0.0, NEAR + 0.1, 0.0, 0.0, 0.0, 0.0])]
    assert found == reader().scores([given[1]]) * 6


def test_nothing_is_read_where_nothing_was_found() -> None:
    assert read_likeliest([], [], []) == []


@pytest.mark.parametrize(
    ("asked", "language", "before"),
    [(ASKED, "zh", "茶园位于山的北坡，面积是320亩。"), ("Who planted it?", "en", "The harbour")],
)
def test_a_sentence_is_read_with_the_one_before_it_or_its_heading(
    two_articles: Assistant, asked: str, language: Language, before: str
) -> None:
    hits = two_articles.retriever.searcher.search(asked, 9)
    units = {unit.text: unit for hit in hits for unit in hit.chunk.sentences}
    texts = {"zh": "茶园由陈禾在1987年开垦。", "en": "The harbour opened in 1931."}
    assert pairs(asked, language, [units[texts[language]]], hits) == [Pair(asked, before, texts[language])]


def test_each_item_of_a_list_is_read_with_the_heading() -> None:
    searcher = Assistant.from_texts({"a": "# 票价\n\n- 成人：50元\n- 儿童：20元。半天有效。"}).retriever.searcher
    hits = searcher.search("儿童票多少钱？", 9)
    units = [unit for hit in hits for unit in hit.chunk.sentences]
    found = pairs("儿童票多少钱？", "zh", units, hits)
    assert [one.before for one in found] == ["票价", "票价", "- 儿童：20元。"]


@pytest.mark.parametrize(
    ("text", "befores"),
    [
        ("收费如下：\n- 成人50元。\n- 儿童20元。", ["票价", "收费如下：", "收费如下："]),
        ("她1970年生。\n她在港口工作。", ["票价", "她1970年生。"]),
        ("\n".join(f"- 第{n}类：{'很' * 40}贵" for n in range(1, 13)), ["票价"] * 12),
    ],
    ids=["announced", "no items", "two chunks"],
)
def test_what_stands_before_the_first_item_stands_before_each(text: str, befores: list[str]) -> None:
    searcher = Assistant.from_texts({"a": f"# 票价\n\n{text}"}).retriever.searcher
    hits = sorted(searcher.search("多少钱？", 9), key=lambda hit: hit.chunk.unit.start)
    units = [unit for hit in hits for unit in hit.chunk.sentences]
    assert [one.before for one in pairs("多少钱？", "zh", units, hits)] == befores


def test_where_there_is_a_translation_that_is_read(assistant: Assistant) -> None:
    asked = "When was Tianfu New Area approved?"
    hits = assistant.retriever.searcher.search(asked, 3)
    units = [unit for hit in hits for unit in hit.chunk.sentences]
    assert [pair.sentence for pair in pairs(asked, "en", units, hits)] == [unit.translation for unit in units]


def test_a_by_line_is_read_as_what_it_means() -> None:
    searcher = Assistant.from_texts({"a": "# 茶园\n\n□陈禾\n\n茶园在北坡。"}).retriever.searcher
    hits = searcher.search(ASKED, 9)
    units = [unit for hit in hits for unit in hit.chunk.sentences if "陈禾" in unit.text]
    assert [pair.sentence for pair in pairs(ASKED, "zh", units, hits)] == ["作者：陈禾"]


def test_what_already_says_that_it_was_written_is_not_told_twice() -> None:
    asked = "Who wrote about the garden?"
    searcher = Assistant.from_texts(
        {"a": "# The garden\n\nBy Jane Doe\n\nThe garden lies in the north."}
    ).retriever.searcher
    hits = searcher.search(asked, 9)
    units = [unit for hit in hits for unit in hit.chunk.sentences if "Jane" in unit.text]
    assert [pair.sentence for pair in pairs(asked, "en", units, hits)] == ["Written by Jane Doe"]
