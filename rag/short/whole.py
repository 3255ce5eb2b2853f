"""Of a number and that of a part of the same things the one that a question asks for: of 31 paintings, 9 were found.

Patterns read the sentence as `fold_aligned` gives it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.fold import fold
from rag.lexical import content_terms, content_words
from rag.meaning import likeness, vector
from rag.short.asked import Wanted
from rag.short.spans import Span

_COUNTS = ("count", "people")
_ONLY = r"(?:(?:only|just|but|about|some|nearly|almost|at least|all) )*"
# What stands between the two numbers, and what stands before the first or behind the second beside that.
_OF = re.compile(r"(?:^|[.;:,] |\b(?:and|but) )(?:out )?of (?:the |its |their |these |those |all |all the )?$", re.I)
_LED = re.compile(rf"[^.;]*, {_ONLY}$", re.I)
_OF_WHICH = re.compile(rf"[^.;]*\bof (?:which|whom|these|those|them),? {_ONLY}$", re.I)
_AND_OF_THEM = (re.compile(r"[^.;]*$"), re.compile(r" of (?:them|these|those|whom|which)\b", re.I))
_AMONG = re.compile(r"[^。；;]*(?P<among>其中|当中)[，,:：]?[^，,。；;、]{0,10}$")
_CLAUSE_ZH = re.compile(r"[^，,。；;、]*[，,](?:最[终后]|结果|仅?有|仅|只有?|共|另|已)*$")
_SENTENCE_END = re.compile("[。；;]|[.](?!\\d)")
_PART_END = re.compile(r"[，,。；;、!?！？]|\.(?!\d)")
_NAMED = re.compile(r"[名位]$")  # by whom people are counted, and then only as 人
_NOT = re.compile(r"[没未不无]|\b(?:not|never|no)\b|n't\b")
_LIGHT = re.compile("没有|一共|总共|其中|there|total|altogether")
# What is so of all that are counted, said or not; and words each of which says what the others say.
_OF_ALL = re.compile(
    r"拥有|共有|设有|收录|记录|包括|记载"
    r"|a?board|takes?|took|part|participat[a-z]*|record(?:s|ed)?|consists?|contain(?:s|ed)?|includ[a-z]*|compris[a-z]*"
    r"|own(?:s|ed)?"
)
_SAME = tuple(
    re.compile(pattern)
    for pattern in (
        r"参加|参与|参赛|比赛|出战",
        r"生产|制造|出产|年产",
        r"\b(?:work|employ|staff)[a-z]*",
        r"\b(?:produc|manufactur|ma[dk]e|buil[dt])[a-z]*",
    )
)
_OTHERS = re.compile("(?<![开解拆废清])除(?!夕)|其余|其[他它]|以外|在内")
_LED_BY = re.compile(r"^(?:[，,:：]|又?有|包括|含|为|是|约|仅|共)+")
_SUBJECT = r"\b(?:do|does|did) (?:the|this|that|its|their|his|her) (?:\w+ )?"  # whose are what is counted
_COUNTED = re.compile(r"(?<=多少[人名位])|(?<=几[人名位])")
_SHORT = 4  # characters of an English word that others only begin with
_ALIKE, _CLEARLY = 0.5, 0.15  # likeness of a word that means what a question says, and by how much more than another


def of_part(found: Sequence[Span], among: Sequence[Span], wanted: Wanted, question: str, text: str) -> list[Span]:
    """The spans, or where two of the numbers `among` which they are count things and a part of them the one that what
    else the question says is said of; none where that is not plain.
    """
    counts = sorted((s for s in among if s.measure in _COUNTS), key=lambda span: span.start)
    for whole, part in pairwise(counts):
        alone = not any(part.end < s.start and not _SENTENCE_END.search(text, part.end, s.start) for s in counts)
        if alone and _is_part(whole, part, text) and (whole in found or part in found):
            said = _digits(text[whole.start : whole.end])
            if said and said in _digits(fold(question)).split():
                return [part]
            side = _side(whole, part, wanted, question, text)
            return [side] if side else []
    return list(found)


def _is_part(whole: Span, part: Span, text: str) -> bool:
    between = text[whole.end : part.start]
    if _OF_WHICH.match(between) or _AMONG.match(between) or (_OF.search(text[: whole.start]) and _LED.match(between)):
        return True
    if _AND_OF_THEM[0].match(between) and _AND_OF_THEM[1].match(text, part.end):
        return True
    named = _NAMED.search(text[whole.start : whole.end]) and text[part.start : part.end].endswith("人")
    return bool(named and _CLAUSE_ZH.fullmatch(between))


def _side(whole: Span, part: Span, wanted: Wanted, question: str, text: str) -> Span | None:
    """The one of the two that the words of the question are said of, what is counted left out; None where unsure."""
    end = _PART_END.search(text, part.end)
    among = _AMONG.match(text, whole.end, part.start)
    start = among.end("among") if among else part.start
    label = _LED_BY.sub("", text[start : part.start]).strip()
    head = "".join(content_words(label)[-1:])
    asked = fold(question)
    if among and _is_named(label, head, text[:start], asked):
        return None if _OTHERS.search(asked) or f"非{label}" in asked else part
    of_part = f"{head} {text[part.end : end.start() if end else len(text)]}".lower()
    of_whole = text[:start].lower()
    told = [pair for pair in content_terms(_COUNTED.sub(" ", question)) if _tells(pair[1])]
    sides = [_said_of(*pair, of_whole, of_part) for pair in told]
    if "part" in sides:
        return part if bool(_NOT.search(asked)) == bool(_NOT.search(of_part)) else None
    unsaid = any(
        side is None and not _is_name(written, wanted, question) for side, (_, written) in zip(sides, told, strict=True)
    )
    return None if unsaid else whole


def _is_named(label: str, head: str, before: str, asked: str) -> bool:
    """Whether a folded question says the label of a part, or else what sets its head apart, as in 外籍的有多少."""
    modifier = label.removesuffix(head)
    if label and label in asked and (modifier or label not in before):
        return True
    alone = rf"{re.escape(modifier.removesuffix('的'))}的(?:{re.escape(head)}|有|占)"
    return bool(modifier) and modifier not in before and re.search(alone, asked) is not None


def _tells(written: str) -> bool:
    """Whether a word of a question may tell the two apart, and is no light one."""
    least = 3 if written.isascii() else 2  # characters
    return not written[0].isdigit() and len(written) >= least and not _LIGHT.fullmatch(written)


def _said_of(word: str, written: str, of_whole: str, of_part: str) -> str | None:
    """Of which of the two a word is said, as it is or else by what means clearly the same; None where of neither."""
    same = next((group.pattern for group in _SAME if group.fullmatch(written)), "")
    stem = same or (rf"\b(?:{re.escape(word)}|{re.escape(written)})" if word.isascii() else re.escape(word))
    if len(word) < _SHORT and not same and word.isascii():
        stem += r"s?\b"
    said = [re.search(stem, side) is not None for side in (of_whole, of_part)]
    if not any(said):
        near = [_likeness(written, side) for side in (of_whole, of_part)]
        said = [one >= _ALIKE and one >= other + _CLEARLY for one, other in (near, near[::-1])]
    return None if not any(said) else "whole" if said[0] else "part"


def _likeness(word: str, text: str) -> float:
    """How much like a word the one of a text is that is most like it."""
    return max((float(likeness(vector(word) @ vector(other))) for other in content_words(text)), default=0.0)


def _is_name(written: str, wanted: Wanted, question: str) -> bool:
    """Whether a word tells nothing of a part: it is so of all, or only names what all of the sentence is about, of
    Chinese what stands before what asks.
    """
    if _OF_ALL.fullmatch(written):
        return True
    if written.isascii():
        return written.capitalize() in question or bool(re.search(_SUBJECT + re.escape(written), question, re.I))
    return written not in wanted.after


def _digits(text: str) -> str:
    return " ".join(re.findall(r"\d+", text.replace(",", "")))
