"""What a follow-up question leaves out: records and rules that both languages share."""

import re
from dataclasses import dataclass
from typing import Literal

# What is missing: "all" (what else?), "topic" (why?), "subject" (its area?, 何时成立？), or "rest" (and Chengdu?).
Missing = Literal["all", "topic", "subject", "rest"]
About = Literal["thing", "person", "several", "event"]

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
    if not has_number(words):
        return None
    shape = _NUMERAL.join(map(re.escape, _NUMBER.split(words)))
    found = list(re.finditer(shape, earlier, re.I))
    if len(found) != 1:
        return None
    return earlier[: found[0].start()] + words + earlier[found[0].end() :]
