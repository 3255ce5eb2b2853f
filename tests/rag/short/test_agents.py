"""By whom something is done, in both languages: only who is named so."""

import pytest

from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Who wrote the book?", "The book was written by a teacher in Oslo.", None),
        ("Who founded the firm?", "The firm was founded by two brothers from Turin.", None),
        ("Who killed him?", "He was killed by a Russian missile.", None),
        ("Who destroyed the house?", "The house was destroyed by a fire on Christmas Day.", None),
        ("Who bought it?", "It was bought by a collector for the Louvre.", None),
        ("Who opened the hall?", "The hall was opened by the daughter of King Olaf.", None),
        ("Who won the match?", "The match was won by a goal from Pele.", None),
        ("Who attacked the village?", "The village was attacked by German troops.", None),
        ("Who bought the mill?", "The mill was bought by Norwegian paper group Norsk.", "Norsk"),
        ("Who painted it?", "It was painted by Dutch painter Jan Steen.", "Jan Steen"),
        ("Who designed it?", "It was designed by the Danish architect Ole Lund.", "Ole Lund"),
        ("Who painted it?", "It was painted by his pupil and friend Jan Steen.", "Jan Steen"),
        ("Who won the race?", "The race was won by the Kenyan runner Eliud Kipchoge.", "Eliud Kipchoge"),
        ("Who bought it?", "It was bought by the US software giant Oracle last May.", "Oracle"),
        ("Who taught her?", "She was taught by her father, Otto Lund.", "Otto Lund"),
        ("Who opened it?", "It was opened by the then prime minister Anna Berg.", "Anna Berg"),
        ("Who built the house?", "The house was built by the local firm Pike & Sons.", "Pike & Sons"),
        ("Who named it?", "It was described by Emil Raschke, who named it after Jeanne Ferrand.", "Emil Raschke"),
    ],
)
def test_by_whom_is_a_name_behind_no_more_than_what_somebody_is(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("这部剧由谁改编？", "该剧由同名小说改编。", None),
        ("这本书由谁翻译？", "这本书由英文翻译成中文。", None),
        ("它是谁改建的？", "它由原来的仓库改建。", None),
        ("设备由谁控制？", "设备由电脑控制。", None),
        ("村子被谁覆盖？", "村子被大雪覆盖。", None),
        ("方案由谁审议？", "方案经专家委员会审议通过。", "专家委员会"),
        ("费用由谁承担？", "费用由双方平均承担。", "双方"),
        ("费用由谁承担？", "维修费用由业主承担。", "业主"),
        ("工程由谁承建？", "工程由中铁五局承建。", "中铁五局"),
        ("车票由谁报销？", "车票由单位报销。", "单位"),
        ("大楼是谁设计的？", "大楼由德国建筑师库尔特设计。", "库尔特"),
        ("大桥由谁主持设计？", "大桥由梅旸春主持设计。", "梅旸春"),
        ("她被谁劝阻？", "她被孙皓母亲何太后劝阻。", "何太后"),
        ("谁教数学？", "她在红星小学教数学。", None),
        ("谁教数学？", "王芳在红星小学教数学。", "王芳"),
    ],
)
def test_by_whom_is_a_person_or_a_body(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("Where does the bus going to the airport leave?", "The bus leaves from Union Square.", "Union Square"),
        ("Where did the ships that sailed to Boston start?", "The ships to Boston started from Bristol.", "Bristol"),
        ("Where can passengers go on board?", "Passengers to Boston go on board in Bergen.", "Bergen"),
        ("From where were the stones brought?", "The stones were brought from Wales to Stonehenge.", "Wales"),
        ("Where were the stones brought?", "The stones were brought from Wales to Stonehenge.", "Stonehenge"),
        ("Where does the train depart?", "The train departs from Hull and travels to Leeds.", "Hull"),
        ("Where did he go after leaving Hull?", "After leaving Hull he went to Leeds.", "Leeds"),
        ("Where did he live?", "He lived in Georgia in the U.S. He then moved on.", "Georgia in the U.S."),
    ],
)
def test_whither_or_whence_is_told_by_the_main_verb(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer
