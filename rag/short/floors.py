"""On which floor of a house something is: 三楼, 地下一层."""

import re

from rag.short.spans import Span

_WEIGHT = 1.2  # what a floor behind 在 counts as a place
_NUMBER = r"负?第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
# From one to another, but no house of so many: 一栋五层楼房, 18层的住宅楼.
_FLOOR = re.compile(
    rf"(?:地[下上])?(?<![\d一二三四五六七八九十.第共有高栋幢座])(?:{_NUMBER}[楼层]?\s?[-~—–－至到和、]\s?)?{_NUMBER}"
    r"(?:楼(?![高栋梯道板房]|以[上下]|建筑|小楼)"
    r"|层(?![高梯道板楼]|以[上下]|建筑|小楼|的?[^\d一二三四五六七八九十，,。；;、]{0,4}?(?:楼房?|大厦|建筑)))"
)
_ROOM = re.compile(rf"{_FLOOR.pattern}(?:[\u4e00-\u9fff]{{1,6}}?(?:室|厅|房|堂|处|窗口))?")
_LED = re.compile(r"(?:在|于|位于|到|[馆楼厦厅院区](?:的)?)$")
ASKS = re.compile(r"(?:[在于去到上]|[^栋幢座]是)$")


def floors(text: str, *, led: bool = False) -> list[Span]:
    """The floors that a folded text names; `led`, only those behind words that say where."""
    floor = _ROOM if led else _FLOOR
    found = (Span(*match.span(), "count", _WEIGHT if led else 1.0) for match in floor.finditer(text))
    return [span for span in found if not led or _LED.search(text, 0, span.start)]
