"""Places in an English sentence: the names behind words that say where, each with what it lies in or is a part of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.short.english import is_led, rows, wholes
from rag.short.spans import Span

_ROW_END = re.compile(r"[.;:)!?]|$| (?:on|for|to|from|by|with|as|where|which|that|during|before|after|since|until)\b")
_PART_OF = re.compile(r"(?:School|Department|Faculty|College|Institute|Cent(?:re|er)|Division) (?:of|for) ")
_OF = re.compile(r"\bof (?:the )?$")
_IN = re.compile(r" in (?:the )?")
_OF_WHOLE = re.compile(r" (?:at|of|in) (?:the )?")
_DIRECTION = re.compile(
    r"\b(?:(?:(?:north|south|east|west|central)[a-z]*(?: and |[- ]))+|(?:north|south|east|west)[a-z]* of (?:the )?)$"
)


def places(text: str) -> list[Span]:
    """Names behind words that say where, each with those that are listed behind it, or with what it is a part of."""
    found: list[Span] = []
    for row in rows([_with_direction(text, span) for span in wholes(text)], text):
        led = [is_led(text, span) for span in row]
        last = found[-1] if found else None
        if last and led[0] and _PART_OF.match(text, last.start) and _OF_WHOLE.fullmatch(text, last.end, row[0].start):
            found[-1] = replace(last, end=row[0].end)
        elif led[0] and len(row) > 1 and not _OF.search(text, 0, row[0].start) and _ROW_END.match(text, row[-1].end):
            found.append(replace(row[0], end=row[-1].end))
        else:
            found += [span for span, says_where in zip(row, led, strict=True) if says_where]
    return _within(found, text)


def _within(found: Sequence[Span], text: str) -> list[Span]:
    """The places, one that lies in the next as one with it: Lund in Sweden."""
    joined: list[Span] = []
    for span in found:
        if joined and _IN.fullmatch(text, joined[-1].end, span.start):
            joined[-1] = replace(joined[-1], end=span.end)
        else:
            joined.append(span)
    return joined


def _with_direction(text: str, span: Span) -> Span:
    """The name with the words that say which part or side: northern and southern Iraq, north of the Elbe."""
    match = _DIRECTION.search(text, 0, span.start)
    return replace(span, start=match.start()) if match else span
