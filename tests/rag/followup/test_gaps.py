"""Follow-ups on something else than the subject of the earlier question, and those that leave its question behind."""

import pytest

from rag.followup.understand import understand
from rag.language import detect
from rag.short.asked import wanted_of


def after(earlier: str, question: str) -> str:
    """A question as understood after another."""
    return understand(question, detect(question), [{"role": "user", "content": earlier}])


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        ("开放方面怎么联动？", "那改革呢？", "改革方面怎么联动？"),
        ("开放方面怎么联动？", "那改革方面呢？", "改革方面怎么联动？"),
        ("开放上怎么联动？", "改革呢？", "改革上怎么联动？"),
        ("医疗方面怎么合作？", "旅游呢？", "旅游方面怎么合作？"),
        ("医疗方面怎么合作？", "那旅游上呢？", "旅游上怎么合作？"),
        ("两港在数字经济方面怎么合作？", "那金融呢？", "两港在金融方面怎么合作？"),
        ("學校在醫療方面怎麼做？", "那教育呢？", "學校在教育方面怎麼做？"),
        ("学校在医疗方面怎么做？", "那医院呢？", "医院在医疗方面怎么做？"),
        ("会议上谁讲话了？", "那2020年呢？", "2020年会议上谁讲话了？"),
    ],
)
def test_another_respect_takes_the_place_of_the_earlier_one(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        ("How long was she in jail?", "And what did she write in there?", "And what did she write in jail?"),
        ("How long did he live in Lima?", "What did he paint there?", "What did he paint in Lima?"),
        ("Where did he spend 1940?", "What did he learn there?", "What did he learn there?"),
        ("Who was in charge?", "What did he do there?", "What did he do there?"),
        ("How large is the park?", "How many people live there?", "How many people live in the park?"),
    ],
)
def test_there_is_the_place_where_somebody_was(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        ("骨灰撒在哪里了？", "那她的钱最后怎么处理了？", "骨灰 那她的钱最后怎么处理了？"),
        ("教学楼是谁捐的？", "为什么他要捐楼？", "教学楼 为什么他要捐楼？"),
    ],
)
def test_of_a_question_that_does_not_fit_only_what_it_is_about_is_taken_over(
    earlier: str, question: str, understood: str
) -> None:
    assert after(earlier, question) == understood


def test_a_question_that_asks_for_no_short_answer_itself_has_none_of_the_earlier_one() -> None:
    assert wanted_of("他怎么弹琴？", "琴社有多少人？他怎么弹琴？", "zh") is None
    assert wanted_of("And why?", "How old is it? And why?", "en") is None
    for question, language in (("那西港呢？", "zh"), ("What about Lima?", "en"), ("And Lima?", "en")):
        understood = "西港有多大？" if language == "zh" else "How large is Lima?"
        wanted = wanted_of(question, understood, language)  # type: ignore[arg-type]
        assert wanted
        assert wanted.kind == "number"


@pytest.mark.parametrize(
    ("questions", "understood"),
    [
        (("When is the fair?", "What time?"), "What time is the fair?"),
        (("When is the fair?", "And the next one?", "Where?"), "Where is the next fair?"),
        (("Who runs the inn?", "Since when?", "Where does he live?"), "Where does the person who runs the inn live?"),
        (("What is his best-known song?", "When did it appear?"), "When did his best-known song appear?"),
        (("How much is a day pass?", "And for students?"), "How much is a day pass for students?"),
        (("How much do adults pay?", "And for children?"), "How much do children pay?"),
        (("What is the toll for cars?", "And for lorries?"), "What is the toll for lorries?"),
        (("When was the pier built?", "And for how long is it closed?"), "For how long is the pier closed?"),
        (("Who designed the pier?", "What is the toll?"), "What is the toll?"),
        (("要门票吗？", "多少钱？"), "门票，多少钱？"),
        (("需要押金吗？", "多少钱？"), "押金，多少钱？"),
        (("要求是什么？", "为什么？"), "为什么？"),
        (("跳高冠军奖金多少？", "第二名呢？"), "跳高第二名奖金多少？"),
        (("第一名是谁？", "那亚军呢？"), "亚军是谁？"),
        (("谁得了冠军？", "教练呢？"), "谁得了教练？"),
        (("用水量是多少？", "什么时候？"), "用水量，什么时候？"),
        (("冠军和亚军是谁？", "季军呢？"), "季军是谁？"),
        (("周一到周五几点开门？", "周末呢？"), "周末几点开门？"),
        (("What time is the concert?", "What time exactly?"), "What time is the concert?"),
        (("What does it eat?", "And what eats it?"), "And what eats it?"),
        (("Which schools were shut?", "When will they open again?"), "When will the schools open again?"),
        (("How many roads were closed?", "When did they open again?"), "When did the roads open again?"),
        (("What year was the port built?", "Who built it?"), "Who built the port?"),
        (("When does the next block start?", "And for members?"), "When does the next block start for members?"),
        (("甲区什么时候派团去的乙区？", "去那里干什么？"), "去乙区干什么？"),
        (("甲区什么时候派团去的乙区？", "去那边干什么？"), "去乙区干什么？"),
        (("西港有多大？", "那里有多少人？"), "西港有多少人？"),
    ],
)
def test_times_ranks_and_whom_it_is_for_take_the_place_of_their_like(
    questions: tuple[str, ...], understood: str
) -> None:
    history = [{"role": "user", "content": question} for question in questions[:-1]]
    assert understand(questions[-1], detect(questions[-1]), history) == understood


@pytest.mark.parametrize(
    ("earlier", "question", "understood"),
    [
        ("“四个统一”是哪四个？", "第三个呢？", "四个统一的第三个是什么？"),
        ("“四个统一”是哪四个？", "最后一个讲什么？", "四个统一的最后一个是什么？"),
        ("What are the six key tasks?", "What is the sixth?", "What is the sixth of the six key tasks?"),
        ("What are the six key tasks?", "And the third one?", "What is the third of the six key tasks?"),
        ("What are the six key tasks?", "Who set them?", "Who set the six key tasks?"),
        ("六项任务的第二项是什么？", "那第三项呢？", "六项任务的第三项是什么？"),
        ("四个统一的第三个是什么？", "最后一个讲什么？", "四个统一的最后一个是什么？"),
        ("第一名是谁？", "第二名呢？", "第二名是谁？"),
        ("第一次会议什么时候开的？", "第二次呢？", "第二次会议什么时候开的？"),
        ("Who came first?", "And second?", "Who came second?"),
    ],
)
def test_an_item_is_one_of_the_list_that_was_asked_for(earlier: str, question: str, understood: str) -> None:
    assert after(earlier, question) == understood
