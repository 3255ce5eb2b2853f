"""Follow-ups on what somebody asked how to do: how long it takes, and how often it is to be done."""

import re
from collections.abc import Mapping, Sequence

from rag.types import Language

_HOW: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:我们?|你们?|应?该|要)*(?:怎么|如何|怎样)(?:才能|来)?(?P<deed>[^样办了的是会么没?？，,]{2,12})[?？]?"
    ),
    "en": re.compile(r"how (?:do|can|should|must) (?:i|you|we|one) (?P<deed>.+?)[?.!]*", re.I),
}
# What is asked of it, and the question that asks the same of the deed.
_OF_IT: Mapping[Language, Sequence[tuple[re.Pattern[str], str]]] = {
    "zh": (
        (
            re.compile(r"(?:那|这)?(?:大概|一共)?(?:要|需要|得)?(?:花|用)?(?:多久|多长时间|多少时间)[?？]?"),
            "{}要多久？",
        ),
        (re.compile(r"(?:那|这)?(?:要|该|需要)?(?:多久|多长时间)(?:做|弄|搞)?一次[?？]?"), "多久{}一次？"),
    ),
    "en": (
        (
            re.compile(r"(?:and )?how long (?:does|will|would) (?:it|that|this) take[?.!]*", re.I),
            "How long does it take to {}?",
        ),
        (
            re.compile(
                r"(?:and )?how often (?:do|should|must) (?:i|you|we|one) (?:(?:have|need) to )?do (?:it|that)[?.!]*",
                re.I,
            ),
            "How often should I {}?",
        ),
    ),
}


def of_deed(question: str, language: Language, earlier: str) -> str | None:
    """The question, asked of what the earlier one asked how to do; None where they are not such.

    >>> of_deed("How long does it take?", "en", "How do I clean the pump?")
    'How long does it take to clean the pump?'
    """
    how = _HOW[language].fullmatch(earlier)
    if how is None:
        return None
    return next((plain.format(how["deed"]) for asks, plain in _OF_IT[language] if asks.fullmatch(question)), None)
