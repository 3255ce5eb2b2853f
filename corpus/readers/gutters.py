"""The gutters of a page: white stretches from top to bottom that part columns, and no chance gaps between words."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.readers.runs import Run, extent_of, size_of, stacked, width_of

_GUTTER = 0.8  # em: the least width of a gutter
_WIDE = 1.4  # em
_FEW, _SOME = 3, 6  # lines on both sides of a wide and of any other gutter, or else it is chance
_NEAR = 4  # em: farther from a gap begins no line of the column beside it
_MOSTLY = 0.7  # share
_ROOM = 24  # em: in less, words that stand beneath each other by chance are no column
_NUMBER = re.compile(r"[-+−$¥€£]?[\d.,，]+[%％‰]?\D{0,2}")
_LARGER, _LARGEST = 1.15, 1.5  # a heading's type, by that of the text; that of one over several columns
_INDENT = 2.5  # em: farther from the edge of its column begins no line of a text
_BELOW, _ABOVE = 0.8, 1.6  # em: the white before lines that are the last ones of their column, or after the first
_USUAL = 1.2  # or else what it is elsewhere in the band, by that

Gap = tuple[float, float]
Row = list[Run]


def rows_of(runs: Sequence[Run]) -> list[Row]:
    """The runs between any two white stretches that go through from left to right."""
    rows: list[Row] = []
    bottom = 0.0
    for run in sorted(runs, key=lambda run: (run.top, run.x0)):
        if rows and run.top < bottom:
            rows[-1].append(run)
            bottom = max(bottom, run.y)
        else:
            rows.append([run])
            bottom = run.y
    return rows


def flat(rows: Sequence[Row]) -> list[Run]:
    """The runs of the rows."""
    return [run for row in rows for run in row]


def tallest(rows: Sequence[Row]) -> range:
    """The rows along the tallest gutter; none where there is no gutter."""
    best, most = range(0), 0.0
    em = size_of(flat(rows))
    tried: list[tuple[range, Gap]] = []
    for i, row in enumerate(rows):
        for gap in _gaps([row]):
            if any(i in band and gap[0] < other[1] and other[0] < gap[1] for band, other in tried):
                continue
            band, gutter = _along(rows, i, gap, em)
            tried.append((band, gutter))
            runs = flat(rows[band.start : band.stop])
            height = max(run.y for run in runs) - min(run.top for run in runs)
            if height > most and _is_sure(runs, gutter, size_of(runs)):
                best, most = band, height
    return best


def sure_gutters(rows: Sequence[Row]) -> list[Gap]:
    """The gutters that go through all of the rows."""
    runs = flat(rows)
    em = size_of(runs)
    return [gap for gap in _gaps(rows) if _is_sure(runs, gap, em)]


def _along(rows: Sequence[Row], i: int, gap: Gap, em: float) -> tuple[range, Gap]:
    """The rows that the gap of row `i` runs through, and what they all leave of it."""
    page = extent_of(flat(rows))
    below, gap = _through(rows[i:], gap, em, page)
    above, gap = (1, gap) if _is_large(rows[i], em) else _through(rows[i::-1], gap, em, page)
    return range(i - above + 1, i + below), gap


def _through(rows: Sequence[Row], gap: Gap, em: float, page: Gap) -> tuple[int, Gap]:
    """How many of the rows, down or up from one with text on both sides, the gap runs through, and what is left of it.

    It does not run on where a heading stands over all the columns, or where there is one over each of them.
    """
    gaps, sure, is_headed, is_down = [gap], 1, False, rows[-1][0].y > rows[0][0].y
    for row in rows[1:]:
        free = _left_of(gaps[-1], row)
        both = _is_on_both_sides(row, free)
        heads = both and _is_large(row, em)
        goes_on = heads and not is_down and _is_large(rows[len(gaps) - 1], em)
        if free[1] - free[0] < _GUTTER * em or (heads and is_down) or (both and is_headed and not goes_on):
            break
        gaps.append(free)
        sure = len(gaps) if both else sure
        if heads:
            break
        is_headed = is_headed or (not both and _is_over_columns(row, page, em))
    if is_down and len(gaps) == len(rows) and not is_headed:
        return len(gaps), gaps[-1]
    end = _end(rows[: len(gaps)], sure, gaps[-1], em, page)
    return end, gaps[end - 1]


def _is_large(row: Row, em: float) -> bool:
    """It has nothing but headings."""
    return min(run.size for run in row) >= _LARGER * em


def _is_over_columns(row: Row, page: Gap, em: float) -> bool:
    """The row, beside which there is nothing, is a heading for more than the column that it stands in."""
    is_centred = _off_centre(row, page) < 2 * em
    is_flush = extent_of(row)[0] - page[0] < em
    return size_of(row) >= (_LARGER if is_centred else _LARGEST) * em and (is_centred or is_flush)


def _off_centre(row: Row, page: Gap) -> float:
    return abs(sum(extent_of(row)) - sum(page)) / 2


def _end(rows: Sequence[Row], sure: int, gap: Gap, em: float, page: Gap) -> int:
    """How many of the rows belong to the columns, of which the first `sure` ones do and others have text on one side.

    A column may begin higher or end lower than those beside it, but what is a heading, does not begin where the lines
    of a column do, stands in the middle of the page or stands apart from them is none of its lines.
    """
    left = extent_of(flat(rows[:sure]))[0]
    white = max((_white(a, b) for a, b in pairwise(rows[:sure])), default=0.0)
    most = max(_USUAL * white, (_BELOW if rows[-1][0].y > rows[0][0].y else _ABOVE) * em)
    for end in range(sure, len(rows)):
        x0, _ = extent_of(rows[end])
        indent = x0 - (left if x0 < gap[0] else gap[1])
        is_amid = indent > em / 2 and _off_centre(rows[end], page) < em / 2
        if is_amid or indent > _INDENT * em or _is_large(rows[end], em) or _white(rows[end - 1], rows[end]) > most:
            return end
    return len(rows)


def _left_of(gap: Gap, row: Row) -> Gap:
    """The widest stretch of the gap that the row leaves white."""
    covered = sorted((run.x0, run.x1) for run in row if run.x0 < gap[1] and run.x1 > gap[0])
    best, at = (gap[0], gap[0]), gap[0]
    for x0, x1 in [*covered, (gap[1], gap[1])]:
        best = max(best, (at, x0), key=lambda stretch: stretch[1] - stretch[0])
        at = max(at, x1)
    return best


def _white(a: Row, b: Row) -> float:
    """The white between two rows, of which either is above."""
    above, below = (a, b) if a[0].y < b[0].y else (b, a)
    return min(run.top for run in below) - max(run.y for run in above)


def _gaps(band: Sequence[Row]) -> list[Gap]:
    """White stretches that go through the band from top to bottom, with text on both sides of them in some row."""
    runs = sorted((run for row in band for run in row), key=lambda run: run.x0)
    em = size_of(runs)
    gaps: list[Gap] = []
    right = runs[0].x1
    for run in runs:
        if run.x0 - right >= _GUTTER * em:
            gaps.append((right, run.x0))
        right = max(right, run.x1)
    return [gap for gap in gaps if any(_is_on_both_sides(row, gap) for row in band)]


def _is_on_both_sides(row: Row, gap: Gap) -> bool:
    return any(run.x1 <= gap[0] for run in row) and any(run.x0 >= gap[1] for run in row)


def _is_sure(runs: Sequence[Run], gap: Gap, em: float) -> bool:
    """Enough lines stand on both sides, and those to the right begin where a column does, or are numbers."""
    right = [line[0] for line in stacked([run for run in runs if run.x0 >= gap[1]]) if line[0].x0 < gap[1] + _NEAR * em]
    left = stacked([run for run in runs if run.x1 <= gap[0]])
    if min(len(left), len(right)) < (_FEW if gap[1] - gap[0] >= _WIDE * em else _SOME):
        return False
    right = [run for run in right if run.size < _LARGER * em]
    starts = Counter(round(2 * (run.x0 - gap[1]) / em) for run in right)
    flush = sum(count for _, count in starts.most_common(2)) if width_of(runs) > _ROOM * em else 0
    numbers = sum(_NUMBER.fullmatch(run.text) is not None for run in right)
    return max(flush, numbers) >= _MOSTLY * len(right)
