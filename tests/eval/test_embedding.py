"""The comparison of embedding models, on data whose right answers are plain."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from eval import embedding
from eval.embedding import Task, cell, compare, hybrid, lexical, tasks

FACTS = {
    "zh": {
        "1": ("茶园面积是多少？", "茶园面积320亩。茶叶很香。"),
        "2": ("港口哪年开放？", "港口在1931年开放。船很多。"),
    },
    "en": {
        "1": ("How large is the tea garden?", "The tea garden has 320 mu. Tea smells good."),
        "2": ("When did the harbour open?", "The harbour opened in 1931. There are ships."),
    },
}


def squad(facts: dict[str, tuple[str, str]], mark: str) -> str:
    """A file of paragraphs of two sentences each, the first of which answers."""
    paragraphs = []
    for key, (question, context) in facts.items():
        end = context.index(mark) + len(mark)
        qas = [{"id": key, "question": question, "answers": [{"text": context[:2], "answer_start": 0}]}]
        breaks = {"sentence_breaks": [[0, end], [end, len(context)]], "sentences": [context[:end], context[end:]]}
        paragraphs.append({"context": context, "qas": qas, **breaks})
    return json.dumps({"data": [{"title": "", "paragraphs": paragraphs}]})


@pytest.fixture
def data(tmp_path: Path) -> Path:
    dev, train = tmp_path / "dev", tmp_path / "train"
    (dev / "mlqa-r").mkdir(parents=True)
    train.mkdir()
    for language, mark in (("zh", "。"), ("en", ".")):
        (dev / "mlqa-r" / f"{language}.json").write_text(squad(FACTS[language], mark), encoding="utf-8")
    for name in ("cmrc2018_dev", "DRCD_dev"):
        (dev / f"{name}.json").write_text(squad(FACTS["zh"], "。"), encoding="utf-8")
    lines = "".join(f"I have {number} books.\t我有{number}本书。\n" for number in range(100))
    (train / "tatoeba.en-zh.tsv").write_text(lines, encoding="utf-8")
    return tmp_path


def test_every_direction_is_measured_with_the_gold_text_in_its_place(data: Path) -> None:
    measured = {(task.kind, task.name): task for task in tasks(data)}
    assert len(measured) == 2 + 8 + 2
    crossed = measured["sentence", "en->zh"]
    assert [crossed.texts[place] for place in crossed.gold] == ["茶园面积320亩。", "港口在1931年开放。"]
    assert crossed.questions[0] == "How large is the tea garden?"


def test_each_model_stands_alone_and_beside_bm25(data: Path) -> None:
    found = compare(["bundled"], [task for task in tasks(data) if task.kind != "pairs"])
    assert list(found["paragraph"]) == ["bm25", "bundled", "bm25 + bundled"]
    assert found["paragraph"]["bundled"]["en->zh"].startswith("100.0")
    assert found["paragraph"]["bm25"]["zh->zh"].startswith("100.0")


def test_words_of_another_language_find_their_text_by_what_they_mean() -> None:
    scores, known = lexical(Task("sentence", "en->zh", ["the harbour"], ["茶园", "港口"], [1]))
    assert cell(scores, [1]) == "100.0 / 100.0 / 100.0"
    assert known.tolist() == [0.0]


def test_joined_scores_do_not_depend_on_the_scale_of_a_leg() -> None:
    dense, words = np.array([[0.2, 0.9, 0.4]]), np.array([[3.0, 0.0, 5.0]])
    known = np.array([0.5])
    np.testing.assert_allclose(hybrid(dense, words, known), hybrid(dense * 10 + 3, words / 7, known))
    assert np.isfinite(hybrid(dense, np.zeros((1, 3)), known)).all()


def test_the_tables_are_printed(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["embedding", str(data), "english"])
    monkeypatch.setenv("COLUMNS", "200")
    embedding.main()
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("pairs", "paragraph", "sentence", "bm25 + english", "cmrc2018", "DRCD"))
