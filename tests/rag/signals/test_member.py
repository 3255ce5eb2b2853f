"""A part that a text only lists has none of what is said of the whole."""

import pytest

from rag import Assistant

TOWN = "青山镇2005年设镇，面积86平方公里，下辖东村、西村和南村。\n\n镇里的学校有学生300人。"
SCHOOL = (
    "The Ashford School opened in 1998. It has 640 pupils. It includes a music wing, a science wing and a sports hall."
)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (TOWN, "东村面积多大？"),
        (TOWN, "西村是哪一年设立的？"),
        (SCHOOL, "When did the music wing open?"),
        (SCHOOL, "How many pupils are in the science wing?"),
    ],
)
def test_what_is_said_of_the_whole_is_no_answer_on_a_part(text: str, question: str) -> None:
    assert not Assistant.from_texts({"a": text}).ask(question).answered


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (TOWN, "青山镇面积多大？", "86平方公里"),
        (TOWN + "\n\n东村面积12平方公里。", "东村面积多大？", "12平方公里"),
        (TOWN, "东村所在的青山镇面积多大？", "86平方公里"),
        (SCHOOL, "When did the school open?", "1998"),
        ("套票包括门票和观光车，成人80元。", "观光车多少钱？", "80元"),
        ("园内设有停车场，可停300辆车。", "停车场能停多少辆车？", "300辆"),
        ("镇上的福利院包括食堂。\n\n食堂2019年完工。", "食堂是哪年完工的？", "2019年"),
        ("Services include free parking, which closes at 11 pm.", "When does the parking close?", "11 pm"),
        (SCHOOL + "\n\nThe music wing opened in 2004.", "When did the music wing open?", "2004"),
    ],
)
def test_what_is_said_of_the_part_or_asked_of_the_whole_is_answered(text: str, question: str, short: str) -> None:
    found = Assistant.from_texts({"a": text}).ask(question).short
    assert (found and found.text) == short


def test_which_whole_a_part_belongs_to_is_answered_by_the_list() -> None:
    answer = Assistant.from_texts({"a": TOWN}).ask("东村属于哪个镇？")
    assert "下辖东村" in answer.text
