"""The runs of a page -> its columns in reading order, by the white space between them.

The page is cut as a reader's eye cuts it: along its tallest gutter into columns, with what lies above and below of it
for itself, and each piece again (recursive XY-cut, Nagy and Seth 1984, but that a gutter need not go through all of the
page, and that lines which stand level in all columns are not taken for bands).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from corpus.readers.gutters import Gap, flat, rows_of, sure_gutters, tallest
from corpus.readers.runs import Run, extent_of, gap_of, is_apart, size_of, stacked, width_of

_NARROWEST, _FILLED = 4.5, 0.6  # em, share: narrower or emptier columns are those of a table
_TALL = 1.8  # by the type of the text: a letter that begins it
_DEEPEST = 12  # cuts within cuts; no page needs so many

Leaf = tuple[list[Run], list[Gap]]


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


def _leaves(runs: Sequence[Run], depth: int) -> Iterator[Leaf]:
    """Stretches of the page that are read straight down, and the gaps between the cells of those that are tables."""
    rows = rows_of(runs)
    band = tallest(rows) if depth < _DEEPEST else range(0)
    if not band:
        yield list(runs), []
        return
    above, below = flat(rows[: band.start]), flat(rows[band.stop :])
    if above:
        yield from _leaves(above, depth + 1)
    yield from _side_by_side(rows[band.start : band.stop], depth)
    if below:
        yield from _leaves(below, depth + 1)


def _side_by_side(rows: Sequence[list[Run]], depth: int) -> Iterator[Leaf]:
    band, gaps = flat(rows), sure_gutters(rows)
    parts = _cut(band, gaps)
    if len(parts) == 1 or _is_table(parts, size_of(band)):
        yield band, gaps
    else:
        for part in parts:
            yield from _leaves(part, depth + 1)


def _is_table(parts: Sequence[list[Run]], em: float) -> bool:
    return any(width_of(part) < _NARROWEST * em for part in parts) or all(_is_ragged(part) for part in parts)


def _is_ragged(part: Sequence[Run]) -> bool:
    lines = stacked(part)
    return len(lines) > 1 and median(width_of(line) for line in lines) < _FILLED * width_of(part)


def _cut(runs: Sequence[Run], gutters: Sequence[Gap]) -> list[list[Run]]:
    parts: list[list[Run]] = [[] for _ in range(len(gutters) + 1)]
    for run in runs:
        parts[sum(run.x0 >= right - 0.01 for _, right in gutters)].append(run)
    return parts


def _lines(runs: Sequence[Run], cells: Sequence[Gap]) -> list[PrintedLine]:
    left, right = extent_of(runs)
    return [_line(line, cells, left, right) for line in stacked(_with_initials(runs))]


def _with_initials(runs: Sequence[Run]) -> list[Run]:
    """The runs, with a letter that is as tall as several lines put before the first of these."""
    em = size_of(runs)
    found = list(runs)
    for initial in [run for run in runs if len(run.text) == 1 and run.size >= _TALL * em]:
        beside = [run for run in found if initial.x0 < run.x0 < initial.x1 + 3 * em and run.size < initial.size / 2]
        beside = [run for run in beside if initial.y - initial.size < run.y < initial.y + em / 2]
        if len(stacked(beside)) > 1:
            first = min(beside, key=lambda run: (run.y, run.x0))
            found = [run for run in found if run is not initial and run is not first]
            found.append(replace(first, text=initial.text + first.text))
    return found


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
