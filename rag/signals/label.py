"""Run-in headings: what a paragraph begins with and is called by, as 一、开放时间。 in a Chinese notice."""

import re
from functools import lru_cache

from rag.short.names import words

_LABEL = re.compile(r"\W*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*(?P<label>[\u4e00-\u9fff]{2,8})[。：:]\s*")
_RULE = re.compile("[不禁严请须应要勿可凭持必谢莫]")  # what begins with one of these bids or forbids
_NAMING = re.compile("(?:招募|招聘|介绍|安排|说明|报名|咨询|管理|收费|要求|申请|办理|概况)$")


def name_of(label: str) -> str:
    """What a label says, without its number.

    >>> name_of("一、开放时间。")
    '开放时间'
    """
    match = _LABEL.fullmatch(label)
    return match["label"] if match else ""


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a sentence only says what those after it are about.

    >>> is_label("一、开放时间。"), is_label("一、禁止吸烟。"), is_label("开放时间为9点。")
    (True, False, False)
    """
    name = name_of(text)
    if not name or _RULE.match(name):
        return False
    return words(name)[-1][1].startswith("n") or _NAMING.search(name) is not None
