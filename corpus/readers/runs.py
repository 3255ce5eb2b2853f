"""The glyphs of a PDF's page -> runs: stretches of text on one line, with their place and type.

Units are points of the page (1/72 inch); y grows downwards, as a reader's eye does.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.forms import is_cjk
from corpus.spacing import SHARED_MARKS

_GAP = 0.8  # em: a wider gap ends a run
_WIDE, _NARROW, _TIGHT = 0.6, 0.2, 0.08  # em: what a blank is wide, by what stands around it
_FULL, _WHITE = 0.8, 0.35  # em: a wider mark is half white, and that much of it may stand out of its column
_OPENING, _CLOSING = "“‘（《〈「『【〔", "”’）》〉」』】〕，。、；：！？"
_SAME_LINE = 0.45  # em
_RAISED = 0.5  # em: a glyph farther up or down, such as the next line, belongs to another run


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character: left and right edge, baseline, type size, weight; `apart` where a blank stands before."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    apart: bool


@dataclass(slots=True)
class Run:
    """Glyphs that follow each other on one line; `size` and `bold` are those of most of them."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def top(self) -> float:
        """Where small letters begin: what is above belongs to the leading as far as the layout goes."""
        return self.y - 0.7 * self.size


def runs_of(glyphs: Iterable[Glyph]) -> list[Run]:
    """The glyphs, in the order of the file, put together to runs."""
    return list(_runs(glyphs))


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    pieces: list[str] = []
    styles: Counter[tuple[float, bool]] = Counter()
    first = last = None
    usual = _WIDE
    for glyph in glyphs:
        if first and last and not _follows(last, glyph):
            yield _run(pieces, first, last, styles)
            first, pieces, styles = None, [], Counter()
        if first and last:
            gap = gap_of(last, glyph)
            if is_apart(last.text[-1], glyph.text[0], gap, glyph.apart, usual):
                pieces.append(" ")
            usual = max(gap, 0.0)
        else:
            usual = _WIDE
        first = first or glyph
        last = glyph
        pieces.append(glyph.text)
        styles[glyph.size, glyph.bold] += 1
    if first and last:
        yield _run(pieces, first, last, styles)


def _run(pieces: list[str], first: Glyph, last: Glyph, styles: Counter[tuple[float, bool]]) -> Run:
    (size, bold), _ = styles.most_common(1)[0]
    return Run("".join(pieces), _left(first), _right(last), first.y, size, bold)


def _follows(a: Glyph, b: Glyph) -> bool:
    em = max(a.size, b.size)
    # Two characters can share one wide glyph, as the halves of a Chinese dash do.
    return abs(b.y - a.y) < _RAISED * em and _left(b) - _right(a) < _GAP * em and b.x0 > a.x0 - _NARROW * em


def _left(glyph: Glyph) -> float:
    """Where a glyph begins, be it that a line which is justified begins with the white half of a mark."""
    return glyph.x0 + _WHITE * glyph.size * (glyph.text in _OPENING and _is_wide(glyph))


def _right(glyph: Glyph) -> float:
    return glyph.x1 - _WHITE * glyph.size * (glyph.text in _CLOSING and _is_wide(glyph))


def _is_wide(glyph: Glyph) -> bool:
    return glyph.x1 - glyph.x0 > _FULL * glyph.size


def gap_of(a: Glyph | Run, b: Glyph | Run) -> float:
    """The white between two neighbours, in em."""
    return (b.x0 - a.x1) / max(a.size, b.size)


def is_apart(left: str, right: str, gap: float, blank: bool, usual: float = _WIDE) -> bool:
    """A blank is read between two characters with a gap of so many em; `blank` where the library found one.

    Beside letters its word is taken where there is a gap at all; between Chinese characters the gap must be wider than
    the `usual` one, for lines are filled by spacing them out; beside marks (which have white of
    their own) it must be wide in any case.
    """
    if is_cjk(left) or is_cjk(right) or (left in SHARED_MARKS and right in SHARED_MARKS):
        return gap > _WIDE or (blank and left.isalnum() and right.isalnum() and gap > usual + _NARROW)
    return gap > (_TIGHT if blank else _NARROW)


def stacked(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by the lines that they stand on over the whole width, from top to bottom, each from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.y):
        if lines and run.y - lines[-1][0].y < _SAME_LINE * min(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.x0) for line in lines]


def extent_of(runs: Sequence[Run]) -> tuple[float, float]:
    """The left edge of the leftmost and the right edge of the rightmost."""
    return min(run.x0 for run in runs), max(run.x1 for run in runs)


def width_of(runs: Sequence[Run]) -> float:
    """From the one edge to the other."""
    left, right = extent_of(runs)
    return right - left


def size_of(runs: Sequence[Run]) -> float:
    """The type size (points) of most of the text."""
    sizes: dict[float, int] = {}
    for run in runs:
        sizes[run.size] = sizes.get(run.size, 0) + len(run.text)
    return max(sizes, key=lambda size: (sizes[size], -size))
