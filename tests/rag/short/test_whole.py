"""Of a whole and a part of it the number that a question asks for."""

import pytest

from tests.rag.short.test_find import found

PAINTINGS = "Thieves took 31 paintings from the museum, of which only 9 were found."
SEEDS = "Of the 500 seeds sown, 430 came up."
PUPILS = "The school entered 52 pupils and 46 of them passed."
RUNNERS = "240名选手参赛，有17人中途退赛。"
STAFF = "学校有教职工120人，其中教师90人。"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How many were found?", PAINTINGS, "9"),
        ("How many paintings were taken?", PAINTINGS, "31"),
        ("How many of the 31 paintings were recovered?", PAINTINGS, "9"),
        ("How many seeds came up?", SEEDS, "430"),
        ("How many seeds were sown?", SEEDS, "500"),
        ("How many pupils passed?", PUPILS, "46"),
        ("How many pupils did the school enter?", PUPILS, "52"),
        ("How many letters were answered?", "Out of 800 letters, 120 were answered.", "120"),
        ("How many members are women?", "The club has 240 members, 17 of whom are women.", "17"),
        ("有多少选手退赛？", RUNNERS, "17人"),
        ("有多少选手参赛？", RUNNERS, "240名"),
        ("学校有多少教师？", STAFF, "90人"),
        ("学校有多少教职工？", STAFF, "120人"),
    ],
)
def test_the_verb_of_the_question_tells_the_part_from_the_whole(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("How many of the museum's paintings were restored?", PAINTINGS),
        ("How many pupils did not pass?", PUPILS),
        ("有多少学生没有通过？", "52名学生报名，46人通过。"),
    ],
)
def test_what_is_said_of_neither_has_no_number(question: str, text: str) -> None:
    assert found(question, text) is None


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("除外籍教师外有多少人？", "学校有教师300人，其中外籍教师25人。", None),
        ("外籍的教师有多少？", "学校有教师300人，其中外籍教师25人。", "25人"),
        ("How many islands are uninhabited?", "There are 300 islands, of which 40 are inhabited.", None),
        ("外籍教师有多少人？", "学校有教师300人，其中外籍教师25人。", "25人"),
        ("学校有多少外籍教师？", "学校有教师300人，其中外籍教师25人。", "25人"),
        ("学校有多少教师？", "学校有教师300人，其中外籍教师25人。", "300人"),
        ("学校有教师多少人？", "学校有教师300人，其中外籍教师25人。", "300人"),
        ("一级文物有多少件？", "馆内有文物210件，其中一级文物35件。", "35件"),
        ("馆内有多少件文物？", "馆内有文物210件，其中一级文物35件。", "210件"),
        ("高级工程师有多少人？", "公司有工程师80人，其中高级工程师12人。", "12人"),
        ("省级项目有多少个？", "该县有重点项目60个，其中省级项目12个。", "12个"),
        ("新能源汽车有多少辆？", "去年销售汽车900辆，其中新能源汽车200辆。", "200辆"),
        ("去年销售了多少辆汽车？", "去年销售汽车900辆，其中新能源汽车200辆。", "900辆"),
        ("女学生有多少人？", "学校有学生600人，其中女学生280人。", "280人"),
        ("小型博物馆有多少座？", "全市有博物馆40座，其中小型博物馆15座。", "15座"),
        ("全市有多少座博物馆？", "全市有博物馆40座，其中小型博物馆15座。", "40座"),
        ("How many games did they win?", "They played 38 games, of which 25 were wins.", "25"),
        ("How many games did they play?", "They played 38 games, of which 25 were wins.", "38"),
        ("How many people work there?", "The centre employs 300 people, of whom 40 are engineers.", "300 people"),
        ("How many engineers does it employ?", "The centre employs 300 people, of whom 40 are engineers.", "40"),
        ("How many people are engineers?", "The centre employs 300 people, of whom 40 are engineers.", "40"),
        ("How many passengers were on board?", "Of 120 passengers, only 14 survived.", "120"),
        ("How many passengers survived?", "Of 120 passengers, only 14 survived.", "14"),
        ("How many passengers died?", "Of 120 passengers, only 14 survived.", None),
        (
            "How many islands does the country have?",
            "The country consists of 300 islands, of which 40 are inhabited.",
            "300",
        ),
        ("How many islands are inhabited?", "The country consists of 300 islands, of which 40 are inhabited.", "40"),
        (
            "How many cars did the plant produce?",
            "Last year the plant made 900 cars, of which 700 were sold abroad.",
            "900",
        ),
        ("How many cars were sold abroad?", "Last year the plant made 900 cars, of which 700 were sold abroad.", "700"),
        ("How many cars were exported?", "Last year the plant made 900 cars, of which 700 were sold abroad.", None),
        ("How many species have been recorded?", "The park has 300 species, 40 of which are endangered.", "300"),
        ("How many species are endangered?", "The park has 300 species, 40 of which are endangered.", "40"),
        ("How many teams take part?", "The league has 20 teams, of which 3 are relegated.", "20"),
        ("How many seats are in the balcony?", "The hall has 800 seats, of which 200 are in the balcony.", "200"),
        ("How many seats does the hall have?", "The hall has 800 seats, of which 200 are in the balcony.", "800"),
        ("多少人生还？", "船上有45名船员，仅3人生还。", "3人"),
        ("船上有多少名船员？", "船上有45名船员，仅3人生还。", "45名"),
        ("多少人遇难？", "船上有45名船员，仅3人生还。", None),
        ("多少名选手参加比赛？", "60名选手参赛，最终12人晋级。", "60名"),
        ("多少名选手晋级？", "60名选手参赛，最终12人晋级。", "12人"),
    ],
)
def test_a_part_is_known_by_its_name_and_the_whole_by_what_is_so_of_all(
    question: str, text: str, answer: str | None
) -> None:
    assert found(question, text) == answer
