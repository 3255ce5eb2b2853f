"""A model's text read as it comes: citation marks apart from words, and words as sentences.

However the text is cut into pieces, the sentences are the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.chunk import split_sentences

LONGEST = 24  # characters of a mark; what is longer is no mark
_CLOSE = "]］】"
_BRACKET = re.compile(r"[\[\]［］【】]")
_BETWEEN = r"\s*(?:[,，、;；]|and|和|[-–—~～至])\s*"
_NUMBERS = re.compile(
    rf"\s*(?:\^|passages?|sources?|资料|来源)?\s*(\d{{1,3}}(?:{_BETWEEN}\d{{1,3}})*)\s*(?:†.*)?", re.IGNORECASE
)
_RANGE = re.compile(r"(\d+)\s*[-–—~～至]\s*(\d+)")
_HALF = re.compile(r"[\s\d^,，、;；–—~～-]*")
_ENDS = "。！？!?｡"
_CLOSERS = "”’」』）)》\"'"
_BULLET = re.compile(r"(?:[-•·–—]|[(（]?\d{1,2}[.)、）])\s*(?!\d)")

Token = str | tuple[int, ...]


class MarkReader:
    """Tells marks from text. A bracket is held back until it is known to be a mark or none; none is ever shown."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> Iterator[Token]:
        """The text and the marks' numbers that are complete with this piece, in order."""
        self._held += piece
        return self._take(ended=False)

    def close(self) -> Iterator[Token]:
        """What was held back; half of a mark is left out."""
        return self._take(ended=True)

    def _take(self, *, ended: bool) -> Iterator[Token]:
        while self._held:
            bracket = _BRACKET.search(self._held)
            before = self._held[: bracket.start()] if bracket else self._held
            if before:
                yield before
            self._held = self._held[len(before) :]
            if bracket is None:
                return
            if bracket[0] in _CLOSE:  # the end of no mark
                self._held = self._held[1:]
                continue
            found = _BRACKET.search(self._held[:LONGEST], 1)
            if found is None and len(self._held) < LONGEST and not ended:
                return
            closing = found if found and found[0] in _CLOSE else None
            numbers = _NUMBERS.fullmatch(self._held, 1, closing.start()) if closing else None
            if closing and numbers:
                yield _expand(numbers[1])
                self._held = self._held[closing.end() :]
            else:
                half = _HALF.match(self._held, 1)
                self._held = self._held[half.end() if half and not closing else 1 :]


def _expand(numbers: str) -> tuple[int, ...]:
    """The numbers of a mark in their order.

    >>> _expand("3, 1-2")
    (3, 1, 2)
    """
    ranges = _RANGE.sub(lambda m: " ".join(map(str, range(int(m[1]), int(m[2]) + 1))), numbers)
    return tuple(dict.fromkeys(map(int, re.findall(r"\d+", ranges))))


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a model, without marks; `before` is the white space that parts it from the one before it.

    `numbers` are those of the marks in it and directly behind it, which count for all of it.
    """

    before: str
    text: str
    numbers: tuple[int, ...]

    @property
    def claim(self) -> str:
        """The sentence without the bullet or number of a list's item."""
        return _BULLET.sub("", self.text, count=1) if _BULLET.match(self.text) else self.text


class SentenceReader:
    """Puts sentences together from the pieces of a text. Marks belong to the sentence they stand in or behind."""

    def __init__(self) -> None:
        self._marks = MarkReader()
        self._start_anew("")

    def _start_anew(self, before: str) -> None:
        self._before, self._text, self._space = before, "", ""
        self._numbers: list[int] = []
        self._marked = False

    @property
    def open(self) -> Said:
        """The sentence that has not ended yet."""
        return Said(self._before, self._text, tuple(dict.fromkeys(self._numbers)))

    def feed(self, piece: str) -> list[Said]:
        """The sentences that are known to have ended, now that something follows them."""
        return self._read(self._marks.feed(piece))

    def close(self) -> list[Said]:
        """The last sentence, if there is one."""
        ended = self._read(self._marks.close())
        return [*ended, self.open] if self._text else ended

    def _read(self, tokens: Iterator[Token]) -> list[Said]:
        ended: list[Said] = []
        for token in tokens:
            if isinstance(token, str):
                ended += filter(None, map(self._add, token))
            else:
                self._numbers += token
                self._marked = True
                self._space = self._space if "\n" in self._space else ""
        return ended

    def _add(self, character: str) -> Said | None:
        """Take one character; the sentence that it shows to have ended."""
        if character.isspace():
            self._space += character
            return None
        if character == "*" or not character.isprintable():  # emphasis of Markdown, which nothing here shows
            return None
        said = self.open if self._ends_before(character) else None
        if said:
            self._start_anew(_gap(self._space))
        self._text += (" " if self._space and self._text else "") + character
        self._space, self._marked = "", False
        return said

    def _ends_before(self, character: str) -> bool:
        text = self._text
        if not text or text.endswith((":", "：")):  # what leads a list in is said with its first item
            return False
        if "\n" in self._space:
            return True
        if character in _CLOSERS or character in _ENDS:
            return False
        last = text.rstrip(_CLOSERS)[-1:]
        if last == "." and self._marked:  # "3.5 km.[1] It": a mark behind a point says that it ends a sentence
            return not character.islower()
        if last == "." and self._space:
            return len(split_sentences(f"{text} {character}!")) > 1
        return last in _ENDS


def ends_whole(text: str) -> bool:
    """Whether a text is empty, or ends with a mark, as a sentence does, or with an item of a list.

    >>> ends_whole("1200平方公里[1]"), ends_whole("面积是12")
    (True, False)
    """
    if text.rstrip().endswith(tuple(_CLOSE)):
        return True
    reader = SentenceReader()
    sentences = [*reader.feed(text), *reader.close()]
    last = sentences[-1].text if sentences else "."
    return last.rstrip(_CLOSERS)[-1:] in (*_ENDS, ".", "…", "；", ";") or bool(_BULLET.match(last))


def _gap(space: str) -> str:
    lines = min(space.count("\n"), 2)
    return "\n" * lines if lines else space[:1]
