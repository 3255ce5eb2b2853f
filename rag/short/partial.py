"""Stretches that look like an answer and are only a part of one: of a longer name, of a row of names, or of what
belongs to somebody.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from rag.implied import CREDIT
from rag.short.asked import Wanted
from rag.short.spans import Span

_KIN = "孙女|孙子|儿子|女儿|妻子|丈夫|父亲|母亲|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|学生|徒弟|同学|朋友|同事"
_OF_KIN = re.compile(rf"(?:{_KIN})$")
_BETWEEN = re.compile(r"[\u4e00-\u9fff]{0,2}(?<![的和与对被向把])")
_OWNER = re.compile(rf"的(?:{_KIN})$")
_SPEAKS = re.compile(r"['’]s (?:series of )?important (?:speech|speeches|instructions?|remarks|statements?)\b")
_OWNS = re.compile(r"['’]s\b(?! (?:been|the|an?)\b)")  # China's 11th state-level new area
# Commission for Financial and Economic Affairs; who speaks on Tuesday or plays for Chelsea is another.
_LONGER = re.compile(
    r"\b(?![A-Z]\w+ing\b|Minister|Secretary|Commissioner|Spokes|Coach|Director)[A-Z][\w’'-]* (?:for|on) (?:the )?"
    r"(?:(?:[A-Z]\w+, )*[A-Z]\w+ and )?$"
)
# 学习了习近平总书记的重要讲话: who is spoken of does nothing there.
_OF_WORDS = re.compile(
    r"(?![^，,。；;、]{0,14}(?:发表|[作做]出?|并))[^，,。；;、]{0,8}?(?:在[^，,。；;]{0,16}|关于[^，,。；;]{0,30})?的?(?:系列)?重要(?:讲话|论述|指示|批示)"
)
_ASKS_WORDS = re.compile("讲话|论述|指示|批示")
# Who took a picture is no part of what its caption says.
_OF_PICTURES = re.compile(r"摄|拍|照片|图片|记者|\b(?:photo|picture|image|reporter)")
_ROW = "、"
_ONE = re.compile(r"哪一?[个位名所家座]|第一|\bwhich one\b")


def names_alone(named: Sequence[Span], phrases: Sequence[Span], text: str) -> list[Span]:
    """The phrases that are no more than the kin or the office of a name that stands among the rest."""
    return [
        s
        for s in phrases
        if not (named and _OF_KIN.search(text[s.start : s.end]))
        and not any(_BETWEEN.fullmatch(text, s.end, name.start) for name in named if s.end <= name.start)
    ]


def doers(named: Sequence[Span], text: str, question: str) -> list[Span]:
    """The names but for those that only say whose kin the next one is, where no kin is asked for: 周德顺的孙女周敏."""
    starts = [name.start for name in named]
    if re.search(_KIN, question):
        return list(named)
    return [s for s in named if not any(_OWNER.fullmatch(text, s.end, start) for start in starts if start > s.end)]


def is_spoken_of(text: str, span: Span, question: str) -> bool:
    """Whether a name only says whose something is, or is the end of a longer one.

    >>> is_spoken_of("They studied China's plan.", Span(13, 18), "who studied it?")
    True
    """
    is_word = " " not in text[span.start : span.end]  # not Anna Lee's
    if _SPEAKS.match(text, span.end) or (is_word and _OWNS.match(text, span.end)) or _LONGER.search(text[: span.start]):
        return True
    return not _ASKS_WORDS.search(question) and _OF_WORDS.match(text, span.end) is not None


def is_of_row(text: str, span: Span, wanted: Wanted) -> bool:
    """Whether a place is one of several in a row, where not one of them is asked for."""
    if wanted.kind != "place" or span.weight > 1 or _ONE.search(wanted.before + wanted.after):
        return False
    if _ROW in wanted.before:
        return False
    return text.startswith(_ROW, span.end) or text.startswith(_ROW, span.start - 1)


def is_credit(span: Span, text: str, question: str) -> bool:
    """Whether a name is only that of who took the picture, and the question is not on that."""
    credit = CREDIT.search(text)
    return credit is not None and credit.start() <= span.start and not _OF_PICTURES.search(fold(question))


def name_of(phrase: Span, named: Sequence[Span]) -> Span:
    """The name alone that a phrase ends with: of 小说家林海音 only 林海音."""
    start = next((s.start for s in named if phrase.start < s.start and s.end == phrase.end), phrase.start)
    return replace(phrase, start=start)
