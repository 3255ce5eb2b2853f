"""Question sets of every form, told apart by what is in the file."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from corpus.load import bundled
from eval.cases import QuestionSetError
from eval.rgb import mix
from eval.sets import choose, load_set, load_sets, packaged_set
from eval.sheet import start

OWN = {
    "id": "q1",
    "type": "date",
    "zh": "哪年设立？",
    "answerable": True,
    "evidence": ["2010年"],
    "answers": {"zh": [["2010年"]]},
}
SQUAD: dict[str, Any] = {
    "data": [
        {
            "title": "港",
            "paragraphs": [
                {
                    "context": "  港口在1931年开放。\n\n# 船很多",
                    "qas": [
                        {"id": 1, "question": "哪年开放？", "answers": [{"text": "1931年", "answer_start": 0}]},
                        {"id": "2", "question": "谁剪彩？", "answers": [], "is_impossible": True},
                        {"id": "3", "question": "何处？", "answers": [{"text": "上海", "answer_start": 0}]},
                    ],
                },
                {"context": "泊位有14个。", "qas": []},
            ],
        }
    ]
}
RGB = {
    "id": 7,
    "query": "港口哪年开放？",
    "answer": ["1931年", ["北", "北边"]],
    "positive": [["港口在1931年开放。", "1931年开放了港口。"], ["它在北边。"]],
    "negative": ["泊位有14个。", "船很多。", "茶园在山上。", "雨很大。", "风很大。", "雪很大。"],
}


def written(folder: Path, content: object, name: str = "set.txt") -> Path:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_squad_answer_lies_in_its_paragraph_though_the_files_offset_is_off(tmp_path: Path, article: Article) -> None:
    found = load_set(written(tmp_path, SQUAD), [article])
    (group,) = found.groups
    case, refused = group.cases
    ((place,),) = case.gold.spans
    assert group.articles[0].text[place.start : place.end] == "1931年"
    assert (case.id, case.accepted, case.gold.paragraphs) == ("1", (("1931年",),), ((("1 港", 1),),))
    assert (refused.answerable, refused.gold.spans) == (False, ())
    assert len(group.articles[0].paragraphs) == 2


def test_a_squad_question_whose_answer_is_not_in_its_paragraph_is_left_out_by_name(
    tmp_path: Path, article: Article
) -> None:
    (fault,) = load_set(written(tmp_path, SQUAD), [article]).faults
    assert "set.txt: 3 is left out: its answer '上海' does not stand in its paragraph." in fault


def test_a_broken_squad_file_is_named_with_the_place(tmp_path: Path, article: Article) -> None:
    broken = json.loads(json.dumps(SQUAD))
    del broken["data"][0]["paragraphs"][0]["qas"][1]["question"]
    with pytest.raises(QuestionSetError, match=r"set\.txt: data\[0\]\.paragraphs\[0\]\.qas\[1\]\.question: Field"):
        load_set(written(tmp_path, broken), [article])


def test_an_rgb_question_is_asked_of_passages_with_noise_and_of_noise_alone(tmp_path: Path, article: Article) -> None:
    first, second = load_set(written(tmp_path, RGB), [article], noise=0.4).groups
    (case,), (refused,) = first.cases, second.cases
    texts = [first.articles[0].paragraph_text(part.number) for part in first.articles[0].paragraphs]
    assert texts == ["港口在1931年开放。", "它在北边。", "1931年开放了港口。", "泊位有14个。", "船很多。"]
    assert case.accepted == (("1931年",), ("北", "北边"))
    assert [[number for _, number in group] for group in case.gold.paragraphs] == [[1, 3], [2]]
    assert (refused.answerable, len(second.articles[0].paragraphs)) == (False, 5)


def test_what_one_kind_of_passage_lacks_the_other_makes_up() -> None:
    assert mix(["a"], ["x", "y"], noise=0.8) == (["a"], ["x", "y"])
    assert mix(["a", "b", "c", "d", "e", "f"], ["x"], noise=0.6) == (["a", "b", "c", "d"], ["x"])


def test_a_spreadsheet_in_csv_says_the_same_as_json_lines(tmp_path: Path, article: Article) -> None:
    table = 'id,type,zh,evidence,answers_zh\nq1,date,哪年设立？,2010年,"2010年 | 二〇一〇年\n设立"\n'
    (case,) = load_set(written(tmp_path, table), [article]).cases()
    assert (case.question, case.accepted) == ("哪年设立？", (("2010年", "二〇一〇年"), ("设立",)))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ('{"id": 1}', r"set\.txt:1: id: Input should be a valid string"),
        (json.dumps(OWN) + "\n\n{broken", r"set\.txt:3: Invalid JSON"),
        (json.dumps(RGB) + "\n" + json.dumps(RGB), r"set\.txt:2: the id '7' is already used"),
        ('{"id": 1, "query": "q", "answer": "a"}', r"set\.txt:1: positive: Field required"),
        ('{\n"data": [\n}', r"set\.txt:3: Invalid JSON"),
        ('{"rows": []}', "is in no known form"),
        ("[1, 2]", "is in no known form"),
        ("id,zh,hint\nq,问,x", r"set\.txt: row 1: there is no column 'hint'"),
        ("id,type,zh,answerable\nq,t,问？,perhaps", r"set\.txt: row 2: answerable: 'perhaps' is neither yes nor no"),
        ("id,type,zh\nq,t,问？", r"set\.txt: row 2: an answerable question must have evidence"),
        ("", "holds no questions"),
        ('{"data": []}', "holds no questions"),
        ("PK\x03\x04broken", "cannot be read as a workbook"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content: str, fault: str, tmp_path: Path, article: Article) -> None:
    with pytest.raises(QuestionSetError, match=fault):
        load_set(written(tmp_path, content), [article])


def test_a_set_for_another_article_is_refused_and_one_lost_question_is_left_out(
    tmp_path: Path, article: Article
) -> None:
    lost = OWN | {"id": "q2", "evidence": ["月球"]}
    with pytest.raises(QuestionSetError, match="seems to be for another article"):
        load_set(written(tmp_path, lost), [article])
    found = load_set(written(tmp_path, f"{json.dumps(OWN)}\n{json.dumps(lost)}"), [article])
    assert [case.id for case in found.cases()] == ["q1"]
    assert "q2 is left out: no paragraph of short holds the evidence '月球'" in found.faults[0]


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx"])
def test_a_new_set_is_read_once_its_example_is_about_the_article(ending: str, tmp_path: Path) -> None:
    start(tmp_path / f"new.{ending}")
    with pytest.raises(QuestionSetError, match="seems to be for another article"):
        load_set(tmp_path / f"new.{ending}", [])
    with pytest.raises(QuestionSetError, match="is there already"):
        start(tmp_path / f"new.{ending}")


def test_cmrc_is_read_in_its_own_form_too(tmp_path: Path, article: Article) -> None:
    asked = {"query_id": "T_Q0", "query_text": "谁开垦了茶园？", "answers": ["陈禾", "陈禾"]}
    page = {"context_id": "T", "title": "茶", "context_text": "茶园由陈禾开垦。", "qas": [asked]}
    for content in ([page], {"version": "1", "data": [page]}):
        (case,) = load_set(written(tmp_path, content), [article]).cases()
        assert (case.id, case.accepted, case.gold.spans) == ("T_Q0", (("陈禾",),), ((("1 茶", 3, 5),),))


def test_a_list_of_something_else_is_in_no_known_form(tmp_path: Path, article: Article) -> None:
    for content in ([{"text": "茶"}], [], [1]):
        with pytest.raises(QuestionSetError, match="in no known form"):
            load_set(written(tmp_path, content), [article])


def test_a_sample_repeats_and_keeps_both_languages_and_all_texts() -> None:
    (whole,) = load_sets([], [bundled()])
    one, again = (choose(whole, None, 5, seed=3) for _ in range(2))
    assert one == again != choose(whole, None, 5, seed=4)
    assert len({case.id for case in one.cases()}) == 5
    assert len(list(one.cases())) == 10
    assert one.groups[0].articles == whole.groups[0].articles


def test_two_sets_of_one_name_and_missing_files_are_refused(tmp_path: Path, article: Article) -> None:
    path = written(tmp_path, OWN)
    with pytest.raises(QuestionSetError, match=r"Two question sets are called set\.txt"):
        load_sets([path, path], [article])
    with pytest.raises(QuestionSetError, match="There is no question set"):
        load_sets([tmp_path / "none.jsonl"], [article])
    with pytest.raises(QuestionSetError, match="cannot be read"):
        load_sets([tmp_path], [article])


def test_the_packaged_set_is_read_whole() -> None:
    (found,) = load_sets([], [bundled()])
    assert (found.name, found.faults, packaged_set().is_file()) == ("shuangcheng", (), True)


def test_a_packaged_set_is_named_by_its_name_where_no_file_has_it(
    tmp_path: Path, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["elsewhere", "unread", "visitors", "guests"]
    found = load_sets([Path(name) for name in names], [bundled()])
    assert [(one.name, one.faults) for one in found] == [(name, ()) for name in names]
    assert not any(case.answerable for case in found[0].cases())
    assert [len(list(one.cases())) for one in found] == [2 * 60, 2 * 154, 2 * 80, 2 * 70]
    Path("elsewhere").write_bytes(written(tmp_path, OWN).read_bytes())
    (own,) = load_sets([Path("elsewhere")], [article])
    assert any(case.answerable for case in own.cases())
