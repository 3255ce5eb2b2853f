"""Things that are to be named, and are only said to be one of their kind."""

import pytest

from rag import Assistant
from rag.language import detect
from rag.signals.unnamed import leaves_unnamed


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which supermarket chain will sell the loaf?", "A supermarket chain will sell the loaf in 60 shops."),
        ("Which shipping firm gave the simulator?", "Its director, Per Olsen, has one given by a shipping firm."),
        ("Which newspaper did she speak to?", '"I never expected it," she told a local newspaper.'),
        ("What is the name of the mill?", "A flour mill in the next valley supplies the rye."),
        ("What is the name of the reporter who met Li Jing?", "A Herald reporter met Li Jing, dean of a school."),
        ("What is the title of the book on the fen?", "It is described in a book by a retired warden."),
        ("In which town will the next meeting take place?", "The next meeting will take place in spring."),
        ("核磁共振设备是哪家公司提供的？", "核磁共振设备由一家德国公司提供。"),
        ("是哪家银行赞助的？", "比赛由江城晚报社主办，一家本地银行赞助。"),
        ("提问的记者叫什么？", "一位记者问起明年的安排，韩涛说还没有定。"),
        ("陆思远的父亲叫什么名字？", "陆思远想学法律，他的父亲是一名教师。"),
        ("连线李敬的那位记者叫什么名字？", "2月28日，晨报记者连线经济学院院长李敬。"),
        ("询问上市时间的是哪家媒体的记者？", "有记者询问上市时间，邱明远说没有时间表。"),
        ("作品在哪个国家展出过？", "他的作品曾在国外展出。"),
        ("在古镇取景的电视剧叫什么？", "2022年，一部电视剧在此取景，使古镇名声大振。"),
    ],
)
def test_what_has_no_name_is_told(question: str, sentence: str) -> None:
    assert leaves_unnamed(question, sentence, detect(question))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Which company bought the mill?", "Arden, a paper company from Leeds, bought the mill."),
        ("Which company bought the mill?", "Arden is a company that bought the mill."),
        ("Which bank lent the money?", "The money came from a bank called Crewe Savings."),
        ("What is the name of the company in Norwich?", "She worked for a seed company in Norwich, Carter & Lowe."),
        ("Which school did she attend?", "She went to a school in the next village."),
        ("Which of the two hotels is older?", "The older one is a hotel."),
        ("Who supplies the rye?", "A flour mill supplies the rye."),
        ("What state of mind matters most?", "What matters most is to be calm."),
        ("What is the name of the person who leads?", "They stand behind one person who leads, called imam."),
        ("Which shop is open on Sundays?", "The gift shop is open on Sundays."),
        ("Which team won?", "The home team won in the last minute."),
        ("Which teacher runs the chess club?", "The maths teacher runs the chess club."),
        ("Which village is nearest?", "The fishing village is the nearest."),
        ("What kind of company is it?", "It is a company that makes paper."),
        ("哪家公司收购了云帆？", "蓝禾是一家无人机公司，去年收购了云帆。"),
        ("哪家公司收购了云帆？", "一家名为蓝禾的公司收购了云帆。"),
        ("采访他的记者叫什么？", "一位记者王明采访了他。"),
        ("捐画的教师叫什么名字？", "一名退休教师、画家罗景和捐出画作。"),
        ("是哪家企业捐的款？", "一家校办企业——清源仪器公司捐资200万元。"),
        ("提问的是哪家媒体的记者？", "晨报记者提问。"),
        ("作品在哪个国家展出过？", "他的作品曾在法国展出。"),
        ("古人是哪国国王？", "他是十六国时期的扶余国国王。"),
        ("是谁赞助的？", "一家本地银行赞助。"),
        ("是哪国公司提供的？", "由一家德国公司提供。"),
        ("这部电影叫什么？", "他拍了一部电影《远山》。"),
        ("他女儿叫什么？", "女儿周小雨在上海工作。"),
        ("校长叫什么？", "校长由司徒俊担任。"),
        ("女儿叫什么？", "女儿分别是大宝和二宝。"),
        ("京剧是什么？", "京剧是中国的国粹，形成于北京。"),
        ("志愿者是什么？", "志愿者自愿提供服务。"),
        ("合格证书叫什么？", "证书用来证明产品达到标准。"),
        ("哪所大学是中国第一所现代大学？", "北洋大学堂是中国第一所现代大学。"),
        ("哪家单位是唯一一家获奖单位？", "水务局是唯一一家获奖单位。"),
        ("哪家公司承建项目？", "项目由另一家公司中铁五局承建。"),
        ("年会在哪个城市举行？", "年会在卢布尔雅那举行。"),
        ("地铁和打车哪个省钱？", "乘地铁只需4元，打车约需30元。"),
        ("Which country is Mexico City in?", "Mexico City is the capital of Mexico."),
        (
            "Which city was the Boston Marathon for juniors held in?",
            "The Boston Marathon for juniors was held in Boston.",
        ),
        ("Which bank lent more, Barclays or HSBC?", "Barclays lent five million, and HSBC three."),
        ("Which country pays the cost of travel?", "The sending country pays the cost of travel."),
        ("Which company is liable for loss?", "The carrier is liable for loss."),
        ("Which teacher do I ask for a pass?", "Ask your form teacher for a pass."),
        ("What bank details do I need?", "You need the sort code of a bank."),
        ("What city tax do visitors pay?", "The tourist tax is 3 dollars a night."),
        ("What company policy applies to overtime?", "In a company, overtime is paid at double rates."),
    ],
)
def test_what_has_a_name_or_needs_none_is_left_alone(question: str, sentence: str) -> None:
    assert not leaves_unnamed(question, sentence, detect(question))


def test_another_sentence_does_not_answer_in_place_of_the_one_that_withholds_the_name() -> None:
    text = "Ada Holt, who runs a bakery in Tarrant, won the Golden Loaf.\n\nA supermarket chain will sell her loaf."
    assistant = Assistant.from_texts({"a": text})
    assert not assistant.ask("Which supermarket chain will sell the loaf?").answered
    assert assistant.ask("Who will sell the loaf?").answered
