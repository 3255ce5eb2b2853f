"""The bundled reader, which reads a question and a sentence together."""

import os
from pathlib import Path

import pytest

from rag.errors import ModelError
from rag.meaning import word_vectors
from rag.reader.model import MODEL, Reader, reader
from rag.reader.pair import BEFORE, QUESTION, SENTENCE, Pair


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("茶园是谁开垦的？", "茶园由陈禾在1987年开垦。", "茶园位于山的北坡，面积是320亩。"),
        ("茶园是哪一年开垦的？", "茶园由陈禾在1987年开垦。", "每年四月采茶，采茶的多是本地人。"),
        ("Who cut the ribbon at the harbour?", "Mayor Ada Lund cut the ribbon.", "The harbour has 14 berths."),
        ("How many ships can lie there at once?", "The harbour has 14 berths.", "Mayor Ada Lund cut the ribbon."),
        ("When was the garden planted?", "茶园由陈禾在1987年开垦。", "茶园位于山的北坡，面积是320亩。"),
        ("港口有多少个泊位？", "The harbour has 14 berths.", "Mayor Ada Lund cut the ribbon."),
    ],
)
def test_what_answers_is_surer_than_what_does_not(question: str, right: str, wrong: str) -> None:
    one, other = reader().scores([Pair(question, "", right), Pair(question, "", wrong)])
    assert one > other


@pytest.mark.parametrize(
    ("question", "filler", "end", "other"),
    [
        (
            "Who cut the ribbon?",
            "The harbour lies at the mouth of a river, has 14 berths, is dredged every spring, ",
            "and its ribbon was cut by Mayor Ada Lund.",
            "and its sheds are painted a dark shade of green.",
        ),
        ("茶园是谁开垦的？", "茶园位于山的北坡，面积是320亩，每年四月采茶，", "由陈禾开垦。", "多数是本地人。"),
    ],
)
def test_the_end_of_a_long_sentence_is_read(question: str, filler: str, end: str, other: str) -> None:
    holds, lacks = (Pair(question, "", filler * 8 + said) for said in (end, other))
    assert len(holds.tokens()[0]) <= QUESTION + BEFORE + SENTENCE + 4
    one, two = reader().scores([holds, lacks])
    assert one > two + 0.2


def test_what_a_sentence_lacks_makes_it_less_sure() -> None:
    asked = "Who designed the harbour?"
    holds, lacks = (
        Pair(asked, "", f"The harbour was designed {how}.") for how in ("by Ada Lund, an engineer", "with great care")
    )
    one, other = reader().scores([holds, lacks])
    assert one > other


def test_what_is_said_of_a_sentence_does_not_hang_on_the_others() -> None:
    pairs = [Pair("茶园有多大？", "", text) for text in ("茶园面积是320亩。", "每年四月采茶。" * 9, "")]
    assert reader().scores(pairs) == [reader().scores([pair])[0] for pair in pairs]
    assert reader().scores(pairs[::-1]) == reader().scores(pairs)[::-1]


def test_a_long_text_is_cut_and_marks_are_no_words_of_the_text() -> None:
    tokens, start = Pair("harbour " * 900, "garden " * 900, "berth " * 900).tokens()
    assert (start, len(tokens)) == (QUESTION + BEFORE + 3, QUESTION + BEFORE + SENTENCE + 4)
    assert Pair("", "", "[SEP]").tokens()[0].count(tokens[-1]) == 3


def test_nothing_to_read_gives_no_scores() -> None:
    assert reader().scores([]) == []


def test_it_was_made_with_the_bundled_word_vectors() -> None:
    assert reader().vectors == word_vectors().fingerprint


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_process_forked_later_reads_as_well() -> None:
    pairs = [Pair("茶园有多大？", "", "茶园面积是320亩。")] * 2
    here = reader().scores(pairs)
    if (child := os.fork()) == 0:
        os._exit(0 if reader().scores(pairs) == here else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_a_damaged_reader_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / MODEL).write_bytes(b"no model")
    with pytest.raises(ModelError, match="install the package again"):
        Reader(tmp_path)
