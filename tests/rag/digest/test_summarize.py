"""Questions about the whole get key sentences; specific questions do not."""

import pytest

from corpus.load import bundled
from rag import Assistant, Settings
from rag.digest.scope import scopes
from tests.rag.conftest import TEXTS
from tests.rag.test_assistant import hold

WHOLE = """
这篇文章讲了什么？
文章的主要内容是什么？
总结一下
請概括文章大意
本文主要讲述了什么内容？
给我一个总结
能不能帮我总结一下这篇文章？
文章的要点有哪些？
用三句话概括全文
把这篇文章总结一下
这篇文章是关于什么的？
这一版报道讲的主要是哪件事？
这张报纸主要报道了什么事？
What event is this newspaper page mainly about?
What topics does the article cover?
What is the main news on this page?
What is this article about?
Summarise the article
Give me the key points
Can you summarize the text in three sentences?
What's the article about?
What does the article say?
What are the main points of the text?
TL;DR
"""
SECTIONS = """
概括第二部分
总结“背景”这一节
背景部分讲了什么？
最后一部分说了什么？
总结第一段
概括短评
这篇短评讲了什么？
What is the commentary about?
What does the expert say?
summarise the section on experts
Summarize section 2
What is the second section about?
Sum up the Background section, please
What is the last part about?
Summarise paragraph 3
"""
SPECIFIC = """
文章提到了哪些企业？
总结会什么时候召开？
李敬说了什么？
李敬的主要观点是什么？
会议的主要内容是什么？
年度总结大会在哪里举行？
文章的作者是谁？
概括来说，两江新区有多大？
重点任务有哪些？
六个联动的内容是什么？
谁做的总结？
总结出了什么经验？
主题公园在哪里？
报道了哪些企业？
总结第二十部分
Who wrote the summary?
What does Li Jing say?
When was the summary meeting held?
What are the key tasks?
What does the article say about exports?
What is the main reason for the delay?
How many sections does the article have?
What is the theme of the 2020 conference?
What is the topic of the conference?
Summarise the section on penguins
What is Liangjiang New Area about to do?
What is the meeting about?
What event took place in January?
这次会议讲了什么？
"""


def listed(questions: str) -> list[str]:
    """One question a line."""
    return questions.strip().splitlines()


@pytest.mark.parametrize("question", listed(WHOLE))
def test_a_question_about_the_whole_is_known(question: str) -> None:
    assert [scope.whole for scope in scopes(question, [bundled()])] == [True]


@pytest.mark.parametrize("question", listed(SECTIONS))
def test_a_question_about_a_section_is_known(question: str) -> None:
    assert [scope.whole for scope in scopes(question, [bundled()])] == [False]


@pytest.mark.parametrize("question", listed(SPECIFIC))
def test_a_specific_question_wants_no_digest(question: str) -> None:
    assert scopes(question, [bundled()]) == []


@pytest.mark.parametrize(
    "question", ["总结“背景”这一节", "Sum up the Background section", "Summarise the fourth section"]
)
def test_a_section_goes_as_far_as_the_next_of_its_level(question: str) -> None:
    (scope,) = scopes(question, [bundled()])
    text = [bundled().paragraph_text(paragraph.number) for paragraph in scope.paragraphs]
    assert text[0].startswith("重庆两江新区是我国内陆第一个")
    assert text[-1].startswith("图为鸟瞰")


@pytest.mark.parametrize("question", ["这篇文章讲了什么？", "What is this article about?"])
def test_the_digest_is_a_few_cited_sentences_in_reading_order(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    hold(answer, assistant)
    assert answer.answered
    assert 3 <= len(answer.citations) <= 5
    starts = [citation.start for citation in answer.citations]
    assert starts == sorted(starts)
    assert all(citation.quote[-1] in "。”" for citation in answer.citations)


def test_both_languages_give_the_same_digest(assistant: Assistant) -> None:
    chinese, english = assistant.ask("总结一下"), assistant.ask("Summarise the article")
    assert [c.quote for c in chinese.citations] == [c.quote for c in english.citations]


def test_the_digest_of_a_section_comes_from_it(assistant: Assistant) -> None:
    answer = assistant.ask("总结“背景”这一节")
    hold(answer, assistant)
    assert 2 <= len(answer.citations) <= 4
    assert {citation.section for citation in answer.citations} == {"两个国家级新区 发挥“双引擎”作用"}


def test_the_same_thing_is_not_said_twice() -> None:
    same = "\n\n".join(f"港口在1931年启用，是全省第一个现代港口，工程师第{n}次到场。" for n in range(9))
    assistant = Assistant.from_texts({"港口": f"{same}\n\n市长为了纪念这一天，在城里种下了许多樱花树。"})
    assert len(assistant.ask("这篇文章讲了什么？").citations) == 2


def test_with_several_articles_each_has_its_say_unless_one_is_named(two_articles: Assistant) -> None:
    every, named = two_articles.ask("What are these articles about?"), two_articles.ask("Summarise the harbour")
    hold(every, two_articles)
    assert [c.article_id for c in every.citations] == ["harbour", "harbour", "茶"]
    assert {c.article_id for c in named.citations} == {"harbour"}


def test_an_english_digest_of_a_chinese_article_without_translation_is_in_english() -> None:
    assistant = Assistant.from_texts({"茶": TEXTS["茶"]}, Settings())
    answer = assistant.ask("What is this article about?")
    hold(answer, assistant)
    assert answer.answered


def test_a_follow_up_may_ask_for_the_next_section(assistant: Assistant) -> None:
    answer = assistant.ask("那第四部分呢？", [{"role": "user", "content": "概括第二部分"}])
    assert answer.understood == "概括第四部分"
    assert answer.answered


def test_a_manual_is_its_title_and_no_bare_step() -> None:
    steps = "1. 撕掉机身和滤芯上面的那一层保护膜。\n2. 把滤芯顺时针旋入卡槽，直到听见咔嗒一声。"
    care = "当出水变慢或者噪音变大的时候，应当进行除垢。除垢时请加入白醋，静置一个小时之后倒掉。"
    manual = f"# 净饮机使用说明\n\n感谢选购。\n\n## 首次使用\n\n{steps}\n\n## 保养\n\n{care}"
    answer = Assistant.from_texts({"manual": manual}).ask("这篇文章讲了什么？")
    quotes = [citation.quote for citation in answer.citations]
    assert quotes[0] == "净饮机使用说明"
    assert quotes[1] in care
    assert not any(quote in steps for quote in quotes)


def test_what_opens_a_notice_is_told_though_it_ends_open() -> None:
    opening = "为规范老城区的停车秩序，现将居民停车证申办的有关事项通告如下："
    rest = "停车证每年收费三百六十元，一年一换。\n\n申请人应当是本市的居民，并且有自己的汽车。"
    answer = Assistant.from_texts({"notice": f"{opening}\n\n{rest}"}).ask("这篇文章讲了什么？")
    assert answer.citations[0].quote == opening


def test_a_notice_of_numbered_points_is_told_by_them() -> None:
    opening = "各位业主：\n\n为规范小区的停车秩序，现将停车的有关事项通知如下：\n\n"
    points = "1. 车辆应当停放在划定的车位之内。\n2. 每户可以办理两张停车证，一年一换。\n3. 夜间十点之后禁止鸣笛和洗车。"
    answer = Assistant.from_texts({"notice": opening + points}).ask("这篇文章讲了什么？")
    assert any(citation.quote in points for citation in answer.citations)


@pytest.mark.parametrize(
    "first", ["3.5万名游客在假期来到了这座小城，比去年多出一倍。", "20.3%的居民都在港口工作，比去年多了一些。"]
)
def test_a_decimal_is_no_number_of_an_item(first: str) -> None:
    rest = "港口的船只也比往年多了许多，渔民们都很高兴。\n\n## 天气\n\n春天的小城多雨，气温在十度上下，海风很大。"
    answer = Assistant.from_texts({"a": f"# 小城\n\n{first}{rest}"}).ask("这篇文章讲了什么？")
    assert answer.citations[0].quote == first
