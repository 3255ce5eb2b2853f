"""Where an English question asks whither or whence: the places behind `to` or a verb that takes one there, or `from`.

Patterns read the sentence as `fold_aligned` gives it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.short.english import wholes
from rag.short.spans import SURE, Span

# The verb that goes with did, or with was: not that of the train that goes to Lund, or of the bus going there.
_DID = r"\bwhere (?:do|does|did|can|could|will|would|should|may|might|must)\b"
_WAS = r"\bwhere (?:is|was|are|were|has|have|had)\b"
_NO_STUDY = r"(?!.*\b(?:school|college|university|on board|aboard|to (?:study|work|live))\b)"
_GOES = re.compile(
    rf"{_DID}(?:(?!\b(?:leave|start|begin|depart|board|set)\b).)*?\b(?:go|fly|travel|move|head|sail|march|return|e?migrate"
    rf"|visit|send|bring|take|transfer|relocate)\b{_NO_STUDY}"
    rf"|{_WAS}.*\b(?:gone|going|flown|moved|sent|brought|taken|transferred|relocated|marched)\b{_NO_STUDY}"
)
_LEAVES = re.compile(rf"{_DID}.*\b(?:leave|start|begin|depart|set (?:off|out)|(?:go on )?board)\b(?! for\b)")
_WHENCE = re.compile(r"\bfrom\W*$|\bfrom where\b")
_FROM = re.compile(r"\b(?:from|left|leaving)(?: the)? $")
_TO = re.compile(r"\b(?:to|for|towards?)(?: the)? $")
_REACHES = re.compile(r"\b(?:visit(?:ed|ing|s)|reach(?:ed|ing|es)|tour(?:ed|ing|s)|entered)(?: the)? $")


def bound_for(found: Sequence[Span], question: str, text: str) -> list[Span]:
    """The places, of those of a way only the end that a folded question asks for; all where it asks for neither."""
    if _WHENCE.search(question):
        return [replace(s, weight=SURE) for s in found if _FROM.search(text, 0, s.start)] or list(found)
    if _LEAVES.search(question):
        return [s for s in found if not _TO.search(text, 0, s.start)] or list(found)
    if not _GOES.search(question):
        return list(found)
    starts = {s.start for s in found}
    reached = [s for s in wholes(text) if s.start not in starts and _REACHES.search(text, 0, s.start)]
    return [*(s for s in found if not _FROM.search(text, 0, s.start)), *reached]
