"""Of several answers that a sentence gives to one thing each, that to the thing that is asked about."""

import pytest

from tests.rag.short.test_find import found

STAFF = "Anna Bell teaches swimming, Omar Reed diving and Julia Stone water polo."
PRICES = "A glass jug costs $24.90, a filter $9.50 and a lid $6."
BATTERY = "电池容量有5千瓦时和10千瓦时两种，售价分别为1.28万元和2.18万元，质保期十年。"


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How much does a lid cost?", PRICES, "$6"),
        ("How much does a filter cost?", PRICES, "$9.50"),
        ("How much is a glass jug?", PRICES, "$24.90"),
        ("Who teaches diving?", STAFF, "Omar Reed"),
        ("Who teaches swimming?", STAFF, "Anna Bell"),
        ("When does the south gate close?", "The north gate closes on May 3 and the south gate on June 9.", "June 9"),
        ("When does the north gate close?", "The north gate closes on May 3 and the south gate on June 9.", "May 3"),
        ("How much is the evening course?", "The evening course costs $450 and the day course $480.", "$450"),
        ("How many visitors came in 2020?", "In 2019 there were 40,000 visitors, in 2020 only 12,000.", "12,000"),
        (
            "When will the bridge open?",
            "Work on the bridge starts in May, and it should open in autumn 2026.",
            "autumn 2026",
        ),
        ("工厂什么时候投产？", "工厂于2023年9月动工，计划于2025年第二季度投产。", "2025年第二季度"),
        ("工厂什么时候动工？", "工厂于2023年9月动工，计划于2025年第二季度投产。", "2023年9月"),
        ("2022年净利润是多少？", "净利润为4.18亿元，较2022年的3.05亿元增长37%。", "3.05亿元"),
        ("设备收入下降了多少？", "设备收入5.3亿元，同比下降9%。", "9%"),
        ("10千瓦时的电池多少钱？", BATTERY, "2.18万元"),
        ("5千瓦时的电池多少钱？", BATTERY, "1.28万元"),
        ("电池多少钱？", BATTERY, "1.28万元和2.18万元"),
        ("When was the castle built?", "Built in 1200, the castle was destroyed in 1644.", "1200"),
        ("When did the hotel open?", "Opened in 1920, the hotel closed in 1980 and reopened in 1995.", "1920"),
        ("研发人员有多少？", "公司现有员工500人，其中研发人员200人。", "200人"),
        ("上海有多少家门店？", "公司在全国共有60家门店，其中上海30家，北京20家。", "30家"),
        ("第二季度销量多少？", "公司第一季度销量300台，第二季度500台。", "500台"),
        ("该船多长？", "该船的长、宽、高分别为30米、8米、12米。", "30米"),
        ("Who won the women's race?", "Tom won the men's race and Lucy Gray won the women's race.", "Lucy Gray"),
        ("Who ran the school of the museum?", "Tom Ford founded the museum and Anna Lee ran its school.", "Anna Lee"),
        ("How much does the pump weigh?", "The pump costs $20 and weighs 3 kg.", "3 kg"),
    ],
)
def test_it_is_the_one_beside_the_thing_named(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer
