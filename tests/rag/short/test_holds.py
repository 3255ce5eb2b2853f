"""What may be a short answer, whether it is surely one or not."""

import pytest

from rag.language import detect
from rag.short.asked import asked
from rag.short.find import find, holds, may_hold


@pytest.mark.parametrize(
    ("text", "surely", "maybe"),
    [
        ("港长是陈禾。", True, True),
        ("陈禾见了李敬，王小明没来。", False, True),
        ("港口已开放，风光很好。", False, False),
    ],
)
def test_what_may_be_the_answer_is_held_and_not_surely_found(text: str, surely: bool, maybe: bool) -> None:
    question = "谁是港长？"
    assert (find(question, question, "zh", text) is not None, holds(question, question, "zh", text)) == (surely, maybe)


@pytest.mark.parametrize(
    ("question", "text", "maybe"),
    [
        ("When does the kettle switch off?", "It switches off after 30 minutes.", True),
        ("How often must the filter be changed?", "Change the filter every other month.", True),
        ("滤芯多久更换一次？", "滤芯每月更换。", True),
        ("什么时候可以退票？", "延误超过一小时的，可以退票。", True),
        ("When did the kettle switch off?", "It switches off after that.", False),
        ("When does the kettle switch off?", "It switches off by itself.", False),
    ],
)
def test_what_happens_again_and_again_needs_no_date(question: str, text: str, maybe: bool) -> None:
    assert holds(question, question, detect(question), text) == maybe


@pytest.mark.parametrize(
    ("question", "text", "maybe"),
    [
        ("When does the kettle switch off?", "水壶每天自动关闭。", True),
        ("When did the kettle switch off?", "水壶自动关闭。", False),
        ("水壶多久关闭一次？", "It switches off every day.", True),
    ],
)
def test_of_the_other_language_the_form_alone_tells_what_it_may_hold(question: str, text: str, maybe: bool) -> None:
    wanted = asked(question, detect(question))
    assert wanted
    assert may_hold(wanted, question, detect(question), text) == maybe
