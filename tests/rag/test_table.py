"""Rows of cells under one that heads the columns, and what is none."""

import pytest

from rag import Assistant
from rag.table import cells, tables


@pytest.mark.parametrize(
    "lines",
    [
        ["Ticket | Member | Visitor", "Adult | £4.20 | £6.00", "Family | £11.00 | £16.50"],
        ["| Day | Opens | Closes |", "|---|---|---|", "| Sunday | 9am | 4pm |"],
        ["|  | 2023 | 2024 |", "| Adult | £4 | £5 |"],
        ["票种\t平日\t周末", "老人\t免费\t5元"],
        ["票种 会员 非会员", "成人 20元 30元"],
        ["票种、会员、非会员", "成人、20元、30元"],
        ["Name | Role", "---|---", "Ann | chair"],
        ["Model | Aero 300 | Aero 500", "Tank | 2.5 l | 4 l"],
        ["Code | Meaning | Help", "E1 | Tank full | Empty it"],
        ["岗位、人数、学历", "会计、2人、本科", "司机、1人、高中"],
        ["｜票种｜成人｜儿童｜", "｜平日｜30元｜15元｜"],
    ],
)
def test_a_row_without_values_heads_those_with_some(lines: list[str]) -> None:
    assert list(tables(lines)) == [(0, len(lines))]


@pytest.mark.parametrize(
    "lines",
    [
        ["Adult | £4.20 | £6.00", "Family | £11.00 | £16.50"],  # no head
        ["Dr Smith | Room 3 | Ward 5", "Dr Lee | Room 4 | Ward 2"],
        ["Manager | Ann Reed", "Phone | 01632 960123", "Seats | 30"],  # what a label and its value make
        ["展品有陶器、玉器、铜器。", "门票有成人票、儿童票、老人票。"],
        ["苹果、梨、桃", "葡萄、李、杏"],
        ["天晴 风大 路远", "走走 停停 看看"],
        ["He came home late", "She paid 5 pounds"],
        ["One line"],
    ],
)
def test_other_lines_are_no_table(lines: list[str]) -> None:
    assert not list(tables(lines))


def test_empty_cells_count() -> None:
    row = "| Child | | £3 |"
    assert [row[a:b] for a, b in cells(row, "| Ticket | Member | Visitor |")] == ["Child", "", "£3"]


POOL = """# Pool

Notes on the pool.

## Prices

| Ticket | Member | Visitor |
|---|---|---|
| Adult swim | £4.20 | £6.00 |
| Adult lesson | £9.00 | £11.00 |
| Family | £11.00 | £16.50 |

A locker takes a £1 coin.

## Hours

Season | Opens | Closes
Summer | 9am | 7pm
Winter | 10am | 4pm
"""


@pytest.fixture(scope="module")
def pool() -> Assistant:
    return Assistant.from_texts({"pool": POOL})


@pytest.mark.parametrize(
    ("question", "rows", "short"),
    [
        ("How much is a family ticket for visitors?", ["Family"], "£16.50"),
        ("What does an adult swim cost a member?", ["Adult swim"], "£4.20"),
        ("How much is an adult lesson if I am not a member?", ["Adult lesson"], "£11.00"),
        ("How much is a family ticket?", ["Family"], None),
        ("When does the pool close in winter?", ["Winter"], "4pm"),
        ("家庭票非会员多少钱？", ["Family"], None),
    ],
)
def test_a_row_is_quoted_behind_its_head(pool: Assistant, question: str, rows: list[str], short: str | None) -> None:
    answer = pool.ask(question)
    head, *quotes = [citation.quote.strip("| ") for citation in answer.citations]
    assert head.startswith(("Ticket", "Season"))
    assert [quote.split(" | ")[0] for quote in quotes] == rows
    assert (answer.short.text if answer.short else None) == short


@pytest.mark.parametrize("question", ["What are the ticket prices?", "Which tickets are there?"])
def test_who_asks_for_all_gets_the_whole_table(pool: Assistant, question: str) -> None:
    quotes = [citation.quote.strip("| ") for citation in pool.ask(question).citations]
    assert [quote.split(" | ")[0] for quote in quotes] == ["Ticket", "Adult swim", "Adult lesson", "Family"]


def test_prose_beside_a_table_is_quoted_alone(pool: Assistant) -> None:
    answer = pool.ask("How much is a locker?")
    assert [citation.quote for citation in answer.citations] == ["A locker takes a £1 coin."]
