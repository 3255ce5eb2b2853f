"""The date under a Chinese notice, behind who signs it: when that was issued, and of nothing that it says."""

import re
from functools import lru_cache

from corpus.fold import fold, fold_aligned
from rag.short.dates import dates

_LONGEST = 30  # characters
_MARKS = " ()（）.。"
_SIGNED = re.compile(r"[^，。；：:,;!?！？为到请在]{2,29}[委会局办司心校组部处院馆社站厅署]")
_ASKS = re.compile(
    r"发布|发出|印发|发的|发表|公布|颁布|落款|成文|刊登|见报|出版|登[的在报]|写[的于]|签|修[订改]|更新|贴|日期"
    r"|(?:通知|公告|通告|公示|信|文件|报纸|简报|声明|报道|文章)(?:是|什么时候|哪[天年一])"
)

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A year in which something began is not the one that a text is on.
_BEGAN = re.compile(
    r"(?:19|20)\d\d(?:年[^，,。]{0,8}?)?(?:[建成设创]|开[业馆园工]|出生)|\b(?:opened|founded|born|built|since)\b"
)
_COMPARED = re.compile(r"(?:较|比(?![赛例率])|同比|上一?年|\b(?:compared|than|from|against)\b)[^，,。；;]*")


@lru_cache(maxsize=4096)
def is_dateline(before: str, text: str) -> bool:
    """Whether the text says no more than a date, and what stands before it who signs.

    >>> is_dateline("居民委员会", "2024年6月5日"), is_dateline("报名截止：", "2024年6月5日")
    (True, False)
    """
    bare = fold_aligned(text).strip(_MARKS)
    if len(bare) > _LONGEST or "年" not in bare or not _SIGNED.fullmatch(before.strip()):
        return False
    return any(span.end - span.start == len(bare) for span in dates(bare, "zh"))


def asks_when_issued(question: str) -> bool:
    """Whether the question may ask when a text was issued."""
    return _ASKS.search(fold(question)) is not None


def own_year(opening: str) -> str:
    """The year that an article is on, by its title and first sentence; empty where they name none, or several.

    >>> own_year("海河公司公布2023年度业绩"), own_year("2022年到2023年的变化")
    ('2023', '')
    """
    years = set(_YEAR.findall(opening))
    return years.pop() if len(years) == 1 and not _BEGAN.search(opening) else ""


def implied_year(question: str, sentence: str, own: str) -> str:
    """The year that an article is on, where a question names that, and a sentence no year but to compare with."""
    if not own or own not in _YEAR.findall(question):
        return ""
    return "" if _YEAR.search(_COMPARED.sub("", sentence)) else own
