"""The lines of printed columns -> headings and paragraphs, by type, indents, gaps and how far lines are filled."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from corpus.article import Block
from corpus.forms import is_cjk
from corpus.readers.layout import PrintedLine
from corpus.spacing import Vocabulary
from corpus.wrap import Line

_LARGER = 1.15  # a heading's type, by that of the body
_ALIKE = 1.06
_LEADING, _WIDE_LEADING = 1.2, 2.0  # the gap before a paragraph: by the usual one, by the type size
_INDENT, _AMID = 0.7, 2.5  # em
_LONG_HEADING, _LONG_LEAD = 200, 60  # columns of text (a Chinese character has two)
_LOWEST = 6

Column = Sequence[PrintedLine]


@dataclass(frozen=True)
class _Line:
    """A printed line, its page, and what its column says of it."""

    print: PrintedLine
    page: int
    starts_column: bool
    left: float
    right: float
    leading: float
    indents: bool

    @cached_property
    def text(self) -> Line:
        return Line(self.print.text)

    @cached_property
    def is_row(self) -> bool:
        """It has the cells of a table."""
        return "\t" in self.print.text

    @cached_property
    def is_amid(self) -> bool:
        """It stands in the middle of its column, as a by-line does."""
        return min(self.print.x0 - self.print.left, self.print.right - self.print.x1) > _AMID * self.print.size

    @cached_property
    def is_indented(self) -> bool:
        return self.print.x0 - self.left > _INDENT * self.print.size

    def is_like(self, other: "_Line") -> bool:
        sizes = sorted((self.print.size, other.print.size))
        return sizes[1] <= _ALIKE * sizes[0]

    def fills(self, following: "_Line") -> bool:
        """It had no room for the first word of the following line."""
        text = following.print.text
        word = text[:1] if is_cjk(text[0]) else text.split(" ", 1)[0]
        needed = len(word) / len(text) * (following.print.x1 - following.print.x0)
        return self.right - self.print.x1 < max(needed, self.print.size) + 0.6 * self.print.size


def blocks(pages: Sequence[Sequence[Column]]) -> list[Block]:
    """The blocks of pages, each page being its columns in reading order.

    Paragraphs go on over the end of a column or page. Headings are told by larger or bold type; level 1 is the largest.
    """
    lines = [line for number, page in enumerate(pages, 1) for column in page for line in _in_column(column, number)]
    if not lines:
        return []
    body = _body(lines)
    vocabulary = Vocabulary([line.print.text for line in lines])
    groups = list(_groups(lines, body))
    sizes = _sizes(group for group in groups if _is_heading(group, body))
    return [_block(group, _level(group, body, sizes), vocabulary) for group in groups]


def _in_column(column: Column, page: int) -> Iterator[_Line]:
    """The lines of a column, measured by those of their own type."""
    for i, line in enumerate(column):
        alike = [other for other in column if other.size == line.size]
        left, right = min(other.x0 for other in alike), max(other.x1 for other in alike)
        gaps = sorted(b.y - a.y for a, b in pairwise(alike))
        leading = gaps[len(gaps) // 4] if len(gaps) > 1 else _WIDE_LEADING / _LEADING * line.size
        indents = any(_INDENT < (other.x0 - left) / line.size < 4 for other in alike)
        yield _Line(line, page, i == 0, left, right, leading, indents)


def _body(lines: Sequence[_Line]) -> tuple[float, bool]:
    """Type size and weight of most of the text."""
    styles: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        styles[line.print.size, line.print.bold] += len(line.print.text)
    return styles.most_common(1)[0][0]


def _groups(lines: Sequence[_Line], body: tuple[float, bool]) -> Iterator[list[_Line]]:
    group = [lines[0]]
    for a, b in pairwise(lines):
        if _goes_on(a, b, body):
            group.append(b)
        else:
            yield group
            group = [b]
    yield group


def _goes_on(a: _Line, b: _Line, body: tuple[float, bool]) -> bool:
    """Line `b` belongs to the block of line `a`."""
    if not a.is_like(b) or a.is_row != b.is_row:
        return False
    if b.starts_column:
        return _runs_over(a, b)
    if b.print.y - a.print.y > _LEADING * a.leading:
        return False
    if a.is_row or a.print.size >= _LARGER * body[0]:
        return a.print.bold == b.print.bold
    if not a.fills(b) or (a.text.is_closed and (a.print.bold != b.print.bold or b.text.is_item)):
        return False
    return not b.is_indented or (b.print.x0 - a.print.x0 < _INDENT / 2 * a.print.size and not a.text.is_closed)


def _runs_over(a: _Line, b: _Line) -> bool:
    """A paragraph whose last line in its column is `a` goes on with `b`, which begins the next column or page."""
    if a.is_row or a.is_amid or b.is_indented or a.print.bold != b.print.bold or not a.fills(b) or b.text.is_item:
        return False
    return not a.text.is_closed or (b.indents and not a.text.is_heading)


def _is_heading(group: Sequence[_Line], body: tuple[float, bool]) -> bool:
    size, bold = body
    width = sum(line.text.width for line in group)
    first, last = group[0], group[-1]
    if first.is_row or width > _LONG_HEADING or (width > _LONG_LEAD and last.text.text[-1] in "。.；;"):
        return False
    if first.print.size >= _LARGER * size:
        return True
    standing_out = all(line.print.bold for line in group) and not bold and first.print.size > size / _ALIKE
    return standing_out and len(group) <= 2 and not last.text.is_closed


def _sizes(headings: Iterator[list[_Line]] | Sequence[list[_Line]]) -> list[float]:
    """The type sizes of headings, largest first, without those that differ too little to mean something."""
    sizes: list[float] = []
    for size in sorted({group[0].print.size for group in headings}, reverse=True):
        if not sizes or sizes[-1] > _ALIKE * size:
            sizes.append(size)
    return sizes


def _level(group: Sequence[_Line], body: tuple[float, bool], sizes: Sequence[float]) -> int:
    if not _is_heading(group, body):
        return 0
    rank = sum(size > _ALIKE * group[0].print.size for size in sizes) + 1
    return min(rank if group[0].print.size >= _LARGER * body[0] else max(rank, 2), _LOWEST)


def _block(group: Sequence[_Line], level: int, vocabulary: Vocabulary) -> Block:
    text, pages = group[0].print.text, [(0, group[0].page)]
    for a, b in pairwise(group):
        if a.is_row:
            glue = "\n"
        elif level and not a.fills(b):
            glue = " "
        else:
            glue = vocabulary.glue(a.print.text, b.print.text)
        text = (text[:-1] if glue == "-" else text) + glue.strip("-")
        if b.page != a.page:
            pages.append((len(text), b.page))
        text += b.print.text
    return Block(text.replace("\t", " ") if level else text, level, tuple(pages))
