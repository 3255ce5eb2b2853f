"""Of several answers that a sentence pairs with one thing each, the one beside the thing that a question names:
A costs 5 dollars, B 6 and C 7.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from rag.short.spans import Span

# What each word of a question counts, and where a text has it.
Words = Sequence[tuple[float, Sequence[tuple[int, int]]]]
_JOINT = re.compile(r"[，；;、]|,(?!\d)|\b(?:and|or|but|while|whereas)\b|以及|而|则")
_TURN = re.compile("分别[为是有约达]*")
_CLAUSE, _AND = re.compile("[^，,。；;：:\n]+"), re.compile("[、和与及]")
_LISTS = re.compile("[有是为含]")  # behind which the things stand
# Built in 1200, the castle burned down in 1644.
_LED_IN = re.compile(
    r"(?:\w+ed|built|born|begun|made|held|written|bought|sold|won|set|laid|sung|drawn)\b[^,;.]*\d[^,;.]*, "
)
_LABEL_END = re.compile("[为是达到约共有近超过长宽高:：的]{0,3}")
_SIDE_BY_SIDE = re.compile(r"\s?[、和与及]\s?")
_CHANGE = re.compile("[增减升降涨跌]")  # by how much something changed is not how much it is
_HEAD = -1  # whose the words before the first span are
_ENDS = re.compile(r"[。！？!?\n]|\.(?!\d)")


def paired(found: Sequence[Span], words: Words, text: str, labelled: bool = False) -> list[Span]:
    """Of the spans the one that more of the question is paired with than with any other; all of them where there is
    none.

    A word belongs to the span that it stands behind, where nothing joins another between them, or to the one that it
    stands before, behind what joins that. What stands before the first may be said of all; it is of the first where
    nothing is paired, and another word stands there and with a later span as well: A course costs 5 dollars, and B
    course 6. Where each is `labelled` in front, what stands right before the first is its label.
    """
    most = max((span.weight for span in found), default=0.0)
    spans = sorted((span for span in found if span.weight == most), key=lambda span: span.start)
    one = _in_turn(spans, words, text) or _led_in(spans, words, text)
    if one:
        return [one]
    own = _shares(spans, words, text, labelled) if len(spans) > 1 else []
    best = max(own, default=0.0)
    return [spans[own.index(best)]] if best and own.count(best) == 1 else list(found)


def _shares(spans: Sequence[Span], words: Words, text: str, labelled: bool) -> list[float]:
    """What the words count that belong to each of the spans."""
    own = [0.0] * len(spans)
    heads, labels, is_shared = 0.0, 0.0, False
    for weight, places in words:
        owners = {owner for place in places if (owner := _owner(place, spans, text)) is not None}
        if len(owners) > 1:
            is_shared |= _HEAD in owners
        elif owners == {_HEAD}:
            heads = max(heads, weight)
            if any(_LABEL_END.fullmatch(text, end, spans[0].start) for _, end in places):
                labels = max(labels, weight)
        elif owners:
            own[owners.pop()] += weight
    if is_shared and not any(own):
        own[0] = heads
    elif labelled:
        own[0] += labels
    return own


def _led_in(spans: Sequence[Span], words: Words, text: str) -> Span | None:
    """The first span, where what the question says of it leads in the whole sentence: built in 1200."""
    asked = any(start == 0 for _, places in words for start, _ in places)
    return spans[0] if len(spans) > 1 and asked and _LED_IN.match(text) else None


def _in_turn(spans: Sequence[Span], words: Words, text: str) -> Span | None:
    """Of values given in turn (分别为) that of the one thing that a question names of those listed before, all of them
    where it names none.
    """
    turn = _TURN.search(text)
    behind = [span for span in spans if turn and span.start >= turn.end()]
    if turn is None or len(behind) < 2:
        return None
    once = [places[0] for _, places in words if len(places) == 1]
    for clause in reversed(list(_CLAUSE.finditer(text, 0, turn.start()))):
        first = max((m.end() for m in _LISTS.finditer(text, *clause.span())), default=clause.start())
        ends = [first, *(m.end() for m in _AND.finditer(text, first, clause.end())), clause.end()]
        if len(ends) == len(behind) + 1:
            inside = [(start, end) for start, end in once if first <= start and end <= clause.end()]
            # What the last of them ends with may be what all of them are: 大份和小份的价格.
            named = {bisect(ends, start) - 1 for start, end in inside if end < clause.end() or start in ends}
            if len(named) == 1:
                return behind[named.pop()]
            return replace(behind[0], end=behind[-1].end) if not inside and clause.end() < turn.start() else None
    return None


def _owner(place: tuple[int, int], spans: Sequence[Span], text: str) -> int | None:
    """The number of the span that a word at a place belongs to, or _HEAD; None where it belongs to none."""
    last = sum(span.end <= place[0] for span in spans) - 1
    following = spans[last + 1].start if last + 1 < len(spans) else len(text) + 1
    if place[1] > following or (_ENDS.search(text, place[1], following) and last < 0):
        return None
    if last > _HEAD and following < len(text) and not _is_joined(text, spans[last].end, following):
        return None
    if last > 0 and _SIDE_BY_SIDE.fullmatch(text, spans[last - 1].end, spans[last].start):
        return None
    if last == _HEAD or not _is_joined(text, spans[last].end, place[0]):
        return last
    if following >= len(text) or _is_joined(text, place[1], following):
        return None
    led = max((match.end() for match in _JOINT.finditer(text, spans[last].end, place[0])), default=place[0])
    return None if text.startswith("占", led) or _CHANGE.search(text, place[1], following) else last + 1


def _is_joined(text: str, start: int, end: int) -> bool:
    return _JOINT.search(text, start, end) is not None or _ENDS.search(text, start, end) is not None
