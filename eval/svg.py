"""Plots as inline SVG, drawn from figures alone; colours come from the page's style sheet."""

from collections.abc import Mapping, Sequence
from html import escape

from eval.stats import Bin

Series = Mapping[str, Mapping[str, float]]  # series to label to a value in 0..1
_LABEL, _BAR, _ROW, _WIDTH = 190, 340, 15, 600
_SIDE, _EDGE = 260, 36


def safe(text: str) -> str:
    """Text of others, harmless in an element and in a quoted attribute; control characters are replaced.

    >>> safe("<b>\\x00")
    '&lt;b&gt;�'
    """
    kept = (char if char.isprintable() or char in "\n\t\u3000\xa0" else "\ufffd" for char in text)
    return escape("".join(kept), quote=True)


def bars(series: Series, unit: str = "%", top: float = 1.0) -> str:
    """Bars lying on their side: for each label one of each series; a value of `top` fills the width."""
    labels = list(dict.fromkeys(label for values in series.values() for label in values))
    height, parts = 10, []
    for label in labels:
        parts.append(_text(_LABEL - 8, height + _ROW * len(series) / 2 + 4, label, "end"))
        for number, values in enumerate(series.values()):
            if label in values:
                parts.append(_bar(height, number, values[label], unit, top))
            height += _ROW
        height += 8
    return _svg(_WIDTH, height, parts, _spoken(series, unit))


def _bar(y: float, number: int, value: float, unit: str, top: float) -> str:
    width = _BAR * value / top if top else 0.0
    shown = f"{100 * value:.0f} %" if unit == "%" else f"{value:.1f} {unit}"
    bar = f'<rect class="s{number}" x="{_LABEL}" y="{y}" width="{width:.1f}" height="{_ROW - 3}"/>'
    return bar + _text(_LABEL + width + 6, y + 10, shown)


def curve(series: Mapping[str, Sequence[Bin]]) -> str:
    """The reliability curve: confidence across, the share that came true upwards, a bigger dot for more questions."""
    far = _EDGE + _SIDE
    parts = [f'<path class="axis" d="M{_EDGE} 10V{10 + _SIDE}H{far}"/>']
    parts.append(f'<path class="even" d="M{_EDGE} {10 + _SIDE}L{far} 10"/>')
    for tick in (0.0, 0.5, 1.0):
        parts.append(_text(_EDGE - 6, 14 + _SIDE * (1 - tick), f"{100 * tick:.0f}", "end"))
        parts.append(_text(_EDGE + _SIDE * tick, 26 + _SIDE, f"{100 * tick:.0f}", "middle"))
    for number, bins in enumerate(series.values()):
        most = max((one.n for one in bins), default=1)
        points = [(_EDGE + _SIDE * one.confidence, 10 + _SIDE * (1 - one.share), one.n / most) for one in bins]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
        parts.append(f'<polyline class="l{number}" points="{line}"/>')
        parts += [f'<circle class="s{number}" cx="{x:.1f}" cy="{y:.1f}" r="{3 + 5 * n:.1f}"/>' for x, y, n in points]
    spoken = "; ".join(f"{name}: " + ", ".join(_point(one) for one in bins) for name, bins in series.items())
    return _svg(far + 30, _SIDE + 36, parts, spoken, "curve")


def _point(one: Bin) -> str:
    return f"{100 * one.confidence:.0f} % → {100 * one.share:.0f} % (n={one.n})"


def _spoken(series: Series, unit: str) -> str:
    factor = 100 if unit == "%" else 1
    return "; ".join(
        f"{s} {label} {factor * v:.1f} {unit}" for s, values in series.items() for label, v in values.items()
    )


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{safe(words)}</text>'


def _svg(width: float, height: float, parts: Sequence[str], spoken: str, kind: str = "bars") -> str:
    inside = "".join(parts)
    return f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{safe(spoken)}">{inside}</svg>'
