"""Things of one kind that a number tells apart."""

import pytest

from rag.signals.rows import is_on_others


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("3号楼什么时候停水？", "1-5号楼将于3月5日停水。", False),
        ("6号楼什么时候停水？", "1-5号楼将于3月5日停水。", True),
        ("2号线何时开工？", "2、3号线将于2025年开工。", False),
        ("3号线何时开工？", "３号线已经开工。", False),
        ("3號線何時開工？", "2号线已经开工。", True),
        ("When does Junction 5 open?", "Junction 4 opens in May.", True),
        ("When does Line 3 open?", "Line 2 opened in 2011 and Line 3 in 2019.", False),
        ("How long is Boeing 737?", "The Boeing 747 is 70 metres long.", True),
        ("What happens on June 5?", "June 4 is a holiday.", False),
    ],
)
def test_things_told_apart_by_numbers(question: str, sentence: str, another: bool) -> None:
    assert is_on_others(question, sentence, "") == another
