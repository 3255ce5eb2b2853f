"""What of something is measured: how long, wide, high or deep it is, its share or its change, by words of either
language.
"""

import re
from collections.abc import Sequence

from corpus.fold import fold
from rag.short.spans import Span

# The measure, words of a question for it, and words of what stands beside a number of it.
_DIMENSIONS = tuple(
    (measure, re.compile(rf"\b(?:{en_asked})\b|{zh_asked}"), re.compile(rf"\b(?:{en_said})\b|{zh_said}"))
    for measure, en_asked, zh_asked, en_said, zh_said in (
        (
            "time",
            "how long (?:is|are|was|were)",
            "[片全]长|多长(?!时间)",
            "runs? (?:for)?|lasts?|long",
            "[片时全]长|为期|历时|学制",
        ),
        ("length", "how wide|width", "多宽|宽度", "wide|broad|across|width", "宽"),
        (
            "length",
            "how (?:tall|high)|height|altitude|elevation",
            "多高|高度|身高|海拔",
            "tall|high|height|above (?:the )?sea(?: level)?|altitude",
            "高|海拔",
        ),
        ("length", "how deep|depth", "多深|深度|水深", "deep|depth", "深"),
        ("length", "how long|length", "多长|长度|全长", "long|length", "长(?![江城])"),
        ("length", "how thick|thickness", "多厚|厚度", "thick", "厚"),
        (
            "length",
            "how far|distance",
            "多远|距离",
            "away|distance|far|from|(?:north|south|east|west)[a-z-]* of",
            "[相距]距|距离|射程|距|走",
        ),
        ("length", "diameter", "直径", "diameter", "直径"),
        ("percent", "share|proportion|percentage of", "占|比例|比重", "of", "占"),
        (
            "percent",
            "rise|rose|risen|grow|grew|grown|increase[ds]?|fall|fell|fallen|drop(?:ped)?|decline[ds]?|gone? up",
            "[增涨升降跌减]",
            "rise|rose|grew|growth|increased?|fall|fell|dropped|declined?|(?:up|down) by",
            "[增涨升降跌减]",
        ),
    )
)
_CLAUSE_BEFORE = re.compile(r"[^，,、。；;：:！？!?\n]*$")
_CLAUSE_AFTER = re.compile(r"(?:(?!\band\b)[^，,、。；;：:！？!?\n]){0,24}")


def dimensioned(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """Of the numbers of a folded text those that are of what a question asks of, if the text says it of any; else those
    of which it says nothing else.
    """
    folded = fold(question)
    asked = list({of: (of, said) for of, asks, said in reversed(_DIMENSIONS) if asks.search(folded)}.values())
    others = [(of, said) for of, asks, said in _DIMENSIONS if not asks.search(folded)]
    if not asked:
        return list(found)
    said = [s for s in found if _is_of(s, asked, text)]
    return said or [s for s in found if not _is_of(s, others, text)]


def _is_of(span: Span, dimensions: Sequence[tuple[str, re.Pattern[str]]], text: str) -> bool:
    beside = _beside(span, text)
    return any(of == span.measure and said.search(beside) for of, said in dimensions)


def _beside(span: Span, text: str) -> str:
    """What stands beside a number in its clause: in Chinese before it, in English behind it too."""
    before, after = _CLAUSE_BEFORE.search(text[: span.start]), _CLAUSE_AFTER.match(text, span.end)
    return (before[0] if before else "") + " " + (after[0] if after and text.isascii() else "")
