"""Who holds a role, and by whom a deed is done."""

import pytest

from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("首任校长是谁？", "学院仿照莫斯科的学院而成；首任校长为当时的研究院院长周启文。", "周启文"),
        ("谁是冠军？", "王楚钦战胜樊振东，成为男单冠军。", "王楚钦"),
        ("院长是谁？", "原院长赵刚退休后，刘敏接任院长。", "刘敏"),
        ("副主席是谁？", "王强当选主席，李刚当选副主席。", "李刚"),
        ("校长是谁？", "副校长李明出席，校长王芳致辞。", "王芳"),
        ("谁担任主持人？", "晚会由主持人刘洋和陈静主持。", "刘洋和陈静"),
        ("李明的妻子是谁？", "李明，妻王芳，子李小明。", "王芳"),
        ("赵安的母亲是谁？", "赵安，太祖赵元第十一子，母郭惠妃。", "郭惠妃"),
        ("球队的赞助商是谁？", "湖州公司于2007年成为球队的赞助商。", "湖州公司"),
        ("校长是谁？", "校长李明表示，教学楼由王芳设计。", "李明"),
        ("校长是谁？", "教学楼由王芳设计。", None),
    ],
)
def test_who_holds_a_role_is_who_the_text_says_holds_it(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("新药由谁发现？", "新药由日本北里大学有机化学家大村智所发现，威廉·坎贝尔从中提纯。", "大村智"),
        ("指令是谁签署的？", "陈禾参加了会议，由乌布利希签署指令。", "乌布利希"),
        ("电影的导演是谁？", "为1988年由丁善玺执导的作品。", "丁善玺"),
        ("制服由谁设计？", "陈禾穿着制服，制服由队长朱尔·雷邦德于1914年设计。", "朱尔·雷邦德"),
        ("比赛由谁主办？", "比赛由市体育局主办，区文化馆承办。", "市体育局"),
        ("经理被谁批评了？", "经理被董事长刘强批评了一顿。", "刘强"),
        ("谁写了这封信？", "这封信由他的女儿写成。", None),
        ("Who directed the film?", "It was written by Ron Hale and was directed by Mike B. Anders.", "Mike B. Anders"),
        ("Who wrote the film?", "It was written by Ron Hale and was directed by Mike B. Anders.", "Ron Hale"),
    ],
)
def test_who_does_a_deed_is_by_whom_it_is_done(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Who painted the ceiling?", "The ceiling was painted by G. B. Tiepolo in 1750.", "G. B. Tiepolo"),
        ("Who wrote the book?", "The book was written by J.R.R. Tolkien in Oxford.", "J.R.R. Tolkien"),
        ("Who wrote the book?", "The book was written by Edward Abbey in 1968.", "Edward Abbey"),
        ("Who produced it?", "It was produced by Toei Animation and sold in Japan.", "Toei Animation"),
        ("Who baptized Ian?", "Ian was baptised the same day by Tom Pike, who lived in Holm.", "Tom Pike"),
        ("Who chose Plan B?", "They chose Plan B. Mary Lund agreed.", "Mary Lund"),
        ("Who won the prize?", "Group A. John Pike won the prize.", "John Pike"),
        ("Who spoke?", "U.S. President Ian Cole spoke on Monday.", "President Ian Cole"),
    ],
)
def test_an_english_name_has_its_initials_and_may_be_a_body_that_does_it(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer
