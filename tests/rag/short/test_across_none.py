"""No short answer from a sentence of the other language that is of another thing, event or person."""

import pytest

from rag.language import detect
from rag.short.shown import short_answer
from tests.rag.short.test_find import unit


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "How old is Shao Ahai?",
            "三年后，航标处到渔村招人，每月工资三百二十元，比打鱼少一半，村里没人愿意去，二十五岁的邵阿海报了名。",
        ),
        (
            "How many courses can one child take?",
            "低保家庭子女、残疾儿童每期可免费学习1门课程，须在8月8日前向教务科提交证明原件。",
        ),
        (
            "How many residents opposed the lift?",
            "当时12户中有9户同意，但一楼的两户担心采光和噪音受影响，二楼的一户觉得自己用不上，事情就此搁置。",
        ),
        ("How old is the lens?", "那组透镜是从法国运来的，有一百多年了，由五百多块水晶玻璃拼成。"),
        ("一共有几座钟？", "There are seven of them, and only two are electric."),
        (
            "How many paintings are on display?",
            "博物馆新馆2019年10月1日开馆，展出文物1,200件，其中瓷器380件，首日接待观众8,600人次。",
        ),
        ("How old is Wang Li?", "王丽三十二岁时开了第一家面馆，如今已有七家分店，员工九十多人。"),
        ("How much do pensioners pay?", "每张门票60元，学生凭证半价，65岁以上老人免费。"),
        (
            "Who is the director of the street office?",
            "据南关街道办事处副主任何立新介绍，3号楼加装电梯的事最早是2021年5月提出来的。",
        ),
        ("Who is the mayor?", "该局物业科科长谭勇表示，明年将试点“代建租用”模式。"),
        ("Who was her husband?", "1929年，她以同等学力考入国立中央大学生物系，师从植物学家耿维周，1933年毕业。"),
        ("Who is her husband?", "女儿邵晓帆如今在宁波当护士，去年生了孩子，给孩子取的小名叫“灯灯”。"),
        ("Who was her mother?", "父亲沈伯钧开有“济和堂”药铺，幼年时她常随父亲上山辨识草药。"),
        ("她多大了？", "She was 34 when she moved to Leeds and has worked there for 20 years."),
        ("How much is a child ticket?", "影院票价：成人45元，学生30元，70岁以上老人免费；每周二半价。"),
        ("Who performed the operation?", "手术由外科主任郑明远主刀，历时9个小时，患者是一名6岁女孩，术后第12天出院。"),
        ("What is the speed limit?", "桥上限速60公里，每天通过车辆约1.2万辆，其中货车占三成。"),
        ("有多少辆新公交车？", "Mayor Ana Ruiz said 40 new buses would arrive by March; the first 12 are in use."),
        ("有多少艘船沉没？", "Five of the 24 boats were lost in the storm, and nine men drowned."),
        ("多少人受伤？", "Four people were killed and 26 injured when a coach overturned on Tuesday."),
        ("How big was the old library?", "新馆藏书85万册，阅览座位1,600个，比老馆多出900个。"),
        ("By how much did tourism revenue grow?", "接待游客2,150万人次，旅游收入198亿元，分别增长12%和15%。"),
        ("How many hotels are there?", "旅游收入198亿元。"),
        ("How many people live in urban areas?", "常住人口312万人，其中农村人口94万人。"),
        ("When was the library extended?", "图书馆新馆昨日正式开放。"),
        ("学生票多少钱？", "Adults pay £12 and children £7."),
        ("Who is the mayor?", "前任市长李强去世。"),
        ("市长是谁？", "Former mayor Ian Holt died on Sunday."),
    ],
)
def test_that_of_another_thing_event_or_person_is_none(question: str, text: str) -> None:
    assert short_answer(question, question, detect(question), unit(text)) is None
