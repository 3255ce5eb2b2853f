"""Who does something to whom."""

import pytest

from rag import Assistant
from rag.language import detect
from rag.signals.direction import is_reversed


@pytest.mark.parametrize(
    ("question", "sentence", "is_so"),
    [
        ("天府新区的人什么时候去两江新区考察的？", "去年7月25日，两江新区代表团前往天府新区调研。", True),
        ("天府新区的人什么时候去两江新区考察的？", "今年1月，天府新区也派团前往两江新区。", False),
        ("两江新区何时访问天府新区？", "去年7月25日，两江新区代表团前往天府新区调研。", False),
        ("杭州队哪天战胜了苏州队？", "5月3日，杭州队被苏州队战胜。", True),
        ("杭州队哪天被苏州队战胜？", "5月3日，苏州队战胜了杭州队。", False),
        ("两江新区和天府新区何时开会？", "去年7月25日，两江新区代表团前往天府新区调研。", False),
        ("When did people from Tianfu visit Liangjiang?", "Last July a group from Liangjiang went to Tianfu.", True),
        ("When did people from Tianfu visit Liangjiang?", "In May Liangjiang was visited by Tianfu.", False),
        ("When did Lima beat Quito?", "On May 3 Quito was beaten by Lima.", False),
        ("When did Lima beat Quito?", "On May 3 Lima was beaten by Quito.", True),
        ("When did Lima visit Quito?", "On May 3 Quito beat Lima.", False),
        ("When did Facebook buy Instagram?", "Instagram was bought in 2012 by Facebook.", False),
        ("When did Lima visit Quito?", "In May Quito had a visit from Lima.", False),
        ("天府新区的人什么时候回访两江的？", "去年7月25日，两江新区代表团前往天府新区调研。", True),
        ("天府新区的人什么时候来两江取经？", "去年7月25日，两江新区代表团前往天府新区调研。", True),
        ("天府新区代表团什么时候到两江新区的？", "去年7月25日，两江新区代表团前往天府新区调研。", True),
        ("天府新区代表团什么时候到两江新区的？", "今年1月，天府新区也派团前往两江新区。", False),
        ("天府新区到底什么时候访问两江新区？", "今年1月，天府新区也派团前往两江新区。", False),
        ("Did Tianfu pay a visit back to Liangjiang?", "In July a group from Liangjiang went to Tianfu.", True),
        ("Did Tianfu pay a visit back to Liangjiang?", "In January Tianfu sent a delegation to Liangjiang.", False),
        ("两江新区何时访问天府新区？", "天府新区主任会见前来考察的两江新区代表团。", False),
        ("天府新区代表团在两江新区参观了哪些地方？", "去年7月25日，两江新区代表团前往天府新区调研。", True),
        ("两江新区代表团在天府新区参观了哪些地方？", "去年7月25日，两江新区代表团前往天府新区调研。", False),
        (
            "When did Osterby's mayor visit Lund Harbour?",
            "The mayor of Lund Harbour, Ann Holm, had gone to Osterby.",
            True,
        ),
        (
            "When did Lund Harbour's mayor go to Osterby?",
            "The mayor of Lund Harbour, Ann Holm, had gone to Osterby.",
            False,
        ),
        ("江城一中什么时候战胜了实验中学？", "实验中学队以3比2战胜江城一中队。", True),
        ("实验中学什么时候战胜了江城一中？", "实验中学队以3比2战胜江城一中队。", False),
        ("云帆软件公司什么时候收购了蓝禾科技？", "去年9月，公司收购了南京云帆软件公司。", True),
        ("云帆软件公司是谁收购的？", "去年9月，公司收购了南京云帆软件公司。", False),
        ("云帆软件公司什么时候收购的？", "去年9月，公司收购了南京云帆软件公司。", False),
        ("优质小麦的收购价是多少？", "粮站以每斤1.5元收购优质小麦。", False),
        ("农产品收购点在哪里？", "合作社在村口设点收购农产品。", False),
        ("废旧电池收购多少钱一斤？", "本店以五元一斤收购废旧电池。", False),
        ("高教授为什么找保守派增加胜算？", "高教授触怒了保守派，故找来一位增加胜算。", False),
    ],
)
def test_the_other_way_round_is_told(question: str, sentence: str, is_so: bool) -> None:
    assert is_reversed(question, sentence, detect(question)) == is_so


def test_the_right_one_of_two_deeds_answers() -> None:
    text = "Leeds beat Derby 2-1 on 3 May. Derby, once the champions, then beat Leeds in June."
    answer = Assistant.from_texts({"a": text}).ask("When did Leeds beat Derby?")
    assert answer.short
    assert answer.short.text == "3 May"
