"""Printed text, with its hard line breaks and stray spaces, made clean text that knows where it came from.

Nothing but white space is ever put in or exchanged: full-width forms and quotation marks stay as they were printed.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.spacing import BLANK, spacing
from corpus.wrap import Line, joints

_SOFT_HYPHEN = "\xad"
_BREAK = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f]")
# Controls, zero-width and direction marks, surrogates, noncharacters. Two of them can mean something and then stay: a
# joiner after an emoji, and a soft hyphen at a line end.
_DROPPED = re.compile(
    "\r(?=\n)|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    f"|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|\xad(?!(?:[{BLANK}]|{_SPACE.pattern})*{_BREAK.pattern})"
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """Clean text, and for each of its characters the offset of the raw character that it is.

    White space that was put in has the offset of the line break in whose place it stands.
    """

    text: str = ""
    offsets: "array[int]" = field(default_factory=lambda: array("I"))

    def __getitem__(self, extent: slice) -> "CleanText":
        return CleanText(self.text[extent], self.offsets[extent])

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end, in the raw text, of the clean characters `start` to `end` (exclusive; at least one).

        Raises IndexError where the clean text has no such stretch.
        """
        if not 0 <= start < end <= len(self.text):
            raise IndexError(f"no stretch {start} to {end} in a text of {len(self.text)} characters")
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as `joints` sees it, its characters, the blanks before them, and the raw offset of the break after it."""

    line: Line
    body: CleanText
    lead: CleanText
    end: int


def clean(raw: str) -> CleanText:
    """Clean the text of a printed page, or of any file.

    Lines that were wrapped to a width are joined, with a space only between words that take one; a word hyphenated at
    the line end is made whole. Lines that were not wrapped (Markdown, lists, poems, tables, one paragraph a line) stay
    apart. One blank line parts two paragraphs. Stray spaces inside Chinese are taken out; those between the halves of
    a headline or in a photo credit stay. Control, zero-width and other unprintable characters are dropped. Cleaning
    clean text changes nothing. The time taken grows linearly with the text.
    """
    first_break = len("\n\n")
    return _joined(_parts(list(_rows(_printable(raw)))))[first_break:]


def _parts(rows: Sequence[_Row]) -> Iterator[CleanText]:
    """The clean text in pieces; before each paragraph, also the first, stands its line break."""
    paragraph: list[CleanText] = []
    margin = 0
    for i, (row, joint) in enumerate(zip(rows, joints([row.line for row in rows]), strict=True)):
        end = rows[i - 1].end
        if joint in ("\n", "\n\n"):
            margin = margin if joint == "\n" else len(row.lead.text)
            yield from (_paragraph(paragraph), _white(joint, end), row.lead[margin:])
            paragraph = [row.body]
            continue
        if joint == "-" and not rows[i - 1].line.text.endswith(_SOFT_HYPHEN):
            paragraph[-1] = paragraph[-1][:-1]
        paragraph += _white(joint.strip("-"), end), row.body
    yield _paragraph(paragraph)


def _paragraph(parts: Sequence[CleanText]) -> CleanText:
    return parts[0] if len(parts) == 1 else _spaced(_joined(parts))


def _printable(raw: str) -> CleanText:
    """The raw text without what is dropped, with one kind of line break and fewer kinds of blank."""
    kept = CleanText(raw, array("I", range(len(raw))))
    gaps = [found.span() for found in _DROPPED.finditer(raw)]
    if gaps:
        kept = _joined(_edited(kept, ((*gap, "") for gap in gaps)))
    return CleanText(_SPACE.sub(" ", _BREAK.sub("\n", kept.text)), kept.offsets)


def _rows(source: CleanText) -> Iterator[_Row]:
    end, apart = -1, False
    for text in source.text.split("\n"):
        start, end = end + 1, end + 1 + len(text)
        body_text = text.strip(BLANK + _SOFT_HYPHEN)
        if not body_text:
            apart = True
            continue
        first = text.index(body_text)
        last = first + len(body_text)
        body = _spaced(source[start + first : start + last])
        lead = source[start : start + first]
        soft = text[last : last + 1].strip(BLANK)
        ends_at = source.offsets[end] if end < len(source.text) else 0
        indent = len(lead.text) + lead.text.count("\u3000") + 3 * lead.text.count("\t")
        yield _Row(Line(body.text + soft, indent, apart), body, lead, ends_at)
        apart = False


def _spaced(source: CleanText) -> CleanText:
    edits = list(spacing(source.text))
    return _joined(_edited(source, edits)) if edits else source


def _edited(source: CleanText, edits: Iterable[tuple[int, int, str]]) -> Iterator[CleanText]:
    """The source with each stretch replaced by nothing, or by a blank that takes the offset of its first character."""
    done = 0
    for start, end, blank in edits:
        yield source[done:start]
        yield CleanText(blank, source.offsets[start : start + len(blank)])
        done = end
    yield source[done:]


def _joined(parts: Iterable[CleanText]) -> CleanText:
    texts, offsets = [], array("I")
    for part in parts:
        texts.append(part.text)
        offsets.extend(part.offsets)
    return CleanText("".join(texts), offsets)


def _white(text: str, offset: int) -> CleanText:
    return CleanText(text, array("I", [offset] * len(text)))
