"""Which lines of printed text belong together, judged by their widths, their ends and their beginnings.

A block is a stretch of lines without a blank line. A block that runs on from line to line at one width was wrapped
when it was printed; any other (one paragraph a line, a list, a poem, a table) keeps its lines. Wrapped blocks lend
their width to the short blocks around them, and whatever is joined ends as one line a paragraph. So clean text shows
no width any more, and is left alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Literal

from corpus.spacing import CJK, HYPHENS, Glue, Vocabulary

Joint = Glue | Literal["\n", "\n\n"]

_WIDE = CJK + "\u1100-\u115f\uac00-\ud7a3\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uffe0-\uffe6\U0001f300-\U0001faff"
_NARROWEST, _WIDEST, _PAGE, _PARAGRAPH = 16, 160, 60, 40
_STRICT = 2
_WIDER = 2  # slacks by which no line is wider than those that were wrapped
_COMMAS = "，、,"

_WIDE_RUN = re.compile(f"[{_WIDE}]+")
_CJK = re.compile(f"[{CJK}]")
_CLOSED = re.compile("[。！？!?.…：:；;—][”’\"'）)】\\]」』》]*$")
_CLAUSE = re.compile("[，。！？；、,.!?;]")
_INSIDE = re.compile(r"[，。！？；：、]\S|[,.;:!?] \S")
_SENTENCE_END = re.compile(r"[。！？!?]|[.](?!\w)")
_GAP_AT_END = re.compile(f"[{CJK}”] [{CJK}“][^，。！？；]*$")
_FIRST_WORD = re.compile(r"[!-~\u00c0-\u024f’]+")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_LABEL = re.compile(r"(?=[^：:]*[^\W\d_])[^，。！？；：:,.!?;“”\"（）()]{1,24}[：:]")
_ITEM = re.compile(
    r"[-*+>–—][ \t]|[|•·●○■□◆◇▲△▼★☆※►▪]|\(?\d{1,2}[.)][ \t]|[（(]?\d{1,2}[）、．]|[①-⑳]|```"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、]|第[一二三四五六七八九十百\d]{1,4}[章节条][ \t]"
)


@dataclass(frozen=True)
class Line:
    """A line with text: without outer blanks, its indent in columns, and whether a blank line stands before it."""

    text: str
    indent: int = 0
    apart: bool = False

    @cached_property
    def width(self) -> int:
        """Columns: two for a wide East Asian character, one for any other."""
        return len(self.text) + sum(map(len, _WIDE_RUN.findall(self.text)))

    @cached_property
    def is_heading(self) -> bool:
        return _HEADING.match(self.text) is not None

    @cached_property
    def is_item(self) -> bool:
        return _ITEM.match(self.text) is not None

    @cached_property
    def is_labelled(self) -> bool:
        """It begins with what the rest of it is the value of: 周日：9:00至18:00."""
        return _LABEL.match(self.text) is not None

    @cached_property
    def is_closed(self) -> bool:
        """It ends a sentence, or introduces what comes next."""
        return _CLOSED.search(self.text, max(0, len(self.text) - 6)) is not None

    @cached_property
    def is_paragraph(self) -> bool:
        """By itself long enough for one, and written in clauses."""
        return self.width >= _PARAGRAPH * (1 + self.is_item) and _CLAUSE.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    width: int | None


def joints(lines: Sequence[Line]) -> list[Joint]:
    """What belongs before each line: nothing or a space where it goes on from the line before, "-" where moreover the
    hyphen (or soft hyphen) at the end of that line goes, a line break, or the blank line between two paragraphs."""
    blocks = list(_blocks(lines))
    result: list[Joint] = ["\n"] * len(lines)
    for block in blocks:
        result[block.start] = "\n\n"
    if any(block.width for block in blocks):
        _join(lines, blocks, result)
    return result


def _join(lines: Sequence[Line], blocks: Sequence[_Block], result: list[Joint]) -> None:
    vocabulary = Vocabulary([line.text for line in lines])
    around = _widths_around(blocks)
    for block, widths in zip(blocks, around, strict=True):
        pairs = list(pairwise(lines[block.start : block.end]))
        strict = block.width is None or _has_paragraphs(pairs, block.width)
        going_on = [i for i, (a, b) in enumerate(pairs, block.start + 1) if _goes_on(a, b, widths, strict)]
        if block.width or going_on:
            _as_paragraphs(block, result)
        for i in going_on:
            result[i] = vocabulary.glue(lines[i - 1].text, lines[i].text)
    for k, (one, two) in enumerate(pairwise(blocks)):
        last, first = lines[two.start - 1], lines[two.start]
        near = around[k] | around[k + 1]
        if _goes_on(last, first, near, strict=True) and (not first.apart or _breaks_off(last, first)):
            _as_paragraphs(one, result)
            _as_paragraphs(two, result)
            result[two.start] = vocabulary.glue(last.text, first.text)


def _has_paragraphs(pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    """More than one paragraph, and no indents to tell: a line inside the block ends a sentence far from the edge."""
    indented = any(b.indent > 1 for _, b in pairs)
    return not indented and any(a.is_closed and not _fills(a, b, width, strict=False) for a, b in pairs)


def _as_paragraphs(block: _Block, result: list[Joint]) -> None:
    for i in range(block.start + 1, block.end):
        if result[i] == "\n":
            result[i] = "\n\n"


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    for start, end in _runs(lines, 0, len(lines), lambda a, b: b.apart or a.is_heading or b.is_heading):
        width = _wrapped_at(lines[start:end])
        if width:
            yield _Block(start, end, width)
            continue
        for s, e in _runs(lines, start, end, _is_paragraph_break):
            yield _Block(s, e, None if (s, e) == (start, end) else _wrapped_at(lines[s:e]))


def _runs(
    lines: Sequence[Line], start: int, end: int, parts: Callable[[Line, Line], bool]
) -> Iterator[tuple[int, int]]:
    cuts = [i for i in range(start + 1, end) if parts(lines[i - 1], lines[i])]
    return pairwise([start, *cuts, end]) if start < end else iter(())


def _is_paragraph_break(a: Line, b: Line) -> bool:
    """Between two lines of a block that was not wrapped; an item stays with others of a list of mostly short ones."""
    if a.is_item and b.is_item:
        return a.is_paragraph and b.is_paragraph
    return a.is_paragraph or b.is_paragraph or (b.indent >= 4 and _CJK.match(b.text) is not None)


def _wrapped_at(lines: Sequence[Line]) -> int | None:
    """The width at which a block was wrapped; None where it was not.

    Most of its lines must be filled up to that width and break off in the middle of a clause: a poem fills its lines as
    evenly, but ends them with the clause. Indents are not looked at, for clean text has none.
    """
    width = _common_width(lines) if len(lines) > 1 else 0
    if not _NARROWEST <= width <= _WIDEST or not _is_prose(lines):
        return None
    signs = [_sign(a, b, width) for a, b in pairwise(lines) if not b.is_item]
    certain = signs.count(1) >= 2 and sum(signs) > 0
    likely = signs.count(1) >= 1 and sum(signs) >= 0 and width >= _PAGE and lines[-1].is_closed
    return width if certain or likely else None


def _sign(a: Line, b: Line, width: int) -> float:
    """What two lines say: 1 that they were one line before it was wrapped, -1 that they never were."""
    if max(a.width, b.width) > width + _WIDER * _slack(width) or (a.is_labelled and b.is_labelled):
        return -1
    if not _fills(a, b, width, strict=True):
        return 0 if a.is_closed else -1
    return 1 if _runs_on(a.text, b.text) else -0.5 if a.text[-1] in _COMMAS else -1


def _is_prose(lines: Sequence[Line]) -> bool:
    """There are marks inside its lines, and somewhere the end of a sentence: rows of a list have one or the other."""
    marked = sum(_INSIDE.search(line.text) is not None for line in lines)
    return 4 * marked >= len(lines) and any(_SENTENCE_END.search(line.text) for line in lines)


def _common_width(lines: Sequence[Line]) -> int:
    """The upper bound of the band of widths that holds the most lines."""
    widths = sorted(line.width for line in lines)
    best, low = (0, 0), 0
    for high, width in enumerate(widths):
        while widths[low] < width - _slack(width):
            low += 1
        best = max(best, (high - low + 1, width))
    return best[1]


def _slack(width: int) -> int:
    """How far a full line may stay behind: an indent that was lost, proportional type, a ragged edge."""
    return max(6, width * 15 // 100)


def _widths_around(blocks: Sequence[_Block]) -> list[set[int]]:
    """For each block its own width, or those of the nearest wrapped blocks before and after it."""
    own = [block.width or 0 for block in blocks]
    before = accumulate(own, _newest)
    after = list(accumulate(reversed(own), _newest))[::-1]
    return [set(pair) - {0} for pair in zip(before, after, strict=True)]


def _newest(known: int, width: int) -> int:
    return width or known


def _goes_on(a: Line, b: Line, widths: set[int], strict: bool) -> bool:
    """Line `b` goes on from `a`, which was filled up to one of the widths."""
    dash = b.text[0] in "-–—" and not a.is_item and not a.is_closed
    if a.is_heading or b.is_heading or (b.is_item and not dash) or (b.indent > a.indent + 1 and not a.is_item):
        return False
    if (b.indent > 1 and a.is_closed and _CJK.match(b.text)) or (a.is_labelled and b.is_labelled):
        return False
    return any(_fills(a, b, width, strict) for width in widths)


def _fills(a: Line, b: Line, width: int, strict: bool) -> bool:
    """Line `a` had no room for the first word of `b`; strictly so, where it also may end a paragraph."""
    if max(a.width, b.width) > width + max(4, width // 10):
        return False
    word = None if _CJK.match(a.text[-1]) else _FIRST_WORD.match(b.text)
    room = width - a.width - (1 + min(len(word[0]), width // 2) if word else 2)
    return room <= (_STRICT if strict and a.is_closed else _slack(width))


def _runs_on(a: str, b: str) -> bool:
    """Line `a` breaks off between two characters, or two words, that no mark parts."""
    if _CJK.match(a[-1]) or (a[-1].isdigit() and _CJK.search(a[-6:])):
        return a[-1].isalnum() and b[0].isalnum()
    return (a[-1].isalnum() or a[-1] in HYPHENS) and (b[0].islower() or _CJK.match(b) is not None)


def _breaks_off(a: Line, b: Line) -> bool:
    """Line `a` stops, before a blank line, where no paragraph or headline would."""
    if a.is_closed or _GAP_AT_END.search(a.text):
        return False
    return (a.text[-1].isalnum() or a.text[-1] in _COMMAS + HYPHENS) and not b.text[0].isupper()
