import json
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article, parse
from eval.cases import QuestionSetError
from eval.dataset import Question, locate
from eval.sets import load_set, packaged_set

GOOD: dict[str, Any] = {
    "id": "q1",
    "type": "date",
    "section": "双城",
    "zh": "哪年设立？",
    "en": "When was it founded?",
    "answerable": True,
    "evidence": ["2010年"],
    "answers": {"zh": [["2010年"]], "en": [["2010"]]},
}
REFUSED = {"answerable": False, "evidence": [], "answers": {"zh": [], "en": []}}


def write(folder: Path, *questions: dict[str, Any]) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(json.dumps(question) for question in questions), encoding="utf-8")
    return path


def gold_of(source: str, *evidence: str, any_one: bool = False) -> Any:
    changes = {"evidence": evidence, "evidence_any": any_one, "answers": {"zh": (("甲",),), "en": (("a",),)}}
    return locate(Question(**(GOOD | changes)), [parse("a", source)])


def test_a_set_is_read_in_its_order_and_blank_lines_are_passed_over(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "set.jsonl"
    second = GOOD | {"id": "q0"} | REFUSED
    path.write_text(f"\ufeff{json.dumps(GOOD)}\n\n{json.dumps(second)}\n", encoding="utf-8")
    assert [case.id for case in load_set(path, [article]).cases()] == ["q1", "q1", "q0", "q0"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"zh": 5}, "zh: Input should be a valid string"),
        ({"answerable": "yes"}, "answerable: Input should be a valid boolean"),
        ({"hint": "x"}, "hint: Extra inputs are not permitted"),
        ({"en": " "}, "en: String should have at least 1 character"),
        ({"answers": {"zh": [[]], "en": [["2010"]]}}, "answers.zh[0]: Tuple should have at least 1 item"),
        ({"evidence": []}, "an answerable question must have evidence"),
        ({"answers": {"zh": [["2010年"]]}}, "an answerable question must have answers.en"),
        ({"answerable": False}, "an unanswerable question must not have evidence"),
    ],
)
def test_a_faulty_line_is_named_with_its_fault(
    changes: dict[str, Any], fault: str, tmp_path: Path, article: Article
) -> None:
    path = write(tmp_path, GOOD, GOOD | {"id": "q2"} | changes)
    with pytest.raises(QuestionSetError) as raised:
        load_set(path, [article])
    assert str(raised.value).startswith(f"{path}:2: {fault}")


def test_a_missing_field_is_named(tmp_path: Path, article: Article) -> None:
    path = write(tmp_path, {name: value for name, value in GOOD.items() if name != "type"})
    with pytest.raises(QuestionSetError, match=r"set\.jsonl:1: type: Field required"):
        load_set(path, [article])


def test_a_question_in_no_language_is_refused(tmp_path: Path, article: Article) -> None:
    path = write(tmp_path, {name: value for name, value in GOOD.items() if name not in {"zh", "en"}})
    with pytest.raises(QuestionSetError, match="must be asked in zh, in en, or in both"):
        load_set(path, [article])


def test_a_line_that_is_not_json_is_named_by_number(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(GOOD) + "\n\n{not json", encoding="utf-8")
    with pytest.raises(QuestionSetError, match=r"set\.jsonl:3: Invalid JSON"):
        load_set(path, [article])


def test_an_id_used_twice_is_refused(tmp_path: Path, article: Article) -> None:
    with pytest.raises(QuestionSetError, match=r":2: the id 'q1' is already used"):
        load_set(write(tmp_path, GOOD, GOOD), [article])


def test_evidence_is_found_in_every_place_with_white_space_folded() -> None:
    source = "# 标题\n\n甲 乙\n丙。\n\n丁。\n\n又甲乙丙"
    gold = gold_of(source, "甲乙 丙")
    text = parse("a", source).text
    assert [text[start:end] for _, start, end in gold.spans[0]] == ["甲 乙\n丙", "甲乙丙"]
    assert gold.paragraphs == ((("a", 1), ("a", 3)),)


def test_each_piece_of_evidence_is_a_group_but_a_paragraph_counts_once() -> None:
    gold = gold_of("甲乙\n\n丙", "甲", "乙", "丙")
    assert gold.spans == ((("a", 0, 1),), (("a", 1, 2),), (("a", 4, 5),))
    assert gold.paragraphs == ((("a", 1),), (("a", 2),))


def test_any_evidence_makes_one_group() -> None:
    gold = gold_of("甲乙\n\n丙", "丙", "甲", any_one=True)
    assert gold.spans == ((("a", 4, 5), ("a", 0, 1)),)
    assert gold.paragraphs == ((("a", 1), ("a", 2)),)


def test_evidence_that_stands_only_in_a_heading_is_no_gold() -> None:
    with pytest.raises(ValueError, match="no paragraph of a holds"):
        gold_of("# 标题\n\n正文", "标题")


def test_an_unanswerable_question_has_no_gold(article: Article) -> None:
    gold = locate(Question(**(GOOD | REFUSED | {"evidence": (), "answers": {}})), [article])
    assert (gold.spans, gold.paragraphs) == ((), ())


def test_the_packaged_set_is_a_file_of_questions() -> None:
    lines = packaged_set().read_text(encoding="utf-8").splitlines()
    assert len([Question.model_validate_json(line) for line in lines]) >= 80
