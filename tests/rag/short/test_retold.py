"""What a date or an amount says in the other language, and what is left unsaid because it is not certain."""

import pytest

from rag.short.retold import retold
from rag.types import Language


@pytest.mark.parametrize(
    ("said", "language", "other"),
    [
        ("3,500 km", "zh", "3500公里"),
        ("1 May 1944", "zh", "1944年5月1日"),
        ("May 1, 1944", "zh", "1944年5月1日"),
        ("forty-five people", "zh", "45人"),
        ("19年", "en", "19 years"),
        ("两千年", "en", "2,000 years"),
        ("About one-third", "zh", "约三分之一"),
        ("three-quarters", "zh", "四分之三"),
        ("about 40 per cent", "zh", "约40%"),
        ("one in five", "zh", "五分之一"),
        ("20 to 35", "zh", "20至35"),
        ("£4.20", "zh", "4.20英镑"),
        ("3.5 million", "zh", "350万"),
        ("19-year-old", "zh", "19岁"),
        ("6.30am to 9pm", "zh", "6:30至21:00"),
        ("14 to 25 April", "zh", "4月14日至25日"),
        ("1950s", "zh", "20世纪50年代"),
        ("Monday to Friday", "zh", "周一至周五"),
        ("143部", "en", "143"),
        ("一万二千册", "en", "12,000"),
        ("四万余号", "en", "more than 40,000"),
        ("二十四海里", "en", "24 nautical miles"),
        ("二十五岁", "en", "25 years old"),
        ("9户", "en", "9 households"),
        ("shortly before 7am", "zh", "7:00前不久"),
        ("around May 1820", "zh", "约1820年5月"),
        ("12%", "en", "12%"),
        ("七成", "en", "70%"),
        ("约三分之一", "en", "about one third"),
        ("12至25人", "en", "12 to 25 people"),
        ("2小时40分钟", "en", "2 hours 40 minutes"),
        ("时速350公里", "en", "350 kilometres per hour"),
        ("18.6亿元", "en", "1.86 billion yuan"),
        ("1908", "en", "1908"),
        ("今年4月20日", "en", "20 April this year"),
        ("8月23日下午2点", "en", "2:00 pm on 23 August"),
        ("8月11日9:00至8月13日17:00", "en", "9:00 on 11 August to 17:00 on 13 August"),
        ("10月1日至8日", "en", "1 to 8 October"),
        ("1991年冬天", "en", "winter 1991"),
        ("20世纪50年代", "en", "the 1950s"),
        ("三四百人", "en", None),
        ("五六天", "en", None),
        ("5分", "en", "5"),
        ("12点", "en", None),
        ("3,5 km", "zh", None),
        ("2020年", "en", None),
        ("1 May 44", "zh", None),
        ("May 44", "zh", None),
    ],
)
def test_only_what_is_certain_is_said_in_the_other_language(said: str, language: Language, other: str | None) -> None:
    assert retold(said, language) == other
