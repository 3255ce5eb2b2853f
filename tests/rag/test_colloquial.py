"""Talk in plain words."""

import pytest

from rag import Assistant
from rag.colloquial import in_plain_words
from rag.types import Language


@pytest.mark.parametrize(
    ("question", "language", "plain"),
    [
        ("港口是啥时候建的？", "zh", "港口是什么时候建的？"),
        ("为啥要建港口？", "zh", "为什么要建港口？"),
        ("港口咋样？", "zh", "港口怎么样？"),
        ("会议几点钟开始？", "zh", "会议几点开始？"),
        ("他们头一回见面是哪天？", "zh", "他们第一次见面是哪天？"),
        ("三个统一具体指什么？", "zh", "三个统一指什么？"),
        ("So where's the port?", "en", "where is the port?"),
        ("What exactly are the three tasks?", "en", "What are the three tasks?"),
        ("Who runs it anyway?", "en", "Who runs it?"),
        ("具体要求是什么？", "zh", "具体要求是什么？"),
        ("What's been built?", "en", "What's been built?"),
        ("Who's won?", "en", "Who's won?"),
        ("When will they meet again?", "en", "When will they meet again?"),
        ("成都有哪些区？", "zh", "成都有哪些区？"),
        ("两区都有哪些区？", "zh", "两区有哪些区？"),
        ("港口什么时侯建的？", "zh", "港口什么时候建的？"),
        ("可以告诉我六项任务吗？", "zh", "六项任务是什么？"),
        ("请告诉我六项任务", "zh", "六项任务是什么"),
        ("恒声哪年裁的员？", "zh", "恒声哪年裁员的？"),
        ("他们何时结的婚？", "zh", "他们何时结婚的？"),
        ("开的馆是谁的？", "zh", "开的馆是谁的？"),
        ("他开的学校叫什么名字？", "zh", "他开的学校叫什么名字？"),
        ("老板开的工资是多少？", "zh", "老板开的工资是多少？"),
        ("告诉我能不能带狗", "zh", "告诉我能不能带狗"),
        ("告诉我港口在哪里", "zh", "告诉我港口在哪里"),
        ("天府新区占地多少？", "zh", "天府新区面积多大？"),
        ("天府新区占地多少亩？", "zh", "天府新区占地多少亩？"),
        ("港口是哪年批下来的？", "zh", "港口是哪年批准的？"),
        ("这一批的货什么时候到？", "zh", "这一批的货什么时候到？"),
        ("它在国家级新区里排老几？", "zh", "它是第几个国家级新区？"),
        ("李敬什么来头？", "zh", "李敬是谁？"),
        ("干嘛不当面谈？", "zh", "为什么不当面谈？"),
        ("介绍一下湖心岛", "zh", "湖心岛是什么？"),
        ("介绍一下这篇文章", "zh", "介绍一下这篇文章"),
        ("天府比两江大吗？", "zh", "天府和两江哪个更大？"),
        ("What year did the port get the green light?", "en", "What year was the port approved?"),
        ("How much land does the port cover?", "en", "how large is the port?"),
        ("What does a lid cost?", "en", "how much does a lid cost?"),
        ("Is Lima bigger than Quito?", "en", "Which is bigger, Lima or Quito?"),
        ("Tell me about the Elm Library.", "en", "What is the Elm Library?"),
        ("介绍一下如何报名", "zh", "介绍一下如何报名"),
        ("介绍费多少钱？", "zh", "介绍费多少钱？"),
        ("作业谁批？", "zh", "作业谁批？"),
        ("城管管哪些街道？", "zh", "城管管哪些街道？"),
        ("What does the cost include?", "en", "What does the cost include?"),
        ("What did the war cost the country?", "en", "What did the war cost the country?"),
        ("How much land is protected?", "en", "How much land is protected?"),
        ("Was the Tower longer than expected?", "en", "Was the Tower longer than expected?"),
        ("Tell me about how to register", "en", "Tell me about how to register"),
        ("List the six tasks please", "en", "What are the six tasks?"),
        ("Can you name all the 12 gates?", "en", "What are all the 12 gates?"),
        ("Give me the two reasons.", "en", "What are the two reasons?"),
        ("Name the mayor of Lima.", "en", "Name the mayor of Lima."),
        ("Tell me the price.", "en", "Tell me the price."),
        ("Tell me the 50 metre pool price", "en", "Tell me the 50 metre pool price"),
        ("告诉我门票免费吗？", "zh", "告诉我门票免费吗？"),
        ("科技巨头回应了什么？", "zh", "科技巨头回应了什么？"),
        ("码头一次能停几艘船？", "zh", "码头一次能停几艘船？"),
        ("将革命进行到底是谁说的？", "zh", "将革命进行到底是谁说的？"),
        ("《啥是佩奇》是谁拍的？", "zh", "《啥是佩奇》是谁拍的？"),
        ("啥时间开会？", "zh", "什么时间开会？"),
        ("Where exactly a kettle boils", "en", "Where exactly a kettle boils"),
    ],
)
def test_talk_becomes_plain_and_plain_words_stay(question: str, language: Language, plain: str) -> None:
    assert in_plain_words(question, language) == plain


def test_what_is_asked_as_people_talk_is_answered_alike(two_articles: Assistant) -> None:
    said, plain = two_articles.ask("茶园是啥时候开垦的？"), two_articles.ask("茶园是什么时候开垦的？")
    assert plain.short
    assert plain.short.text == "1987年"
    assert (said.short, said.text, said.confidence) == (plain.short, plain.text, plain.confidence)
    assert said.question == "茶园是啥时候开垦的？"
    assert said.understood == "茶园是什么时候开垦的？"
