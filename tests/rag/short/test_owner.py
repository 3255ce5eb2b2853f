"""Of two persons in a sentence each has their own."""

import pytest

from rag.short.find import find
from rag.short.owner import begins_with_other, lacks_role

DOCTORS = "院长周启文1978年毕业于江南医学院，妻子何秀兰是本院药剂师。"


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("周启文是哪年毕业的？", DOCTORS, "1978年"),
        ("何秀兰是哪年毕业的？", DOCTORS, ""),
        ("周启文的妻子哪年毕业？", DOCTORS, "1978年"),  # kin may be meant: left as it was
        ("张明哪年结婚？", "张明进厂后，1950年与李兰结婚。", "1950年"),
        ("孙梅是哪所大学的教授？", "江南晨报记者专访了浙江理工大学教授孙梅。", "浙江理工大学"),
        ("孙梅是哪家报社的记者？", "江南晨报记者专访了浙江理工大学教授孙梅。", ""),
    ],
)
def test_a_clause_on_somebody_else_holds_no_short_answer(question: str, text: str, found: str) -> None:
    span = find(question, question, "zh", text)
    assert (text[span.start : span.end] if span else "") == found


def test_who_a_sentence_is_about_is_told_by_its_beginning() -> None:
    assert begins_with_other("周启文是哪里人？", "何秀兰是浙江绍兴人。")
    assert not begins_with_other("周启文是哪里人？", "父亲周安是浙江绍兴人。")
    assert not begins_with_other("周启文是哪里人？", "浙江绍兴出了不少医生，何秀兰便是。")
    assert not begins_with_other("张伟是哪年进省队的？", "教练王刚2008年把他选进了省队。")
    assert not begins_with_other("谁给张伟做的手术？", "刘洋医生做了手术。")


def test_a_thing_with_a_role_is_no_person() -> None:
    assert not lacks_role("李明是哪家医院的医生？", "李明在协和医院工作，是一名外科医生。")
    assert not lacks_role("李明是哪所大学的学生？", "李明就读于清华大学。")
    assert not lacks_role("青云港是哪个国家的军港？", "青云港是南方的一个港口。")
