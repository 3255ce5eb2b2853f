"""The short answer inside the sentence that answers."""

import pytest

from rag import Assistant, Settings
from rag.chunk import Unit
from rag.language import detect
from rag.short.find import find
from rag.short.shown import short_answer
from rag.types import Language, Short
from tests.rag.conftest import TEXTS

AREA = "湖心岛于1987年3月5日开放，面积1200平方公里，常住人口25万人，投资3.2亿元。"
BIRTH = "Mira Holt (12 May 1893 – 26 June 1943) was a painter."
OPENED = "湖心岛大桥于2014年10月2日通车，全长36公里。"
OPENED_EN = "The bridge opened to traffic on October 2, 2014, with a length of 36 kilometers."


def found(question: str, text: str) -> str | None:
    span = find(question, question, detect(question), text)
    return text[span.start : span.end] if span else None


def unit(text: str, translation: str | None = None) -> Unit:
    return Unit("u", "a", "", 1, 100, 100 + len(text), text, translation)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("湖心岛面积有多大？", "1200平方公里"),
        ("湖心島面積是多少？", "1200平方公里"),
        ("湖心岛有多少人？", "25万人"),
        ("湖心岛的投资是多少？", "3.2亿元"),
        ("湖心岛什么时候开放的？", "1987年3月5日"),
        ("湖心岛哪一年开放？", "1987年"),
    ],
)
def test_a_number_has_the_unit_and_a_date_the_fineness_that_is_asked_for(question: str, answer: str) -> None:
    assert found(question, AREA) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("茶园由谁开垦？", "茶园由陈禾在1987年开垦，后来卖给了李敬。", "陈禾"),
        ("球队签下了谁？", "球队在夏天签下了意大利前锋罗伯特·巴乔。", "罗伯特·巴乔"),
        ("比赛在哪里举行？", "比赛在日本福冈举行。", "日本福冈"),
        ("他毕业于哪所大学？", "他毕业于香港中文大学，后来留学。", "香港中文大学"),
        ("他写了哪部小说？", "他在乡下写了《远山》。", "《远山》"),
        ("女性占百分之几？", "工人共300名，其中女性占四成。", "四成"),
        ("南港新区是在什么地方开会的？", "5月3日，在南港新区管委会，两个新区开了会。", "南港新区管委会"),
        ("最高时速是多少？", "列车采用6节编组，最高时速80公里。", "80公里"),
        ("市长是谁？", "市长赵文博、副市长王海涛出席仪式。", "赵文博"),
        ("领队的负责人叫什么名字？", "上午，领队的负责人陈禾到了。", "陈禾"),
        ("副市长是谁？", "市长赵文博、副市长王海涛出席仪式。", "王海涛"),
        ("市里转移了多少名老人？", "已转移2家养老机构，包括53名老人、14名工作人员。", "53名"),
        ("休渔期有多长？", "为期3个半月的休渔期16日12点结束。", "3个半月"),
        ("休渔期什么时候结束？", "为期3个半月的休渔期16日12点结束。", "16日12点"),
        ("热线电话是多少？", "24小时报料热线400-800-0088。", "400-800-0088"),
        ("要建一个什么区？", "联合建设国际合作协作区，引进总部。", "国际合作协作区"),
        ("它是第几个新区？", "它是继另外10个之后的第11个新区，面积30亩。", "第11个"),
        ("茶叶价格跌了多少？", "茶叶报价64.4元，下跌3.5%。", "3.5%"),
        ("利率升了多少？", "利率上升25个基点。", "25个基点"),
        ("港口能带来多大的增长？", "港口将带来21亿元的经济增长，占地3公顷。", "21亿元"),
        ("一年需要多少茶叶？", "全城一年对茶叶的需求达到550吨。", "550吨"),
        ("调查了多少成年人？", "研究对4.4万名成年人进行了调查。", "4.4万名"),
        ("茶市什么时候最热闹？", "茶市在周六下午最热闹。", "周六下午"),
        ("第三季几时开播？", "第三季将于9月1日开播。", "9月1日"),
        ("节目由谁主持？", "在 Mira Holt 主持的节目里，他谈到了茶。", "Mira Holt"),
        ("南港公司的董事长是哪个人？", "南港公司的董事长陈禾到了。", "陈禾"),
    ],
)
def test_a_name_a_place_a_title_a_share_or_a_rank_is_found_in_chinese(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How large is the grant?", "The school got a grant of 24 million dollars in 3 parts.", "24 million dollars"),
        ("How big is the park?", "The park covers 12 acres and has 3 gates.", "12 acres"),
        ("Who ran the mill?", "Phase 2 began when Ada Holm ran the mill.", "Ada Holm"),
        ("How many berths does the harbour have?", "In 1931 the harbour had 14 berths and 3 cranes.", "14"),
        ("How long is the bridge?", OPENED_EN, "36 kilometers"),
        ("When did the bridge open?", OPENED_EN, "October 2, 2014"),
        ("What year did the bridge open?", OPENED_EN, "2014"),
        ("Who cut the ribbon?", "On Monday Ada Lund cut the ribbon in Oslo.", "Ada Lund"),
        ("Where is the farm?", "The farm lies west of Bern.", "west of Bern"),
        ("Where was the ribbon cut?", "On Monday Ada Lund cut the ribbon in Oslo.", "Oslo"),
        ("Which university did she attend?", "She attended the University of Oslo.", "University of Oslo"),
        ("Where does Lima rank among the ports?", "Lima is the third port of Peru.", "third"),
        ("What number is Lima in the row of ports?", "In 1931 Lima became the 11th port.", "11th"),
        ("What was Lima's population in 1931?", "In 1931 Lima had 300 inhabitants and 14 cranes.", "300 inhabitants"),
        ("What is the area of the farm?", "The farm has 12 cows on 30 hectares.", "30 hectares"),
        ("During which time period was it built?", "It was built in the mid-1770s.", "mid-1770s"),
        ("When does the trip start?", "Year 6 will go to the lakes from 12 to 16 May.", "12 to 16 May"),
        ("When does the trip end?", "Year 6 will go to the lakes from May 12-16.", "May 12-16"),
        ("How much are emissions down?", "Emissions are down 12% this year.", "12%"),
    ],
)
def test_a_short_answer_is_found_in_english(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(("question", "year"), [("What year was Mira Holt born?", "1893"), ("哪一年去世？", "1943")])
def test_of_the_two_dates_of_a_life_the_one_asked_for_is_given(question: str, year: str) -> None:
    text = BIRTH if detect(question) == "en" else "米拉·霍尔特（1893年5月12日－1943年6月26日），画家。"
    assert str(found(question, text)).startswith(year)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("展览哪一天结束？", "今日起，展览在馆内举行。", None),
        ("展览哪一天结束？", "5月1日起，展览在馆内举行，6月3日结束。", "6月3日"),
        ("展览从什么时候开始？", "5月1日起，展览在馆内举行，直到6月3日。", "5月1日"),
        ("When did the fair end?", "The fair ran from May 1 on.", None),
        ("When did the fair end?", "The fair ended on May 9.", "May 9"),
        ("When did the fair begin?", "The fair went on until May 9.", None),
    ],
)
def test_the_first_day_is_no_answer_to_when_something_ended(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("By how much did sales fall?", "Sales rose in June but were down 4.8 per cent in July.", "4.8 per cent"),
        ("How much of the crop is sold abroad?", "About one-third of the crop goes abroad.", "About one-third"),
        ("What share of the crop is lost?", "More than 1 in 5 plants are lost.", "More than 1 in 5"),
        ("How much does a visitor spend?", "Visitors spend KRW2.13 million each.", "KRW2.13 million"),
        ("How many people died?", "The storm caused 12 deaths.", "12"),
        ("How old is the pilot?", "Holt, 29, of Lima was arrested.", "29"),
        ("How big is the age gap between them?", "She married a man who is 20 years her senior.", "20 years"),
        ("What number should witnesses call?", "Call the tip line at 415-575-4444.", "415-575-4444"),
        ("How many stories are there?", "The archive holds over 60,000 fine stories.", "over 60,000"),
        ("When will they marry?", "They will marry next year.", "next year"),
        ("When is the best moment for tea?", "The best moment is 5.30pm on a Saturday.", "Saturday"),
        ("On what day does she return?", "She returns on Nov. 9 to Lima.", "Nov. 9"),
        ("Who teamed up with Holt Line?", "Holt Line and Mira Sand announced it.", "Mira Sand"),
    ],
)
def test_shares_ages_weekdays_and_the_other_of_two_are_found_in_english(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("青河市有多少人口？", "每列车最多可载1460人。"),
        ("What is the phone number?", "The office is open from 8 to 12 on 250 days."),
        ("How many people live there?", "Goods and people move freely between the two new areas."),
        ("How many trains ran?", "The two sides in freight trains and the port agreed."),
        ("How much land is there?", "The two sides of the inland port agreed."),
        ("Who chaired the meeting?", "The meeting was held. Photo by reporter Zheng Yu"),
        ("湖心岛为什么在1987年开放？", AREA),
        ("湖心岛有多重？", AREA),
        ("哪些人去了茶园？", "陈禾去了茶园。"),
        ("茶园和陈禾认识谁？", "茶园由陈禾开垦。"),
        ("By what year will it open?", "It will open on July 25."),
        ("Who runs it?", "The Greek committee runs it in Oslo."),
        ("When did it open?", "It may open."),
        ("Who opened it?", "Starting today, it is open."),
        ("Who explained the plan?", "The ministry said that FTAs matter."),
        ("最近几个月，谁来过茶园？", "茶园开放了3个月。"),
        ("这座岛最特别的地方在哪里？", "岛位于青河北岸。"),
    ],
)
def test_where_it_is_not_surely_there_none_is_given(question: str, text: str) -> None:
    assert found(question, text) is None


def test_two_names_that_stand_equally_near_give_none() -> None:
    assert found("谁拍了照片？", "张伟在山上拍了照片，王芳在山下拍了照片。") is None


@pytest.mark.parametrize(
    ("question", "text", "printed"),
    [
        ("When did the bridge open?", "October 2, 2014", "2014年10月2日"),
        ("How long is the bridge?", "36 kilometers", "36公里"),
    ],
)
def test_with_a_translation_the_text_is_in_the_language_of_the_question(question: str, text: str, printed: str) -> None:
    at = 100 + OPENED.index(printed)
    answer = short_answer(question, question, "en", unit(OPENED, OPENED_EN))
    assert answer == Short(text, "a", at, at + len(printed))


def test_a_number_that_only_the_translation_has_is_not_given() -> None:
    question = "How long is the bridge?"
    assert short_answer(question, question, "en", unit("大桥全长36公里。", "The bridge is 63 km long.")) is None


def test_a_name_with_rivals_in_print_points_at_the_whole_sentence() -> None:
    printed = unit("照片由崔力拍摄，王芳随后到来。", "The photo was taken by Cui Li.")
    answer = short_answer("Who took the photo?", "Who took the photo?", "en", printed)
    assert answer == Short("Cui Li", "a", printed.start, printed.end)


@pytest.mark.parametrize(
    ("question", "language", "text", "answer"),
    [
        ("港口什么时候启用的？", "zh", "The harbour opened in 1931.", "1931"),
        ("When was the garden planted?", "en", "茶园由陈禾在1987年开垦。", "1987"),
        ("How large is the garden?", "en", "茶园面积是320亩。", "320亩"),
    ],
)
def test_without_a_translation_what_is_told_by_form_is_given(
    question: str, language: Language, text: str, answer: str | None
) -> None:
    short = short_answer(question, question, language, unit(text))
    assert (short.text if short else None) == answer


def test_a_follow_up_takes_what_it_asks_from_the_question_before() -> None:
    text = "天湖新区面积1578平方公里，于2014年设立。"
    span = find("那天湖新区呢？", "云岭新区面积有多大？ 那天湖新区呢？", "zh", text)
    assert span
    assert text[span.start : span.end] == "1578平方公里"


@pytest.mark.parametrize("question", ["茶园面积是多少亩？", "谁开垦了茶园？", "How many berths does the harbour have?"])
def test_an_answer_carries_its_short_answer_at_its_place(question: str) -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(refusal_threshold=0.0))
    short = assistant.ask(question).short
    assert short
    assert assistant.article(short.article_id).text[short.start : short.end] == short.text
    assert short.text in ("320亩", "陈禾", "14")


def test_a_refusal_has_no_short_answer() -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(refusal_threshold=1.0))
    assert assistant.ask("茶园面积是多少亩？").short is None


def test_who_took_the_picture_is_no_part_of_what_it_shows() -> None:
    caption = "图为港口落成典礼。记者 陈禾 摄"
    assert (found("典礼由谁主持？", caption), found("照片是哪位记者拍的？", caption)) == (None, "陈禾")


@pytest.mark.parametrize(
    ("question", "line", "name"),
    [("短评是谁写的？", "□陈禾", "陈禾"), ("Who wrote it?", "By Jane Doe and Omar Lee", "Jane Doe and Omar Lee")],
)
def test_who_wrote_stands_in_the_by_line(question: str, line: str, name: str) -> None:
    assert found(question, line) == name
