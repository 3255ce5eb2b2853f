"""Follow-ups take over what they leave out; new topics take nothing."""

import pytest

from rag import Assistant
from rag.followup.understand import understand
from rag.language import detect

ZH = "两江新区规划面积有多大？"
EN = "How large is Liangjiang New Area?"


def after(*questions: str) -> str:
    """The last question as understood after the others."""
    history = [{"role": "user", "content": question} for question in questions[:-1]]
    return understand(questions[-1], detect(questions[-1]), history)


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        (ZH, "那天府新区呢？", "天府新区规划面积有多大？"),
        (ZH, "那么，天府新区呢", "天府新区规划面积有多大？"),
        ("两江新區規劃面積有多大？", "那天府新區呢？", "天府新區規劃面積有多大？"),
        ("清华大学的校长是谁？", "北京大学呢？", "北京大学的校长是谁？"),
        ("华为公司总部在哪里？", "腾讯呢？", "腾讯总部在哪里？"),
        ("《红楼梦》的作者是谁？", "《西游记》呢？", "《西游记》的作者是谁？"),
        ("李敬对两江新区提出了什么建议？", "那天府新区呢？", "李敬对天府新区提出了什么建议？"),
        ("熊猫吃什么？", "老虎呢？", "老虎吃什么？"),
        ("2020年重庆GDP是多少？", "2021年呢？", "2021年重庆GDP是多少？"),
        ("第一项任务是什么？", "第二项呢？", "第二项任务是什么？"),
        ("重庆的书记是谁？", "成都的呢？", "成都的书记是谁？"),
        ("整机保修多久？", "那加热管呢？", "加热管，整机保修多久？"),
        ("水箱能装多少水？", "那壶身呢？", "壶身能装多少水？"),
        ("红灯亮了是什么意思？", "黄色闪烁呢？", "黄色闪烁是什么意思？"),
        ("哪个部门负责？", "电话呢？", "电话，哪个部门负责？"),
        ("图书馆每天几点开门？", "周末呢？", "周末图书馆每天几点开门？"),
        (EN, "And Tianfu?", "How large is Tianfu?"),
        ("How much is a ticket for adults?", "And for students?", "How much is a ticket for students?"),
        ("What was the length of the north pier?", "And of the south pier?", "What was the length of the south pier?"),
        ("Who leads Liangjiang New Area?", "What about Chengdu?", "Who leads Chengdu?"),
        ("How old is the harbour?", "And the lighthouse?", "How old is the lighthouse?"),
        ("When did Apple release the iPhone?", "How about Samsung?", "When did Samsung release the iPhone?"),
        ("What was production in 2020?", "And in 2021?", "What was production in 2021?"),
        ("What does the first task cover?", "And the second?", "What does the second task cover?"),
        ("Where is the University of Oxford?", "What about Cambridge?", "Where is Cambridge?"),
        ("How many days of sick leave do I get?", "And parental leave?", "How many days of parental leave do I get?"),
        ("How big is the north pier?", "And the south pier?", "How big is the south pier?"),
        ("How much is an adult ticket?", "And a child ticket?", "How much is a child ticket?"),
        ("What is your refund policy?", "And privacy policy?", "What is your privacy policy?"),
        ("How long is leave?", "And sick leave?", "How long is sick leave?"),
        ("How big is New York City?", "And Mexico City?", "How big is Mexico City?"),
        ("Can I bring my dog?", "And my bike?", "Can I bring my bike?"),
        ("Can I bring my own food?", "And my own drinks?", "Can I bring my own drinks?"),
        ("Can I bring a dog?", "And a cat?", "Can I bring a cat?"),
        ("What time do you open on Monday?", "And close?", "What time do you close on Monday?"),
        ("What time does the museum open?", "And close?", "What time does the museum close?"),
        ("How do I fill the water tank?", "What is its capacity?", "What is the water tank’s capacity?"),
        ("When can I visit the museum?", "Where is it?", "Where is the museum?"),
        ("When does the library open?", "And on Sundays?", "When does the library open on Sundays?"),
        ("When is it open on Monday?", "And on Sunday?", "When is it open on Sunday?"),
        ("小米公司的总部在哪里？", "那家公司是谁创办的？", "小米公司是谁创办的？"),
        (ZH, "那个新区何时成立？", "两江新区何时成立？"),
        ("这些企业何时成立？", "那些项目呢？", "这些项目何时成立？"),
        ("普通票多少钱？", "老人呢？", "老人多少钱？"),
        ("本地人买票多少钱？", "外地人呢？", "外地人多少钱？"),
        ("任正非是谁？", "此人是哪里人？", "任正非是哪里人？"),
        ("周末图书馆几点开门？", "平时呢？", "平时图书馆几点开门？"),
        ("上午图书馆几点开门？", "周六呢？", "周六上午图书馆几点开门？"),
        ("第三季度收入是多少？", "去年呢？", "去年第三季度收入是多少？"),
        ("When is it open on Monday?", "What about Saturday?", "When is it open on Saturday?"),
        ("What does IT do?", "Where is it?", "Where is IT?"),
        ("Is there a guest room?", "How much does it cost?", "How much does a guest room cost?"),
        ("今年产量是多少？", "去年呢？", "去年产量是多少？"),
        ("夏令营什么时候开始？", "到哪天为止？", "夏令营开始，到哪天为止？"),
        ("公交什么时候发车？", "周日呢？", "周日公交什么时候发车？"),
        ("运动会什么时候举行？", "2025年呢？", "2025年运动会什么时候举行？"),
        ("一期工程全长多少？", "二期呢？", "二期工程全长多少？"),
        ("How long does the course last?", "And the second one?", "How long does the second course last?"),
        ("第一届冠军是谁？", "第二个呢？", "第二届冠军是谁？"),
        ("六个联动里第三个是什么？", "最后一个呢？", "六个联动里最后一个是什么？"),
        ("What is the third of the six tasks?", "And the fourth?", "What is the fourth of the six tasks?"),
        ("公园城市什么时候形成？", "那2035年呢？", "2035年公园城市怎么样？"),
        ("When will the park open?", "What about 2035?", "What about the park in 2035?"),
        ("2023年营收是多少？", "那前一年呢？", "2022年营收是多少？"),
        ("What was the profit in 2023?", "And the year before?", "What was the profit in 2022?"),
        ("吴永福多大年纪了？", "他儿子是干什么的？", "吴永福儿子是干什么的？"),
        ("泰国工厂总投资多少？", "什么时候投产？", "泰国工厂什么时候投产？"),
        ("少儿读者能借几册？", "能借几天？", "少儿读者能借几天？"),
        ("How much is the beginners' course?", "And the advanced one?", "How much is the advanced course?"),
        ("How do I clean the pump?", "How long does it take?", "How long does it take to clean the pump?"),
        ("How do I clean the pump?", "How often should I do it?", "How often should I clean the pump?"),
        ("怎么清洗水泵？", "要多久？", "清洗水泵要多久？"),
        ("Who retires in July?", "How long has he taught?", "How long has the person who retires in July taught?"),
        ("Who will retire in July?", "Where does he live?", "Where does the person who will retire in July live?"),
    ],
)
def test_a_new_subject_replaces_the_earlier_one(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        (ZH, "它的面积呢？", "两江新区的面积多大？"),
        (ZH, "它是什么时候成立的？", "两江新区是什么时候成立的？"),
        (ZH, "何时批准它的？", "何时批准两江新区的？"),
        (ZH, "其总部在哪里？", "两江新区的总部在哪里？"),
        (ZH, "該區何時成立？", "两江新区何時成立？"),
        ("小米公司的总部在哪里？", "这家公司是谁创办的？", "小米公司是谁创办的？"),
        ("两江新区和天府新区相距多远？", "它们什么时候合作？", "两江新区和天府新区什么时候合作？"),
        ("重庆工商大学经济学院院长是谁？", "他提出了哪些建议？", "重庆工商大学经济学院院长提出了哪些建议？"),
        ("谁发明了电话？", "他是哪里人？", "发明了电话的人是哪里人？"),
        (EN, "When was it approved?", "When was Liangjiang New Area approved?"),
        (EN, "And when was it approved?", "When was Liangjiang New Area approved?"),
        (EN, "What is its population?", "What is Liangjiang New Area’s population?"),
        (EN, "How many people live there?", "How many people live in Liangjiang New Area?"),
        ("What are the six joint actions?", "Who leads them?", "Who leads the six joint actions?"),
        ("What is the planned area of Tianfu?", "Who leads it?", "Who leads Tianfu?"),
        ("When did the harbour open?", "Who built it?", "Who built the harbour?"),
        ("When was the joint meeting held?", "Why was it held?", "Why was the joint meeting held?"),
        ("Who is the mayor of Chicago?", "How old is she?", "How old is the mayor of Chicago?"),
        ("Who leads Tianfu?", "When was he born?", "When was the person who leads Tianfu born?"),
    ],
)
def test_a_pronoun_stands_for_the_subject_of_the_earlier_question(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        ("联席会议是什么时候召开的？", "为什么？", "联席会议是为什么召开的？"),
        ("联席会议是什么时候召开的？", "在哪里？", "联席会议是在哪里召开的？"),
        (ZH, "为什么？", "两江新区规划面积，为什么？"),
        (ZH, "在哪里？", "两江新区在哪里？"),
        (ZH, "还有呢？", ZH),
        ("谁发明了电话？", "什么时候？", "什么时候发明了电话？"),
        (ZH, "什么时候成立的？", "两江新区什么时候成立的？"),
        ("六个联动是什么？", "由谁提出？", "六个联动由谁提出？"),
        (ZH, "人口有多少？", "两江新区人口有多少？"),
        (ZH, "辖哪些区？", "两江新区辖哪些区？"),
        ("When was Tianfu approved?", "Why?", "Why was Tianfu approved?"),
        ("When was Tianfu approved?", "By whom?", "By whom was Tianfu approved?"),
        ("Which districts does Tianfu govern?", "How many?", "How many districts does Tianfu govern?"),
        ("Which companies invested here?", "How many?", "How many companies invested here?"),
        ("Who leads Tianfu?", "Since when?", "Who leads Tianfu, and since when?"),
        ("What is the area of Tianfu?", "What is the population?", "What is the population of Tianfu?"),
        (EN, "Anything else?", EN),
    ],
)
def test_the_topic_carries_over_to_a_new_question_word(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood


@pytest.mark.parametrize(
    "question",
    [
        "李敬提出了哪些建议？",
        "公园城市何时建成？",
        "那公园城市何时建成？",
        "什么是公园城市？",
        "谁提出了六个联动？",
        "哪些企业参加了会议？",
        "李敬对他的学生说了什么？",
        "其他新区有哪些？",
        "窃听又叫什么？",
        "巴黎的人口有多少？",
        "这篇文章讲了什么？",
        "作者是谁？",
        "总结一下",
        "What is there in Chengdu?",
        "Who wrote the report?",
        "And where is Chengdu?",
        "Is it true that Chengdu is larger?",
        "What did Li Jing say about his students?",
        "Which company sold its shares?",
        "How important is it to open ports?",
        "What does this article say?",
        "When did the company close its shop?",
        "What is the population of Chengdu?",
    ],
)
@pytest.mark.parametrize("earlier", [ZH, EN])
def test_a_question_that_stands_by_itself_stays_word_for_word(earlier: str, question: str) -> None:
    assert after(earlier, question) == question


def test_in_a_chain_the_earlier_question_counts_as_it_was_understood() -> None:
    chain = [ZH, "那天府新区呢？", "它的人口呢？", "什么时候批准的？", "为什么？"]
    understood = [after(*chain[:length]) for length in range(2, 6)]
    assert understood == [
        "天府新区规划面积有多大？",
        "天府新区的人口是多少？",
        "天府新区什么时候批准的？",
        "天府新区为什么批准的？",
    ]


def test_an_english_chain_changes_subject_and_question() -> None:
    assert after(EN, "And Tianfu?", "When was it approved?", "By whom?", "Why?") == "Why was Tianfu approved?"


def test_a_subject_is_carried_into_the_other_language_as_it_is() -> None:
    assert after(ZH, "When was it approved?") == "When was 两江新区 approved?"
    assert after(EN, "它的面积呢？", "那天府新区呢？") == "天府新区的面积多大？"


def test_thanks_do_not_become_the_subject() -> None:
    assert after(ZH, "谢谢！", "那天府新区呢？") == "天府新区规划面积有多大？"
    assert after(EN, "Thank you very much.", "And Tianfu?") == "How large is Tianfu?"


def test_what_cannot_be_told_is_put_beside_what_was_asked_about() -> None:
    assert after("李敬在哪个大学工作？", "它在哪里？") == "李敬 它在哪里？"


def test_a_question_without_a_subject_is_taken_over_only_where_that_leaves_nothing_open() -> None:
    for question in ("几点关门呢？", "为什么？", "还有呢？", "真的呢？"):
        assert after("几点开门？", question) == question
    assert after("几点开门？", "能带狗吗？", "猫呢？") == "能带猫吗？"


def test_a_long_question_says_what_it_is_about() -> None:
    question = "在重庆疫情防控的关键时期，它和其他新区一起为统筹推进防控工作与经济社会发展的各项任务都做了什么？"
    assert after(ZH, question) == question


@pytest.mark.parametrize("content", [None, 5, [], [{"type": "image"}], "问" * 100_000, {"odd": 1}, "Где это?"])
def test_turns_without_a_question_are_passed_over(content: object) -> None:
    odd = [{"role": "user", "content": ZH}, {"role": "user", "content": content}, {"role": "user"}, "not a turn"]
    assert understand("那天府新区呢？", "zh", odd) == "天府新区规划面积有多大？"  # type: ignore[arg-type]


def test_a_turn_in_parts_is_read() -> None:
    turn = {"role": "user", "content": [{"type": "text", "text": "两江新区有多大？"}]}
    assert understand("那天府新区呢？", "zh", [turn]) == "天府新区有多大？"


@pytest.mark.parametrize("question", ["那天府新区呢？", "它呢？", "Why?", "And?"])
def test_without_history_there_is_nothing_to_take_over(question: str) -> None:
    assert after(question) == question


def test_the_answer_is_to_the_question_as_understood(assistant: Assistant) -> None:
    answer = assistant.ask("那天府新区呢？", [{"role": "user", "content": ZH}])
    assert answer.question == "那天府新区呢？"
    assert answer.understood == "天府新区规划面积有多大？"
    assert "1578平方公里" in answer.text
