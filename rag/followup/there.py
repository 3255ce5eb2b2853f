"""Follow-ups that ask of the place where somebody was, of whom the earlier question says no name."""

import re

from rag.types import Language

_PLACE = re.compile(
    r"\b(?P<at>in|at|inside|on) (?P<place>jail|prison|hospital|school|college|university|town|exile|court|camp|church"
    r"|(?:(?:the|an?) (?!(?:charge|total|power|spring|summer|autumn|winter|morning|afternoon|evening|night|end"
    r"|beginning|time|general|fact)\b)[^\W\d]\w*|(?-i:[A-Z])\w*)(?: of (?:the )?[^\W\d]\w*)?)\W*$",
    re.I,
)
_GOES = re.compile(r"\b(?:go|come|travel|move|return|get|went|came)(?: \w+)?(?: in| at)?$")
_THERE = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )\b(?:(?:in|at|from|to) )?there\b(?! (?:is|are|was|were|any|a|an)\b)"
)


def of_place(question: str, language: Language, earlier: str) -> str:
    """The question with the place where the earlier one says that somebody was, in the place of "there"; unchanged
    where it has no such word, or that says no place.

    >>> of_place("What did she write in there?", "en", "How long was she in jail?")
    'What did she write in jail?'
    """
    place = _PLACE.search(earlier) if language == "en" else None
    if place is None:
        return question
    return _THERE.sub(lambda there: f"{_at(place, there)} {place['place']}", question, count=1)


def _at(place: re.Match[str], there: re.Match[str]) -> str:
    """The word before the place: where somebody goes it is to."""
    return "to" if _GOES.search(there.string[: there.start()].rstrip()) else place["at"].lower()
