"""Tables in plain text: a row that heads the columns, and below it rows of as many cells."""

import re
from collections.abc import Iterator, Sequence

# What parts the cells of a row: the first that stands in it. The last two part the items of a sentence as well.
_MARKS = ("|", "｜", "\t", "、", " ")
_WEAK = ("、", " ")
_RULE = re.compile(r"(?=.*--)[\s|:+-]+")  # the line between head and body in Markdown
_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?:度|[/–-]\d\d(?:\d\d)?)?")
_NOTHING = re.compile(r"免费|无|不限|不收费|[—–-]+|free|none|closed|n/?a", re.I)
_ENDS = re.compile(r"[。！？!?；;]$|[a-z]\.$")
_FIGURE = re.compile(r"\W*\d")
_FIGURES = re.compile(r"\d[\d.,:]*")
_RANK = re.compile(r"\d{1,3}\.?")
_LONGEST = 10  # characters of a cell where what parts them parts the items of a sentence as well

Cells = list[tuple[int, int]]


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The tables among some lines: the place of the row that heads the columns, and the place behind the last row.

    >>> list(tables(["Prices", "Seat | Day | Night", "Stalls | £8 | £12", "Balcony | £6 | £9", "Come early."]))
    [(1, 4)]
    """
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if _is_headed([line for line in lines[at:end] if not is_rule(line)], any(map(is_rule, lines[at:end][1:2]))):
            yield at, end
            at = end
        else:
            at += 1


def cells(row: str, head: str) -> Cells:
    """Where the cells of a row stand, parted by what parts those of the `head` of its table.

    >>> [ "Stalls | £8"[a:b] for a, b in cells("Stalls | £8", "Seat | Price") ]
    ['Stalls', '£8']
    """
    mark = _mark(head)
    if not mark:
        return []
    framed = mark in "|｜" and row.startswith(mark)
    begin = int(framed)
    found: Cells = []
    for part in row[begin : len(row) - (framed and row.endswith(mark))].split(mark):
        blank = len(part) - len(part.lstrip())
        found.append((begin + blank, begin + blank + len(part.strip())))
        begin += len(part) + 1
    return found


def subject_at(texts: Sequence[str]) -> int:
    """Which of the cells of a row says what it is on: the first, or the one behind a number that only counts the row.

    >>> subject_at(["Stalls", "£8"]), subject_at(["1", "Rovers", "68"])
    (0, 1)
    """
    return int(len(texts) > 2 and _RANK.fullmatch(texts[0]) is not None and not _is_value(texts[1]))


def subject(row: str, head: str) -> str:
    """What a row is on.

    >>> subject("Stalls | £8", "Seat | Price")
    'Stalls'
    """
    texts = [row[a:b] for a, b in cells(row, head)]
    return texts[subject_at(texts)]


def is_rule(line: str) -> bool:
    """Whether a line only parts the head of a table from its body."""
    return _RULE.fullmatch(line) is not None


def _mark(head: str) -> str:
    return next((mark for mark in _MARKS if mark in head), "")


def _end(lines: Sequence[str], at: int) -> int:
    """The place behind the last line that has as many cells as the one at a place."""
    size = len(cells(lines[at], lines[at]))
    behind = range(at + 1, len(lines))
    return next((i for i in behind if not is_rule(lines[i]) and len(cells(lines[i], lines[at])) != size), len(lines))


def _is_headed(rows: Sequence[str], is_ruled: bool) -> bool:
    """Whether the first of some rows heads the columns: it has no values, and the others have some under it."""
    mark, (head, *body) = _mark(rows[0]) if rows else "", _texts(rows)
    if len(head) < 2 or not body:
        return False
    if is_ruled:
        return True
    columns = list(zip(*body, strict=True))
    # Two columns may as well be labels and their values.
    if len(head) < 3 or any(_has_value(name, column) for name, column in zip(head, columns, strict=True)):
        return False
    if mark in _WEAK:
        every = [cell for column in columns for cell in column]
        is_loose = len(body) > 1 and not "".join(head).isascii() and all(len(cell) <= _LONGEST for cell in every)
        is_prose = any(_ENDS.search(row) for row in rows)
        return not is_prose and (any if is_loose else all)(all(map(_is_value, column)) for column in columns[1:])
    return any(all(map(_is_value, column)) for column in columns)


def _has_value(cell: str, column: Sequence[str]) -> bool:
    """Whether a cell of the first row is no name of a column but a value, as those below it are."""
    name = _unyeared(cell)
    if not any(map(str.isdigit, name)):
        return _is_value(name)
    return bool(_FIGURE.match(name)) or _FIGURES.sub("0", name) in [_FIGURES.sub("0", one) for one in column]


def _texts(rows: Sequence[str]) -> list[list[str]]:
    return [[row[a:b] for a, b in cells(row, rows[0])] for row in rows] or [[]]


def _is_value(cell: str) -> bool:
    return _NOTHING.fullmatch(cell) is not None or any(map(str.isdigit, cell))


def _unyeared(cell: str) -> str:
    """The name of a column without what is no value in it: a year, what a bracket adds."""
    return _YEAR.sub("", _BRACKETS.sub("", cell)).strip() or "name"
