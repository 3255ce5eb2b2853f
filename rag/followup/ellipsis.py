"""What a follow-up question leaves out: records and rules that both languages share."""

import re
from dataclasses import dataclass
from typing import Literal

# What is missing: "all" (what else?), "topic" (why?), "subject" (its area?, 何时成立？), or "rest" (and Chengdu?).
Missing = Literal["all", "topic", "subject", "rest"]
About = Literal["thing", "person", "several", "event", "place"]

_NUMERAL = (
    r"(?:\d+|[〇零一二三四五六七八九十百千两]+|\b(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth|last|next"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
COURTESY = re.compile(
    r"(好的?|嗯+|哦+|ok(ay)?|谢+|感谢|多谢|辛苦|明白|知道|懂|了|你|您|啦|hello|hi|你好|thanks?"
    r"|thank you|great|good|i see|very much|so much|a lot"
    r"|[\s,.，。！!~])+",
    re.I,
)
_NUMBER = re.compile(_NUMERAL, re.I)
_RANK = re.compile(
    r"第(?:\d+|[一二三四五六七八九十]+)[个项条位名]?|最后一?[个项条位名]"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next)\b",
    re.I,
)
_THE = re.compile(r"\bthe $", re.I)  # before last where that is no verb
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BESIDE = (
    (-1, re.compile(r"[上前]一?年|(?:in )?the (?:year before|previous year|preceding year)", re.I)),
    (1, re.compile(r"[下次后]一?年|第二年|(?:in )?the (?:year after|next year|following year)", re.I)),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """What a question lacks, and `words`, those of its own that go with what is taken over.

    `about` says what kind of subject its pronoun stands for, where it has one.
    """

    missing: Missing
    words: str = ""
    about: About = "thing"


def has_number(words: str) -> bool:
    """Whether a number or a rank occurs in the words."""
    return bool(_NUMBER.search(words))


def exchange_numbered(earlier: str, words: str) -> str | None:
    """The earlier question about another year, item or rank, where `words` differ from some of its words by a number.

    >>> exchange_numbered("2020年产量是多少？", "2021年")
    '2021年产量是多少？'
    """
    if other := _exchange_rank(earlier, words) or _exchange_year(earlier, words):
        return other
    if not has_number(words):
        return None
    shape = _NUMERAL.join(map(re.escape, _NUMBER.split(words)))
    found = list(re.finditer(shape, earlier, re.I))
    if len(found) != 1:
        return None
    return earlier[: found[0].start()] + words + earlier[found[0].end() :]


def _exchange_rank(earlier: str, words: str) -> str | None:
    """The earlier question about another rank, where the words say no more than one."""
    rank = _RANK.search(words)
    old = [one for one in _RANK.finditer(earlier) if one[0].lower() != "last" or _THE.search(earlier[: one.start()])]
    if not rank or len(old) != 1 or re.sub(r"\b(?:the|one)\b", "", words.replace(rank[0], "")).strip():
        return None
    number = rank[0] if rank[0][-1:] == old[0][0][-1:] else re.sub(r"[个项条位名]$", "", rank[0])
    return earlier[: old[0].start()] + number + earlier[old[0].end() :]


def _exchange_year(earlier: str, words: str) -> str | None:
    """The earlier question about the year before or after the one that it names."""
    step = next((step for step, pattern in _BESIDE if pattern.fullmatch(words)), 0)
    year = list(_YEAR.finditer(earlier))
    if not step or len(year) != 1:
        return None
    return f"{earlier[: year[0].start()]}{int(year[0][0]) + step}{earlier[year[0].end() :]}"
