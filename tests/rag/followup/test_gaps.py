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
