"""A sentence that only reports the question itself: that somebody asks it."""

import re

from corpus.fold import fold

_OPEN = (
    r"(?:想知道|[追询]问|[发提]问|质疑|疑惑|好奇)[^,;。]{0,6}"
    r"|\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|questions(?: \w+){0,2}|want(?:s|ed)? to know)"
    r"(?: (?:about|over|as to))? "
)
_ASKS = (
    r"为什么|为何|为啥|\bwhy\b",
    r"谁|哪[位些]人|\bwho(?:m|se)?\b",
    r"何时|什么时候|哪一?[年天日]|\bwhen\b",
    r"哪里|哪儿|何处|\bwhere\b",
    r"多少|几[个名人户家]|\bhow (?:many|much)\b",
    r"怎么|怎样|如何|\bhow\b(?! (?:many|much|long|far|old))",
)
_ASKS_OF_IT = re.compile(_OPEN)
_ANSWERS = "说|答|称|因为|回应|表示|said|says|answer|repli|because|and (?:he|she|it|they) "
# What asks in a question, and where a sentence ends with such a question that somebody asks.
_CLASSES = tuple(
    (re.compile(asks), re.compile(rf"(?:{_OPEN})(?:{asks})(?![^,;。]*(?:{_ANSWERS}))[^,;。]{{0,160}}[。.]?$"))
    for asks in _ASKS
)


def is_open(question: str, sentence: str) -> bool:
    """Whether all that a sentence has of what the question asks is that somebody asks it.

    >>> is_open("Why was the pool closed?", "Many swimmers wonder why the pool was closed.")
    True
    >>> is_open("Why was the pool closed?", "Asked why, she said that the pumps had failed.")
    False
    """
    asked, said = fold(question), fold(sentence)
    if not _ASKS_OF_IT.search(said) or _ASKS_OF_IT.search(asked):
        return False
    return any(asks.search(asked) and ends.search(said) for asks, ends in _CLASSES)
