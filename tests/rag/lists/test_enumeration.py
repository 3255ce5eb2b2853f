"""The enumerations found in an article."""

import pytest

from corpus.load import from_text
from rag.chunk import chunk
from rag.lists.enumeration import Enumeration, enumerations


def found(text: str) -> list[Enumeration]:
    article = from_text("a", text)
    units = [sentence for part in chunk(article) for sentence in part.sentences]
    for enumeration in enumerations(article, units):
        assert all(article.text[item.start : item.end] == item.text for item in enumeration.items)
    return enumerations(article, units)


@pytest.mark.parametrize(
    "text",
    [
        "第一，修路。路长三里。第二，种树。第三，建校。",
        "首先，修路。其次，种树。最后，建校。",
        "①修路。②种树。③建校。",
        "1.修路\n2.种树\n3.建校",
        "一、修路。\n\n二、种树。树高一米。\n\n三、建校。",
        "其一，修路。其二，种树。其三，建校。",
        "• 修路\n• 种树\n• 建校",
        "修建道路：两条。修建学校：三所。修建码头：一座。",
        "First, roads are built. They are long. Second, trees are planted. Finally, a school opens.",
        "(1) Roads are built. (2) Trees are planted. (3) A school opens.",
        "1. Roads are built.\n2. Trees are planted.\n3. A school opens.",
        "- roads\n  - long ones\n  - short ones\n- trees\n- a school",
    ],
)
def test_three_items_are_found_in_many_forms(text: str) -> None:
    assert [3] in [[e.count] for e in found(text) if len(e.items) == 3]


def test_one_sentence_may_hold_two_of_the_items() -> None:
    (only,) = found("他说，一是修路，二是种树。三是建校。")
    assert (only.count, len(only.items)) == (3, 2)


def test_headings_under_one_heading_are_items() -> None:
    (only,) = found(
        "# 村志\n\n## 工程\n\n有三项工程：\n\n### 修路\n\n去年完成。\n\n### 种树\n\n今年开始。\n\n### 建校\n\n明年。"
    )
    assert [item.text for item in only.items] == ["修路", "种树", "建校"]
    assert only.lead is not None
    assert (only.titles, only.over) == ("工程", "村志")


@pytest.mark.parametrize(
    "text",
    [
        "第一次会议开得很好。第二次会议更好。",
        "第二，种树。第三，建校。",
        "村民修路。村民种树。村民建校。",
        "# A\n\nFirst, it rained.\n\n# B\n\nSecond, it snowed.",
        "他说：“好。”她走了。",
        "At 10:30 he came. At 11:30 he left.",
    ],
)
def test_what_only_looks_like_items_is_no_list(text: str) -> None:
    assert found(text) == []


def test_an_introduction_makes_a_list_of_neighbours_that_begin_alike() -> None:
    (only,) = found("村里做了三件事。村民修路。村民种树。村民建校。")
    assert only.count == 3


def test_a_sentence_with_its_own_list_introduces_no_other() -> None:
    (only,) = found("三个村是东村、西村和北村。一是修路。二是种树。三是建校。")
    assert only.lead is None
