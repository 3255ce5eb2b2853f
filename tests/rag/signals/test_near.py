"""Questions whose topic an article is on, and which it does not answer, beside those that it does."""

import pytest

from rag import Assistant
from rag.signals.contrast import is_in_another_country
from rag.signals.measured import measures_another
from rag.signals.spoken import SUBJECT

CLOCKS = (
    "# The clocks\n\nEvery Monday Ruta Malinek climbs the 118 steps of the tower. She is the winder of the clocks.\n\n"
    "Born in Kaunas, she came to England in 1984. She took a job in the workshop of Arthur Penny, because it was"
    " warm and because he did not talk. When he retired in 1991 he left her his tools.\n\n"
    "Last autumn an apprentice arrived, Jonah Whitlock. Whitlock says that he likes machines."
)
REGAL = (
    "# The Regal\n\nThe Regal cinema has 1,150 seats. It is 40 metres long.\n\nPat Hume, 78, worked at the Regal in the"
    " 1960s. Greg Tallis said that the fence of the Regal had been"
    " repaired in November."
)
POOLS = (
    "# The pools\n\nThe main pool closes at 9pm. The gym stays open.\n\n"
    "The pottery course costs £80 and the drawing course costs £60. All courses last ten weeks.\n\n"
    "The pool has a new cover. The Mill hostel opens at 5pm. The Farm hostel has 16 beds. The learner pool is small."
)
LIFT = (
    "# 三号楼装电梯\n\n3号楼共48户。电梯于4月20日开工。六楼每户承担5.4万元，二楼每户承担1.3万元。\n\n"
    "1号楼的居民已递交申请。\n\n本期开设书法课和合唱课。书法课收费300元，合唱课收费500元。"
)
KEEPER = (
    "陈维安是桥梁专家，他1956年赴苏联留学。\n\n陈维安的学生李国平1985年去美国，1990年获博士学位。\n\n"
    "灯塔由英国工程师设计，高二十二米。陈维安由祖母抚养长大。他用的是一台绘图仪。"
)
NOTICE = "秋季班招生公告\n\n秋季班8月11日开始报名，9月6日开课。"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (CLOCKS, "When did Malinek retire?", None),
        (CLOCKS, "When did Arthur Penny retire?", "1991"),
        (CLOCKS, "Where was Arthur Penny born?", None),
        (CLOCKS, "Where was Jonah Whitlock born?", None),
        (CLOCKS, "Where was Ruta Malinek born?", "Kaunas"),
        (CLOCKS, "How tall is the tower?", None),
        (REGAL, "Who worked at the Regal?", "Pat Hume"),
        (REGAL, "How many seats does the Regal have?", "1,150"),
        (REGAL, "How wide is the Regal?", None),
        (POOLS, "When does the learner pool close?", None),
        (POOLS, "When does the main pool close?", "9pm"),
        (POOLS, "How much is the guitar course?", None),
        (POOLS, "How much is the pottery course?", "£80"),
        (POOLS, "When does the Farm hostel open?", None),
        (POOLS, "When does the Mill hostel open?", "5pm"),
        (LIFT, "三楼每户出多少钱？", None),
        (LIFT, "六楼每户承担多少钱？", "5.4万元"),
        (LIFT, "1号楼的电梯什么时候开工？", None),
        (LIFT, "钢琴课收费多少？", None),
        (LIFT, "书法课收费多少？", "300元"),
        (KEEPER, "李国平哪年获得硕士学位？", None),
        (KEEPER, "李国平哪年去美国？", "1985年"),
        (KEEPER, "李国平哪年去法国？", None),
        (KEEPER, "陈维安哪年去美国？", None),
        (KEEPER, "设计灯塔的英国工程师叫什么？", None),
        (KEEPER, "陈维安的祖母叫什么？", None),
        (KEEPER, "绘图仪是什么牌子的？", None),
        (NOTICE, "寒假班什么时候开课？", None),
        (NOTICE, "秋季班什么时候开课？", "9月6日"),
    ],
)
def test_what_is_said_of_another_is_no_answer(text: str, question: str, short: str | None) -> None:
    answer = Assistant.from_texts({"a": text}).ask(question)
    assert (answer.short and answer.short.text, answer.answered) == (short, short is not None)


HOUSE = (
    "# Tolley's\n\nThe new window is by Kim Osei. Chemist Ada Lund, who isolated the dye, lived here.\n\n"
    "Her first book, Cold Water, appeared in 1998. Females have one litter of four to six young a year."
)
COURSE = (
    "# Watercolour for beginners\n\nA course in ten lessons with the painter Ivy Moss.\n\n"
    "We meet in the Oak Room on Thursdays.\n\nThe fee is £120, payable in advance."
)
HOTEL = (
    "# Prices\n\nA single costs €80, a double €120. The reading room is open to all.\n\n"
    "Pilates class starts at 6pm. Ballet class starts at 4pm."
)
REEVE = "# Lynton\n\nThomas Reeve built the market. His wife, Clara, ran the library. She died in 1971, aged 80."
PARLOUR = (
    "店里用的是施华蔻的药水。\n\n1964年，周文清与同事赵建国成家。1926年，校友钱伯年慷慨解囊，为母校添置图书三千册。"
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (HOUSE, "Who designed the new window?", "Kim Osei"),
        (HOUSE, "Who discovered the dye?", "Ada Lund"),
        (HOUSE, "What is the title of her first book?", "Cold Water"),
        (HOUSE, "How many babies do females have?", "four to six"),
        (COURSE, "How much is the watercolour course?", "£120"),
        (COURSE, "How much does the course cost?", "£120"),
        (HOTEL, "How much is a double room?", "€120"),
        (HOTEL, "When does the fitness class start?", "6pm"),
        (REEVE, "When did Clara Reeve die?", "1971"),
        (PARLOUR, "用什么品牌的药水？", "施华蔻"),
        (PARLOUR, "周文清和谁结婚？", "赵建国"),
        (PARLOUR, "谁捐赠了图书？", "钱伯年"),
    ],
)
def test_what_is_said_in_other_words_is_an_answer(text: str, question: str, said: str) -> None:
    assert said in Assistant.from_texts({"a": text}).ask(question).text


def test_how_heavy_rain_is_is_no_weight() -> None:
    assert not measures_another("How heavy was the rain?", "20 mm fell in an hour.")
    assert measures_another("How heavy was the stone?", "It was 20 mm wide.")


def test_another_town_may_be_in_the_country() -> None:
    asked = "When did she come to England?"
    assert not is_in_another_country(asked, "She came to Manchester in 1938 after living in France.")
    assert is_in_another_country(asked, "She lived in France in 1938.")


@pytest.mark.parametrize(
    ("text", "said"), [("他弹吉他。", 1), ("犹他州的研究", 0), ("马耳他在哪里？", 0), ("她会弹吉他吗？", 1)]
)
def test_a_name_with_such_a_character_is_nobody(text: str, said: int) -> None:
    assert len(list(SUBJECT["zh"].finditer(text))) == said
