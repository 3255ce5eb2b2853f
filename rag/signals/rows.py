"""Things of one kind that a number or a letter tells apart: 三楼 and 六楼, class A and class B, 丙班 and 甲班."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from corpus.fold import fold_aligned
from rag.short.spans import MONTH
from rag.short.values import amount

_HAN = "[一二三四五六七八九十百]+"
_ONE = rf"(?:\d{{1,4}}|{_HAN}|[甲乙丙丁戊己庚辛]|(?<![a-z])[a-h](?![a-z]))"
# The kind may be said with each.
_JOINT = r"(?:号楼|楼(?!.{1,6}号楼)|单元|班|栋|年级)?\s?(?:[、,和及与]|[-~～—–至到])\s?"
# In 三天班 and 两个班 nothing is told apart; of a 层, 组 or 队 mostly how many there are is said.
_ROW_ZH = re.compile(
    rf"(?<![\d第.:月日点共有建成设了达高近约余多个各前后同])(?P<n>{_ONE}(?:{_JOINT}{_ONE})*)"
    r"(?P<kind>号?楼(?![市盘房道梯主价龄])|单元(?!房)|号?(?:车间|教室|展厅|展馆|仓库|宿舍|会议室|诊室|窗口|泳池|站台|航站楼|食堂|出口"
    r"|检票口|登机口)"
    r"|号[线门厅院井机炉店桥池馆]|班(?![级主次车组长倒人])|[栋幢](?!大?楼|住宅|房|别墅|建筑)|(?<=[a-h甲乙丙丁])座(?!位)|等[座舱奖]|年级|标段)"
    r"(?!之?[以及]?[上下外内前后以])"
)
_FLOORS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = rf"(?P<nth>{'|'.join(_FLOORS)}|ground|\d{{1,2}}(?:st|nd|rd|th))[- ](?P<storey>floor)(?! plan)\b"
_LETTER = r"(?:[A-H]|\d{1,3})(?![\w%]|[.,:]\d)"
_ROW_EN = re.compile(
    r"\b(?P<label>[Cc]lass|[Bb]lock|[Bb]uilding|[Rr]oom|[Pp]latform|[Gg]ate|[Gg]roup|[Hh]all|[Ww]ard|[Tt]erminal"
    rf"|[Ww]orkshop|[Ll]ane)(?:e?s)? (?P<ns>{_LETTER}(?:(?:, | and | or |, and | to |-|–){_LETTER})*)|{_NTH}"
    # Any other kind has a capital letter, as Line 3; a month before a number is a date.
    rf"|\b(?P<other>(?!{MONTH}\b)[A-Z][a-z]+) (?P<number>\d{{1,3}})(?![\d,.%]|\w)"
)
_EVERY = re.compile(
    r"(?:每|各|所有|全部|任何)(?:一?[个间层栋座条])?(?:号?楼|单元|班|栋|幢|座|年级|房间?|教室|楼层)|每层"
    r"|\b(?:each|every|all|both|any|either)\b(?: of)?(?: the)?(?: \w+)? (?:class|block|building|room|platform|gate"
    r"|group|hall|ward|terminal|floor|workshop|lane)"
)
_KIND_END = re.compile("(?:号?楼|单元|班|栋|年级)$")
_STRETCH, _LONGEST = re.compile("[-~～—–至到]| to "), 100


def in_rows(text: str, stretched: bool = True) -> Mapping[str, frozenset[str]]:
    """The numbers of each kind of things that a text tells apart by them; of a stretch all, or none if not `stretched`.

    >>> {kind: sorted(numbers) for kind, numbers in in_rows("二至四楼和3号楼的甲班").items()}
    {'楼': ['2', '3', '4'], '号楼': ['3'], '班': ['甲']}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for match in _ROW_ZH.finditer(fold_aligned(text).lower()):
        found[match["kind"]] |= _counted_out(match["n"], _JOINT, stretched)
    for match in _ROW_EN.finditer(text):
        if nth := match["nth"]:
            found[match["storey"]].add(_number(nth))
        elif match["other"]:
            found[match["other"].lower()].add(match["number"])
        else:
            found[match["label"].lower()] |= _counted_out(match["ns"], r", and |, | and | or ", stretched)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def is_on_others(question: str, sentence: str, around: str, above: str = "", opening: str = "") -> bool:
    """Whether a sentence is on other things of a row than a question, and nothing `around` it names the one; or, where
    it names none, whether all is on another by the `opening` of its article, and nothing `above` it on the one.

    >>> is_on_others("三楼多少钱？", "六楼5元，二楼3元。", ""), is_on_others("三楼多少钱？", "二至六楼5元。", "")
    (True, False)
    """
    asked = _of_question(question)
    if not asked or _EVERY.search(sentence):
        return False
    said, led = in_rows(sentence), in_rows(opening)
    near = {kind: in_rows(around, stretched=False).get(kind, frozenset()) for kind in asked}
    for kind, one in asked.items():
        if kind in said and not one & (said[kind] | near[kind]):
            return True
        if kind in led and kind not in said and not one & (led[kind] | in_rows(above).get(kind, frozenset())):
            return True
    return False


@lru_cache(maxsize=64)
def _of_question(question: str) -> Mapping[str, frozenset[str]]:
    """The things of rows that a question is on; none of a kind where it names several."""
    return {kind: numbers for kind, numbers in in_rows(question).items() if len(numbers) == 1}


def _counted_out(numbers: str, joints: str, stretched: bool) -> set[str]:
    """Each of the numbers that are listed, and those between the ends of a stretch."""
    ends = [_number(_KIND_END.sub("", end.strip())) for end in _STRETCH.split(numbers)]
    if len(ends) == 2 and not stretched:
        return set()
    if len(ends) == 2 and all(end.isdigit() for end in ends):
        return {str(n) for n in range(int(ends[0]), min(int(ends[1]), int(ends[0]) + _LONGEST) + 1)}
    if len(ends) == 2 and all(len(end) == 1 for end in ends):
        return {chr(n) for n in range(ord(ends[0]), ord(ends[1]) + 1)}
    return {_number(one) for one in re.split(joints, numbers)}


def _number(said: str) -> str:
    """A number or a letter, the same however it is written."""
    if said in _FLOORS:
        return str(_FLOORS.index(said) + 1)
    value = amount(re.sub("st|nd|rd|th", "", said))
    return said.lower() if value is None else str(int(value))
