"""Where blanks belong: Chinese is written without them, except to part two things; English needs one at a line end."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

Glue = Literal["", " ", "-"]

# Scripts and punctuation written without spaces.
CJK = "\u2e80-\u2fff\u3001-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
CJK += "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U00020000-\U0003fffd"
BLANK = " \t\u3000"
HYPHENS = "-\u2010\xad"
SHARED_MARKS = "“”‘’—…·"  # of Chinese and English

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_CJK = re.compile(f"[{CJK}]")
_BLANKS = re.compile(f"[{BLANK}]+")
_WIDE_BLANK = re.compile(f"[{BLANK}]{{2,}}|\u3000")
_MARK_OR_BLANKS = re.compile(f"[，。！？；、：（）()]|[{BLANK}]+")
_CLAUSE_END = "，。！？；、"
_AFTER_NO_BLANK, _BEFORE_NO_BLANK = "（【《〈「『〔，、；：", "，。、；：！？）】》〉」』〕"
_QUOTES_OPEN, _QUOTES_CLOSE = "“‘", "”’…—"
_DIGITS = re.compile(r"[\d％%‰]")
_NUMBER = re.compile(r"\d(?:[\d.,:/~～–-]*\d)?[％%‰]?")
_NUMBER_LAST = re.compile(rf"{_NUMBER.pattern}$")
_LONGEST_NUMBER = 32
_NUMBER_IN_CHINESE = re.compile(f"[{CJK}][\\d.,]*\\d[.,]?$")
_NUMBER_GOES_ON = re.compile(f"[\\d.,]*\\d[％%‰]?[{CJK}]|[％%‰]")
_UNITS = "年月日时点分秒个名项条家次届元万亿千百米公平吨人级位种座所岁天周号期倍度"
_SPACED_OUT = re.compile(f"(?<!\\w)[{_HAN}](?:[{BLANK}]+[{_HAN}]){{2,}}(?!\\w)|^[{_HAN}][{BLANK}]+[{_HAN}]$")
_ROLE_BEFORE = re.compile("(?:记者|通讯员|特派员|实习生|摄影|作者|编辑|责编|校对|制图|供图)$")
_ROLE_AFTER = re.compile(f"(?:摄影?|撰文|制图|供图|报道)(?![{_HAN}])")
_ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千\d]{1,6}[编章节条款]$")  # of a law, at the beginning of a line
_LONGEST_ARTICLE = 8
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUND = re.compile(
    "all|co|cross|ex|half|high|ill|long|low|mid|non|one|part|self|short|so|two|well"
    "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)


def spacing(text: str) -> Iterator[tuple[int, int, str]]:
    """The blanks to replace in a line without outer blanks: start, end, and what takes their place.

    A blank between Chinese characters is stray in a clause that a mark ends. In what no mark ends (a headline, a
    credit, a row of a table) it parts two things, unless single characters are spaced out: 核 心 提 示. A tab always
    parts two things.
    """
    if not _BLANKS.search(text):
        return
    if not _CJK.search(text):
        yield from ((*found.span(), "\t" if "\t" in found[0] else " ") for found in _WIDE_BLANK.finditer(text))
        return
    spaced_out = [found.span() for found in _SPACED_OUT.finditer(text)][::-1]
    for start, end, in_clause in _blanks(text):
        while spaced_out and spaced_out[-1][1] <= start:
            spaced_out.pop()
        alone = bool(spaced_out) and spaced_out[-1][0] < start
        blank = text[start:end]
        kept = "\t" if "\t" in blank else "" if _is_stray(text, start, end, in_clause, alone) else " "
        if blank != kept:
            yield start, end, kept


def _blanks(text: str) -> list[tuple[int, int, bool]]:
    """Each run of blanks, and whether the clause it stands in is ended by a mark; brackets are read by themselves."""
    blanks: list[tuple[int, int, bool]] = []
    outside: list[bool] = []
    in_clause = False
    for found in reversed(list(_MARK_OR_BLANKS.finditer(text))):
        mark = found[0]
        if mark in _CLAUSE_END:
            in_clause = True
        elif mark == "：":
            in_clause = False
        elif mark in "）)":
            outside.append(in_clause)
            in_clause = False
        elif mark in "（(":
            in_clause = outside.pop() if outside else in_clause
        else:
            blanks.append((*found.span(), in_clause))
    return blanks[::-1]


def _is_stray(text: str, start: int, end: int, in_clause: bool, spaced_out: bool) -> bool:
    left, right = text[start - 1], text[end]
    chinese_left, chinese_right = _CJK.match(left) is not None, _CJK.match(right) is not None
    if right in _BEFORE_NO_BLANK or left in _AFTER_NO_BLANK:
        return True
    if (right in _QUOTES_CLOSE and chinese_left) or (left in _QUOTES_OPEN and chinese_right):
        return True
    if _parts(text, start, end):
        return False
    if _DIGITS.match(right) and chinese_left:
        return _number_after(text, end, in_clause)
    if _DIGITS.match(left) and chinese_right:
        return (in_clause or right in _UNITS) and _number_before(text, start)
    both = (chinese_left or left in _QUOTES_CLOSE) and (chinese_right or right in _QUOTES_OPEN)
    return both and (chinese_left or chinese_right) and (in_clause or spaced_out)


def _parts(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a blank shows that it parts two things."""
    if start <= _LONGEST_ARTICLE and _ARTICLE.match(text[:start]):
        return True
    return bool(_ROLE_BEFORE.search(text[max(0, start - 3) : start]) or _ROLE_AFTER.match(text, end))


def _number_after(text: str, start: int, in_clause: bool) -> bool:
    """The number that starts at `start` stands in Chinese; outside a clause it must have blanks around and a unit."""
    number = _NUMBER.match(text, start)
    if not number:
        return False
    blanks = _BLANKS.match(text, number.end())
    end = blanks.end() if blanks else number.end()
    following = text[end : end + 1]
    if in_clause:
        return not following or _CJK.match(following) is not None
    return blanks is not None and following != "" and following in _UNITS


def _number_before(text: str, end: int) -> bool:
    """The number that ends at `end` stands in Chinese, or first."""
    window = text[max(0, end - _LONGEST_NUMBER) : end]
    number = _NUMBER_LAST.search(window)
    if not number:
        return False
    start = end - len(number[0])
    while start and text[start - 1] in BLANK:
        start -= 1
    return not start or _CJK.match(text, start - 1) is not None


class Vocabulary:
    """The words of the text, which tell how a word that a line end broke is spelled."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @cached_property
    def _words(self) -> set[str]:
        return {word.lower() for line in self._lines for word in _WORDS.findall(line)}

    def glue(self, a: str, b: str) -> Glue:
        """What joins line `b` to line `a`: nothing, a space, or "-" where the last hyphen of `a` goes."""
        before, last, first = a[-2:-1], a[-1], b[0]
        if last in HYPHENS and before.isalnum() and first.isalnum():
            return "-" if last == "\xad" or self._is_one_word(a[-40:-1], b[:40]) else ""
        if _NUMBER_IN_CHINESE.search(a[-24:]) and _NUMBER_GOES_ON.match(b):
            return ""
        chinese = _CJK.search(a) or _CJK.search(b)
        if chinese and (last in SHARED_MARKS or first in SHARED_MARKS):
            return ""
        return "" if _CJK.match(last) or _CJK.match(first) or (last == "—" and before != " ") else " "

    def _is_one_word(self, a: str, b: str) -> bool:
        tails, head = _WORDS.findall(a), _WORDS.match(b)
        if not (tails and head and a[-1].isalpha() and b[0].islower()):
            return False
        tail, rest = tails[-1].lower(), head[0].lower()
        if tail + rest in self._words or f"{tail}-{rest}" in self._words:
            return tail + rest in self._words
        return len(tail) > 1 and "-" not in tail and not _COMPOUND.fullmatch(tail)
