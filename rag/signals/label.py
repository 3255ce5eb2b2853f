"""Run-in headings: what a paragraph begins with and is called by, as 一、开放时间。 in a Chinese notice."""

import re
from collections.abc import Sequence

from rag.chunk import Unit
from rag.lists.markers import begins_item

# What such a heading ends with; other short sentences with a number are steps, rules or items of a list.
_HEADS = (
    "时间|日期|期限|地点|地址|范围|对象|条件|资格|标准|费用|价格|收费|待遇|福利|方式|方法|办法|流程|程序|步骤|要求|事项|须知|说明|内容"
    "|安排|计划|措施|政策|规定|规则|原则|目的|目标|意义|背景|概况|简介|介绍|职责|材料|报名|咨询|招募|招聘|申请|办理|管理|服务|组织"
    "|课程?|(?<![上下])班|总则|附则"
)
_LABEL = re.compile(
    rf"\W*(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[)）、.．]\s*(?P<label>(?![不禁严请须应要勿可凭持必谢莫遵服加提准])[\u4e00-\u9fff]{{0,6}}(?:{_HEADS}))[。：:]\s*"
)

_CALLED = re.compile(rf"(?:{_HEADS})$")


def label_of(sentences: Sequence[Unit]) -> Unit | None:
    """The first of some sentences in a row, if it only says what those behind it are about; else None."""
    if len(sentences) < 2 or begins_item(sentences[1].text) or not name_of(sentences[0].text):
        return None
    return sentences[0]


def is_called(name: str) -> bool:
    """Whether a name is one that such headings have: 收费标准, 服务对象."""
    return _CALLED.search(name) is not None


def name_of(label: str) -> str:
    """What a label says, without its number; empty where it is none.

    >>> name_of("一、开放时间。"), name_of("一、禁止吸烟。")
    ('开放时间', '')
    """
    match = _LABEL.fullmatch(label)
    return match["label"] if match else ""
