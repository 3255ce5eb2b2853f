"""Of several numbers or times the one of the rank, the floor, the day and the state that is asked about."""

import pytest

from rag.short.find import find


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("主任医师的挂号费是多少？", "挂号费：副主任医师15元，主任医师25元。", "25元"),
        ("副主任医师的挂号费是多少？", "挂号费：副主任医师15元，主任医师25元。", "15元"),
        ("口腔科现在有多少台诊椅？", "口腔科的诊椅由9台增加到22台。", "22台"),
        ("口腔科以前有多少台诊椅？", "口腔科的诊椅由9台增加到22台。", "9台"),
        ("内科在几楼？", "门诊部共有两栋楼。", None),
        ("古籍部在几层？", "古籍部搬至北馆三层。", "三层"),
        ("新规定从哪天开始实行？", "自习室：8:30开始，周一闭馆。", None),
        ("新规定从哪天开始实行？", "新规定自5月1日起实行。", "5月1日"),
    ],
)
def test_ranks_changes_floors_and_first_days_are_told_apart(question: str, text: str, answer: str | None) -> None:
    span = find(question, question, "zh", text)
    assert (text[span.start : span.end] if span else None) == answer
