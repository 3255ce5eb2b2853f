"""Stretches that look like an answer and are only a part of one: of a longer name, of a row of names, or of what
belongs to somebody.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from rag.implied import CREDIT
from rag.short.asked import Wanted
from rag.short.names import persons
from rag.short.spans import Span
from rag.types import Language

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
# How much one thing has more of something than another, and what says so.
_ASKS_MORE = (
    re.compile(r"比[^,，?]{1,14}[大多早晚高长少小快慢重轻远短](?:[了出])?$"),
    re.compile(r"^ (?:more|less|fewer|(?:larg|bigg|small|old|young|high|low|long|short|fast)er)\b.* than\b"),
)
_SAYS_MORE = re.compile(
    r"[比较超增减降涨差]|多出|\b(?:than|compar|differ|exceed|increas|decreas|r[io]se|dropp?|f[ae]ll|by )", re.I
)
# Who holds an office now, and how a sentence says of a name beside it that its time is over.
_PRESENT = "现任|现在|目前|如今|眼下|新任|新一任"
_ASKS_PRESENT = re.compile(
    rf"(?:{_PRESENT}).*谁|谁.*(?:{_PRESENT})|\bwho\b.*\b(?:now|nowadays|current|currently|at present|these days)\b"
    r"|\bwho(?: is|['’]s|s) (?:the|our|their|its) new\b"
)
_PAST_BEFORE = re.compile(
    r"(?:前任|原任|首任|上一?任|时任|接替|取代)[^，,。；;、]{0,8}$|(?:^|[，,。；;])[前原](?![来往后])[^，,。；;、]{1,8}$"
    r"|\b(?:former|first|founding|previous|outgoing|late)(?: [\w’'-]+){0,3},? $"
    r"|\b(?:from|succe(?:ed|ss)\w*|replac\w*) (?:(?!is\b|was\b)[a-z]+ ){0,3}$"
)
_PAST_AFTER = re.compile(
    r"[^，,。；;]{0,10}(?:离任|卸任|退休|辞职|辞去|离职|去世|不再|转?交给)"
    r"|(?:, (?:the|our|its|their|then) [^,.;]{1,30},)?(?:,? (?:who|has|had|then|also|later))* "
    r"(?:stepped down|stood down|left|retire[ds]|resigned|quit|departed|died|hand(?:ed|s)|[^,.;]{0,40} until)\b"
)
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


def is_one_side(text: str, wanted: Wanted) -> bool:
    """Whether a sentence says no more than how much one thing has, where it is asked how much more that is."""
    asks = any(pattern.search(said) for pattern, said in zip(_ASKS_MORE, (wanted.before, wanted.after), strict=True))
    return wanted.kind == "number" and asks and not _SAYS_MORE.search(text)


def is_credit(span: Span, text: str, question: str) -> bool:
    """Whether a name is only that of who took the picture, and the question is not on that."""
    credit = CREDIT.search(text)
    return credit is not None and credit.start() <= span.start and not _OF_PICTURES.search(fold(question))


def is_of_credited(text: str, question: str, language: Language) -> bool:
    """Whether a question that is not on pictures names somebody of whom a sentence says no more than that he took one.

    >>> is_of_credited("The hall opened. Photo by Tom Wray", "Where does Tom Wray work?", "en")
    True
    """
    credit, asked_of = CREDIT.search(text), fold(question)
    if credit is None or _OF_PICTURES.search(asked_of):
        return False
    names = (fold(text[s.start : s.end]) for s in persons(text, language) if s.start >= credit.start())
    return any(name in asked_of and name not in fold(text[: credit.start()]) for name in names)


def is_past(text: str, span: Span, question: str) -> bool:
    """Whether a sentence says of a name that it held an office before, where the folded question asks who does now.

    >>> is_past("Our first head, Ada Pike, retired.", Span(16, 24), "who is the new head?")
    True
    """
    if not _ASKS_PRESENT.search(question):
        return False
    return bool(_PAST_BEFORE.search(text[: span.start].lower()) or _PAST_AFTER.match(text.lower(), span.end))


def name_of(phrase: Span, named: Sequence[Span]) -> Span:
    """The name alone that a phrase ends with: of 小说家林海音 only 林海音."""
    start = next((s.start for s in named if phrase.start < s.start and s.end == phrase.end), phrase.start)
    return replace(phrase, start=start)
