import json
from pathlib import Path
from typing import Any

import pytest

from corpus.article import parse
from eval.cases import Case, QuestionSetError
from eval.feedback import convert
from eval.sets import load_set

ARTICLE = parse("mill", "# The Mill\n\nThe mill was built in 1790. It ground corn for two villages.")
QUOTE = "The mill was built in 1790."


def thumb(**changes: Any) -> dict[str, Any]:
    start = ARTICLE.text.index(QUOTE)
    cited = {"article_id": "mill", "section": "The Mill", "paragraph": 1, "start": start, "end": start + len(QUOTE)}
    return {
        "id": "a",
        "good": True,
        "understood": "When was the mill built?",
        "answered": True,
        "short": {"text": "1790"},
        "citations": [{**cited, "quote": QUOTE, "translation": None}],
        **changes,
    }


def written(folder: Path, *thumbs: dict[str, Any]) -> Path:
    path = folder / "feedback.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in thumbs), encoding="utf-8")
    return path


def cases(path: Path) -> list[Case]:
    return list(load_set(path, [ARTICLE]).cases())


def test_a_thumb_up_becomes_a_question_that_the_evaluation_reads(tmp_path: Path) -> None:
    target = tmp_path / "set.jsonl"
    assert convert(written(tmp_path, thumb()), target, [ARTICLE]) == (1, 0)
    (case,) = cases(target)
    assert (case.language, case.accepted) == ("en", (("1790", QUOTE),))
    assert case.gold.paragraphs == ((("mill", 1),),)


def test_a_text_with_an_end_of_line_of_its_own_is_one_line(tmp_path: Path) -> None:
    source = tmp_path / "feedback.jsonl"
    asked = "When was\u2028the mill built?"
    source.write_text(json.dumps(thumb(understood=asked), ensure_ascii=False) + "\n", encoding="utf-8")
    assert convert(source, tmp_path / "set.jsonl", [ARTICLE]) == (1, 0)


def test_a_refusal_with_a_thumb_up_is_a_question_without_an_answer(tmp_path: Path) -> None:
    target = tmp_path / "set.jsonl"
    refused = thumb(answered=False, short=None, citations=[], understood="Who owns the mill?")
    convert(written(tmp_path, refused), target, [ARTICLE])
    assert [case.answerable for case in cases(target)] == [False]


def test_the_last_thumb_on_an_answer_counts_and_a_thumb_down_gives_no_question(tmp_path: Path) -> None:
    source = written(tmp_path, thumb(), thumb(good=False), thumb(id="b", understood="When was it built?"))
    assert convert(source, tmp_path / "set.jsonl", [ARTICLE]) == (1, 1)


def test_thumbs_on_another_article_or_on_words_it_no_longer_has_are_left_out(tmp_path: Path) -> None:
    other = parse("mill", "# The Mill\n\nIt is gone.")
    with pytest.raises(QuestionSetError, match="no thumb up"):
        convert(written(tmp_path, thumb()), tmp_path / "set.jsonl", [other])


@pytest.mark.parametrize("line", ["{", "[]", '{"good": true}'])
def test_a_line_that_is_no_thumb_is_named(tmp_path: Path, line: str) -> None:
    source = tmp_path / "feedback.jsonl"
    source.write_text(line, encoding="utf-8")
    with pytest.raises(QuestionSetError, match=r"feedback\.jsonl:1"):
        convert(source, tmp_path / "set.jsonl", [ARTICLE])
