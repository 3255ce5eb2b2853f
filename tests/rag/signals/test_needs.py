"""What a question asks of a life, a name or an event, and a sentence says nothing of."""

import pytest

from rag import Assistant
from rag.signals.needs import lacks_kin, lacks_life, lacks_origin, lacks_stage, may_lack


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("沈若兰是哪年出生的？", "沈伯年于1999年去世。", True),
        ("沈伯年什么时候出生？", "沈伯年（1912—1999），宁波人。", False),
        ("陆秀英是什么时候去世的？", "1938年春天，他和妻子一起修表。", True),
        ("王建国什么时候出生？", "王建国，男，汉族，1968年5月生，河北保定人。", False),
        ("汉武帝什么时候去世？", "汉武帝于公元前87年驾崩。", False),
        ("When did Amy Lowe die?", "The poet Amy Lowe succumbed to cancer in 2001.", False),
        ("沈伯年何时去世？", "沈伯年于1999年病逝。", False),
        ("When was Mira Holt born?", "Mira Holt opened her shop in 1938.", True),
        ("When did Mira Holt die?", "She died in 1943.", False),
        ("When was the park opened?", "It was opened in 1938.", False),
        ("地震发生在哪一年？", "1997年这一带有过4级地震。", False),
        ("学生什么时候开学？", "九月一日开学。", False),
        ("When did Lincoln die?", "Lincoln was assassinated on April 14, 1865.", False),
        ("王芳毕业于哪所大学？", "农业大学经济系主任王芳认为，合作是好事。", True),
        ("王芳毕业于哪所大学？", "王芳1990年考入农业大学。", False),
        ("Where did Ruth Kane graduate from?", "Ruth Kane is a professor at Dale University.", True),
        ("Where did Ruth Kane graduate from?", "Ruth Kane took her degree at Dale.", False),
    ],
)
def test_when_a_life_begins_or_ends_is_said_in_words_for_that(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_stage(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("Where was Ruth Kane born?", "The reporter met Ruth Kane, a dean.", True),
        ("Where was Ruth Kane born?", "Ruth Kane grew up in Lima.", False),
        ("王芳在哪里出生？", "王芳今年41岁，开过出租车。", True),
        ("王芳是哪里人？", "晨报记者采访了主任王芳。", True),
        ("王芳是哪里人？", "王芳，浙江湖州人。", False),
        ("王芳是哪里人？", "王芳今年二十岁，来自河北保定。", False),
        ("王芳是什么学历？", "王芳，1992年入党，省委党校研究生。", False),
        ("毕业典礼在哪里举行？", "典礼在礼堂举行。", False),
        ("老家具怎么保养？", "木器要避开阳光。", False),
        ("Where is the nearest station from the hotel?", "It is two minutes on foot.", False),
        ("Where did Holm study?", "She earned a PhD in physics.", False),
    ],
)
def test_school_and_origin_are_said_in_words_for_that(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_life(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "passage", "lacks"),
    [
        ("何秀兰的儿子叫什么？", "父亲何仲是茶商，母亲沈氏不识字。", True),
        ("何秀兰的儿子叫什么？", "她有一子，名何安。", False),
        ("Who is Mira Holt's son?", "Mira Holt lived with her sister Ann.", True),
        ("Who was the father of Mira Holt?", "Mira Holt, daughter of Tom Holt, was born in Lima.", False),
        ("王强的妻子是谁？", "王强的老伴李秀英是会计。", False),
        ("When did his wife die?", "Ann died in 1950.", False),
    ],
)
def test_kin_that_is_asked_for_is_said(question: str, passage: str, lacks: bool) -> None:
    assert lacks_kin(question, passage) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("第六次会议在哪座城市召开？", "1月3日，第六次会议提出：“要在西部形成增长极”。", True),
        ("第六次会议在哪座城市召开？", "1月3日，第六次会议在北京提出新目标。", False),
        (
            "In which city was the sixth meeting held?",
            'On January 3 the sixth meeting said: "Build it in the west."',
            True,
        ),
        ("In which city was the fair held?", "Ada Holt won the prize at the Northern Food Fair in Leeds.", False),
        ("Where will the ceremony take place?", "The ceremony will be outside the church.", False),
        ("哪个国家负责举办比赛？", "比赛打进决赛，对手是东道主。", False),
        ("活动在哪里举办？", "活动地址：人民公园东门。", False),
        ("年会在哪里举行？", "年会移师成都。", False),
        ("Where does the parade take place?", "The parade winds along King Street.", False),
        ("In which year was the match held?", "The match was played on 3 May 1990.", False),
        ("公司在哪里开业？", "公司五月开业。", False),
    ],
)
def test_where_an_event_was_is_said_in_words_for_that(question: str, sentence: str, lacks: bool) -> None:
    assert may_lack(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("公司成立于哪一年？", "去年9月，公司收购了一家软件公司。", True),
        ("公司成立于哪一年？", "公司创办于2009年。", False),
        ("公司什么时候成立？", "1996年12月，两科合并，改设公司。", False),
        ("中心什么时候建成？", "中心计划3月动工。", True),
        ("中心什么时候建成？", "中心3月投用。", False),
        ("老码头建于什么时候？", "每年三月三，节日在老码头举行。", True),
        ("老码头建于什么时候？", "老码头始于明代。", False),
        ("老码头什么时候开放？", "每年三月三，节日在老码头举行。", False),
        ("大桥什么时候建成？", "大桥于1968年12月通车。", False),
        ("体育馆什么时候完工？", "体育馆2008年交付。", False),
        ("水电站什么时候建成？", "水电站2012年并网发电。", False),
        ("最多宽限几天？", "逾期最多延长十五天。", False),
        ("学校什么时候创办？", "学校于1902年由乡绅出资兴办。", False),
        ("公司什么时候上市？", "去年9月，公司收购了一家软件公司。", True),
        ("新书什么时候上市？", "新书5月面世。", False),
        ("When was the club founded?", "The club has 80 members since last May.", False),
        ("When was the club founded?", "In May the club bought a boat.", True),
        ("How wide is the bridge?", "Walkers cross by a bridge 80 metres upstream.", True),
        ("How wide is the bridge?", "The bridge is 80 metres by 12.", False),
    ],
)
def test_when_a_thing_began_and_how_wide_it_is_is_said_in_words_for_that(
    question: str, sentence: str, lacks: bool
) -> None:
    assert may_lack(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("Where does the name Tarrow come from?", "Tarrow is made up of two parishes.", True),
        ("Where does the name Tarrow come from?", "Tarrow is an old word for a ford.", False),
        ("How did the town get its name?", "The town was called after a ford.", False),
        ("万年桥的名字是怎么来的？", "万年桥建于1652年，全长46米。", True),
        ("古镇名字的由来是什么？", "古镇因溪边多竹而得名。", False),
        ("名单是怎么来的？", "居民投票选出了十人。", False),
        ("报名怎么取消？", "在网上提交即可。", False),
        ("第一名如何得到奖品？", "奖品到前台领取。", False),
    ],
)
def test_where_a_name_comes_from_is_said_in_words_for_that(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_origin(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("万年桥是谁设计的？", "万年桥建于1652年，全长46米。", True),
        ("万年桥是谁设计的？", "万年桥由工匠李春主持修建。", False),
        ("Who designed the bridge?", "The bridge was opened in 1923.", True),
        ("Who designed the bridge?", "The bridge is by Ann Kane.", False),
        ("What is the publication date of the report?", "On May 2 the meeting was held by video link.", True),
        ("What is the publication date of the report?", "2 May 2020", False),
        ("这篇报道登在哪天的报纸上？", "2月28日，会议通过视频举行。", True),
        ("稿件刊登后几天付稿酬？", "采用后30日内支付。", False),
        ("Who designed the bridge?", "The engineer of the bridge was Ann Kane.", False),
        ("When was the report published?", "The report came out in May 2021 and ran to 90 pages, or more.", False),
    ],
)
def test_who_designed_and_when_it_was_published_is_said_in_words_for_that(
    question: str, sentence: str, lacks: bool
) -> None:
    assert may_lack(question, sentence) == lacks


@pytest.mark.parametrize(
    ("question", "sentence", "lacks"),
    [
        ("全球有多少人？", "地球上约有80亿人。", False),
        ("全世界有多少只雪豹？", "三江源有一千多只雪豹。", True),
        ("三江源有多少只雪豹？", "三江源有一千多只雪豹。", False),
    ],
)
def test_all_the_world_is_said_in_words_for_that(question: str, sentence: str, lacks: bool) -> None:
    assert lacks_life(question, sentence) == lacks


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("新品将于9月12日亮相台上，售价2999元。", "新品几月上市？", "9月12日"),
        ("道路红线内40米，双向六道。", "道路有多宽？", "40米"),
        ("The scheme went live on 1 April 2018.", "When was the scheme set up?", "1 April 2018"),
    ],
)
def test_a_missing_word_alone_does_not_refuse(text: str, question: str, short: str | None) -> None:
    answer = Assistant.from_texts({"a": text}).ask(question)
    assert (answer.short.text if answer.short else None) == short
