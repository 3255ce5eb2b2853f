"""Who does something to whom."""

import pytest

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
    ],
)
def test_the_other_way_round_is_told(question: str, sentence: str, is_so: bool) -> None:
    assert is_reversed(question, sentence, detect(question)) == is_so
