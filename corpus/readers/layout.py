"""The runs of a page -> its columns in reading order, by the white space between them.

The page is cut as a reader's eye cuts it: into bands from top to bottom, a band into columns where a gutter runs
through all of it, and each column again (recursive XY-cut, Nagy and Seth 1984, where the rows of a band are first
gathered by the gutters that they share, so that lines which stand level in all columns are not taken for bands).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.runs import Run, gap_of, is_apart

_GUTTER = 0.8  # em: the least width of a gutter
_WIDE = 1.4  # em
_FEW, _SOME = 3, 6  # lines on both sides of a wide and of any other gutter, or else it is chance
_NARROWEST, _FILLED = 4.5, 0.6  # em, share: narrower or emptier columns are those of a table
_SAME_LINE = 0.45  # em
_NEAR = 4  # em: farther from a gap begins no line of the column beside it
_MOSTLY = 0.7  # share
_ROOM = 18  # em: in less, words that stand beneath each other by chance are no column
_NUMBER = re.compile(r"[-+−$¥€£]?[\d.,，]+[%％‰]?\D{0,2}")
_LARGER = 1.15
_LEADING, _USUAL = 0.8, 1.2  # the white between two lines of one band: in em, or by what it is elsewhere in the band
_DEEPEST = 12  # cuts within cuts; no page needs so many

Gap = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a column: its text, extent, baseline, type, and the left and right edge of its column."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    left: float
    right: float


def columns(runs: Sequence[Run]) -> list[list[PrintedLine]]:
    """The columns of a page in reading order, each with its lines from top to bottom; a table is a column by itself.

    Between the cells of a table's row stands a tab.
    """
    return [_lines(leaf, cells) for leaf, cells in _leaves(runs, 0)]


def _leaves(runs: Sequence[Run], depth: int) -> Iterator[tuple[list[Run], list[Gap]]]:
    """Stretches of the page that are read straight down, and the gaps between the cells of those that are tables."""
    straight: list[Run] = []
    for rows in _bands(_rows(runs)):
        band = [run for row in rows for run in row]
        gutters = _sure(band, _gutters(rows)) if depth < _DEEPEST else []
        if not gutters:
            straight += band
            continue
        if straight:
            yield straight, []
            straight = []
        parts = _cut(band, gutters)
        if _is_table(parts, _size(band)):
            yield band, gutters
        else:
            for part in parts:
                yield from _leaves(part, depth + 1)
    if straight:
        yield straight, []


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs between any two white stretches that go through from left to right."""
    rows: list[list[Run]] = []
    bottom = 0.0
    for run in sorted(runs, key=lambda run: (run.top, run.x0)):
        if rows and run.top < bottom:
            rows[-1].append(run)
            bottom = max(bottom, run.y)
        else:
            rows.append([run])
            bottom = run.y
    return rows


def _bands(rows: Sequence[list[Run]]) -> list[list[list[Run]]]:
    """Neighbouring rows that have the same columns."""
    bands: list[list[list[Run]]] = []
    for row in rows:
        if bands and _belongs(bands[-1], row):
            bands[-1].append(row)
        else:
            bands.append([row])
    return bands


def _belongs(band: list[list[Run]], row: list[Run]) -> bool:
    before, own, together = _gutters(band), _gutters([row]), _gutters([*band, row])
    if not before:
        # A heading stands over all the columns beneath it, also where it is no wider than one of them.
        heads = _size(band[-1]) >= _LARGER * _size(row)
        return not own or (bool(together) and not heads)
    lost = [gap for gap in _sure([run for line in band for run in line], before) if not _is_free(row, gap)]
    if together and lost:
        # Some column ends here. Where text runs on beside that, the white above is no more than between two lines.
        usual = max((_white(a, b) for a, b in pairwise(band)), default=0.0)
        return _white(band[-1], row) <= max(_USUAL * usual, _LEADING * _size(row))
    return bool(together)


def _is_free(row: Sequence[Run], gap: Gap) -> bool:
    return all(run.x1 <= gap[0] or run.x0 >= gap[1] for run in row)


def _white(above: list[Run], below: list[Run]) -> float:
    return min(run.top for run in below) - max(run.y for run in above)


def _gutters(band: Sequence[Sequence[Run]]) -> list[Gap]:
    """White stretches that go through the band from top to bottom, with text on both sides of them in some row."""
    runs = sorted((run for row in band for run in row), key=lambda run: run.x0)
    em = _size(runs)
    gaps: list[Gap] = []
    right = runs[0].x1
    for run in runs:
        if run.x0 - right >= _GUTTER * em:
            gaps.append((right, run.x0))
        right = max(right, run.x1)
    return [gap for gap in gaps if any(_is_on_both_sides(row, gap) for row in band)]


def _is_on_both_sides(row: Sequence[Run], gap: Gap) -> bool:
    return any(run.x1 <= gap[0] for run in row) and any(run.x0 >= gap[1] for run in row)


def _sure(runs: Sequence[Run], gaps: Sequence[Gap]) -> list[Gap]:
    """Those of the gaps that are no chance."""
    em = _size(runs)
    return [gap for gap in gaps if _is_sure(runs, gap, em)]


def _is_sure(runs: Sequence[Run], gap: Gap, em: float) -> bool:
    """Enough lines stand on both sides, and those to the right begin where a column does, or are numbers."""
    right = [line[0] for line in stacked([run for run in runs if run.x0 >= gap[1]]) if line[0].x0 < gap[1] + _NEAR * em]
    left = stacked([run for run in runs if run.x1 <= gap[0]])
    if min(len(left), len(right)) < (_FEW if gap[1] - gap[0] >= _WIDE * em else _SOME):
        return False
    starts = Counter(round(2 * (run.x0 - gap[1]) / em) for run in right)
    flush = sum(count for _, count in starts.most_common(2)) if _width(runs) > _ROOM * em else 0
    numbers = sum(_NUMBER.fullmatch(run.text) is not None for run in right)
    return max(flush, numbers) >= _MOSTLY * len(right)


def _is_table(parts: Sequence[list[Run]], em: float) -> bool:
    return any(_width(part) < _NARROWEST * em for part in parts) or all(_is_ragged(part) for part in parts)


def _is_ragged(part: Sequence[Run]) -> bool:
    lines = stacked(part)
    return len(lines) > 1 and median(_width(line) for line in lines) < _FILLED * _width(part)


def _cut(runs: Sequence[Run], gutters: Sequence[Gap]) -> list[list[Run]]:
    parts: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for run in runs:
        parts[sum(run.x0 >= right - 0.01 for _, right in gutters)].append(run)
    return parts


def _width(runs: Sequence[Run]) -> float:
    return max(run.x1 for run in runs) - min(run.x0 for run in runs)


def _size(runs: Sequence[Run]) -> float:
    """The type size (points) of most of the text."""
    sizes: dict[float, int] = {}
    for run in runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def stacked(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by the lines that they stand on over the whole width, from top to bottom, each from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.y):
        if lines and run.y - lines[-1][0].y < _SAME_LINE * min(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.x0) for line in lines]


def _lines(runs: Sequence[Run], cells: Sequence[Gap]) -> list[PrintedLine]:
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    return [_line(line, cells, left, right) for line in stacked(runs)]


def _line(runs: Sequence[Run], cells: Sequence[Gap], left: float, right: float) -> PrintedLine:
    text = runs[0].text
    for a, b in pairwise(runs):
        if any(a.x1 <= gap[0] and b.x0 >= gap[1] for gap in cells):
            text += "\t"
        elif is_apart(a.text[-1], b.text[0], gap_of(a, b), blank=False):
            text += " "
        text += b.text
    main = max(runs, key=lambda run: len(run.text))
    return PrintedLine(text, runs[0].x0, max(run.x1 for run in runs), main.y, main.size, main.bold, left, right)
