"""What the reader learns from."""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from eval.news import read_pages
from eval.teach import WRONG, Taught, answered, news, of_page, of_paragraphs, of_texts, read_teaching, wrong
from eval.texts import Text
from eval.trials import read_everyday
from rag.types import Language
from tests.eval.test_news import LINES
from tests.eval.test_pages import PAGE, STORY

SENTENCES = ["茶园面积是320亩。", "每年四月采茶。", "陈禾开垦了茶园。", "港口有14个泊位。", "春天多雨。"]
FORMS: Sequence[tuple[Language, Language]] = (("zh", "zh"), ("zh", "en"), ("en", "en"), ("en", "zh"))
TEXT = Text(SENTENCES, ["", *SENTENCES[:-1]])


def test_the_questions_are_on_lines_of_the_corpus_that_no_page_has(tmp_path: Path) -> None:
    corpus = tmp_path / "news.tsv"
    corpus.write_text("\n".join(f"Line {number}.\t第{number}句。" for number in range(LINES)), encoding="utf-8")
    taken = {at for page in read_pages(corpus) for at, _, _ in page.lines}
    taught = read_teaching()
    assert sum(map(len, taught.values())) > 7000
    for (start, end), questions in taught.items():
        assert taken.isdisjoint(range(start, end))
        assert all(start <= line < end for one in questions for line in one.lines)
        assert all(one.answers["zh"] and one.answers["en"] for one in questions)
    near_misses = sum(not one.lines for questions in taught.values() for one in questions)
    assert 0.3 < near_misses / sum(map(len, taught.values())) < 0.4


def test_the_sentence_that_answers_is_right_and_the_likeliest_others_are_not() -> None:
    [group] = answered(TEXT, "茶园有多大？", [0], "320亩", random.Random(1))
    first, *others = group
    assert (first.right, first.pair.sentence, first.answer) == (True, SENTENCES[0], (5, 9))
    assert len(others) == WRONG
    assert others[0].pair.sentence in SENTENCES[1:3]
    assert not any(one.right or one.pair.sentence == SENTENCES[0] for one in others)


def test_a_sentence_without_its_answer_is_a_near_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.teach.BARE", 1.0)
    _, bare = answered(TEXT, "有几个泊位？", [3], "14", random.Random(1))
    assert bare[0].pair.sentence == "港口有个泊位。"
    assert not any(one.right for one in bare)


def test_where_the_answer_is_cut_off_nothing_is_learned() -> None:
    long = Text(["茶园的" + "茶" * 99 + "面积是320亩。", "每年四月采茶。"], ["", ""])
    assert list(answered(long, "茶园有多大？", [0], "320亩", random.Random(1))) == []


def test_what_is_not_answered_has_no_right_candidate_and_not_what_is_gone() -> None:
    group = wrong(TEXT, "茶园有多大？", [0], 4, random.Random(1))
    assert not any(one.right for one in group)
    assert SENTENCES[0] not in {one.pair.sentence for one in group}


def test_a_text_of_one_sentence_is_enough() -> None:
    one = Text(SENTENCES[:1], [""])
    assert len(wrong(one, "茶园有多大？", [], 4, random.Random(1))) == 1
    assert wrong(one, "茶园有多大？", [0], 4, random.Random(1)) == []


def test_paragraphs_give_their_questions_with_the_sentence_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.teach.GONE", 1.0)
    paragraphs = [("茶园在北坡。陈禾开垦了茶园。", [("1", "谁开垦了茶园？", "陈禾")]), ("港口有14个泊位。", [])]
    taught, gone = of_paragraphs(paragraphs, random.Random(1))
    assert (taught[0].pair.before, taught[0].pair.sentence) == ("茶园在北坡。", "陈禾开垦了茶园。")
    assert len(taught) == 1 + WRONG
    assert "陈禾" not in "".join(one.pair.sentence for one in gone)


def test_a_sentence_of_another_paragraph_that_says_the_answer_as_well_is_not_wrong() -> None:
    paragraphs = [("茶园在北坡。陈禾开垦了茶园。", [("1", "谁开垦了茶园？", "陈禾")]), ("陈禾也有茶园。下雨。", [])]
    [taught, *_] = of_paragraphs(paragraphs, random.Random(1))
    assert {one.pair.sentence for one in taught[1:]} == {"茶园在北坡。", "下雨。"}


def test_questions_on_news_are_put_to_text_in_both_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Taught({"zh": "谁开垦了茶园？", "en": "Who planted the garden?"}, [1], {"zh": "陈禾", "en": "Mira Holt"})
    lines = [
        "A tea garden.\t茶园。",
        "Mira Holt planted it.\t陈禾开垦了它。",
        "It is large.\t它很大。",
        "It rains.\t下雨。",
    ]
    (tmp_path / "news.tsv").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("eval.teach.ACROSS", 1.0)
    monkeypatch.setattr("eval.teach.read_teaching", lambda: {(0, 4): [asked]})
    groups = [group for group in of_texts(news(tmp_path / "news.tsv"), random.Random(1)) if group[0].right]
    read = [(group[0].pair.question, group[0].pair.sentence) for group in groups]
    texts: Mapping[Language, str] = {"zh": "陈禾开垦了它。", "en": "Mira Holt planted it."}
    assert read == [(asked.questions[lang], texts[other]) for lang, other in FORMS]
    assert {
        one.pair.before for group in groups for one in group if one.pair.sentence in ("它很大。", "It is large.")
    } <= {""}


def test_questions_on_pages_are_put_to_their_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.teach.ACROSS", 0.0)
    monkeypatch.setattr("eval.teach.BARE", 0.0)
    taught = list(of_texts([of_page(PAGE)], random.Random(1)))
    assert [group[0].right for group in taught] == [True, True, False, False]
    first = taught[0][0]
    assert (first.pair.before, first.pair.sentence, first.answer) == (STORY[1][1], STORY[2][1], (0, 2))
    assert not {one.pair.sentence for group in taught for one in group} & {STORY[0][1], STORY[0][2]}


def test_some_questions_are_put_to_a_text_that_has_nothing_to_do_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.teach.ASTRAY", 1.0)
    monkeypatch.setattr("eval.teach.ACROSS", 0.0)
    monkeypatch.setattr("eval.teach.BARE", 0.0)
    harbour = {"zh": "港口有几个泊位？", "en": "How many berths has the harbour?"}
    other = Taught(harbour, [0], {"zh": "14个", "en": "14"})  # type: ignore[arg-type]
    groups = list(of_texts([of_page(PAGE), ({"zh": TEXT, "en": TEXT}, [other])], random.Random(1)))
    strange = [group for group in groups[4:6] if group[0].pair.question in harbour.values()]
    assert len(strange) == 2
    assert not any(one.right for group in strange for one in group)
    assert {one.pair.sentence for one in strange[0]} <= {STORY[line][1] for line in (1, 2, 3)}


def test_everyday_questions_are_put_to_every_text_and_nothing_answers_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.teach.EVERYDAY", 1.0)
    everyday = {question for pair in read_everyday("taught") for question in pair}
    groups = list(of_texts([of_page(PAGE)], random.Random(1)))
    put = [group for group in groups if group[0].pair.question in everyday]
    assert len({group[0].pair.question for group in put}) == 2 * len(PAGE.questions)
    assert not any(one.right for group in put for one in group)
