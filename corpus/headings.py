"""The headings of a text that does not mark them: lines by themselves that name, or ask, what comes below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Block
from corpus.wrap import Line

_WIDEST, _TITLE = 60, 100  # columns of a heading, and of the title of the whole
_PROSE = 40  # columns from which on a block that ends as a sentence does is prose
_LONGER = 3  # how often as long as its heading prose is at least, where no blank line parts them
_NUMBER = 3  # characters that the number of a heading may take
_CHINESE = "[零〇一二三四五六七八九十百\\d]"
# How headings are numbered, and the level of those that are; the title of the whole is 1.
_NUMBERINGS: Sequence[tuple[int, re.Pattern[str]]] = (
    (2, re.compile(rf"第{_CHINESE}+[编章部篇][ \u3000]")),
    (2, re.compile(r"[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"\d{1,2}[.、 ]\s?[^\W\d]")),
    (2, re.compile(r"(?:chapter|part) \w", re.I)),
    (3, re.compile(rf"第{_CHINESE}+节[ \u3000]")),
    (3, re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")),
    (3, re.compile(r"\d{1,2}\.\d{1,2}[. \u3000]")),
)
_UNNUMBERED, _QUESTION = 2, 3
_WORDS = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"[。！？!?；;，,]|[.:：…—][”’\"'）)]*$|\. |[：:]\s*\S")
_PROSE_END = re.compile(r"[。！？!?.…：:；;][”’\"'）)】\]」』》]*$")
# Who wrote it, who took the picture, when and where it was published, a row of a table, what a bracket adds.
_NO_HEADING = re.compile(
    r"记者|通讯员|作者|编辑|摄影|供图|来源|日期|[文图]/|\d{4}[-年./]\d|[（(【\[].*[)）】\]]$|[|<>@]|https?:"
    r"|\b(?:by|photo|image|source)\b",
    re.I,
)
_ASKS = re.compile(r"[^。！？!?\n]*[?？][”’\"'）)*]*")
QUESTION_LABEL = r"(?:问|Q(?:uestion)?)(?: ?\d+)? ?[：:.、]"
_ASKED = re.compile(rf"(?P<asks>{QUESTION_LABEL}[^\n]*)\n(?=(?:答|A(?:nswer)?)(?: ?\d+)? ?[：:.、])", re.I)


def headed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those of them made headings that read as one; the first line may be the title of the whole.

    A question that stands by itself before its answer is one in any text; all else only where no heading is marked.
    """
    is_marked = any(block.level for block in blocks)
    parted = [part for block in blocks for part in _parted(block, is_marked)]
    texts = [block.text for block in parted]
    levels = (_level(texts, place, is_marked) for place in range(len(texts)))
    return [replace(block, level=block.level or level) for block, level in zip(parted, levels, strict=True)]


def _parted(block: Block, is_marked: bool) -> Iterator[Block]:
    """A block of a question and its answer, or of a numbered heading and the items of a list below it, as two."""
    first, _, rest = block.text.partition("\n")
    match = None if block.level else _ASKED.match(block.text)
    if match:
        yield from (Block(match["asks"]), Block(block.text[match.end() :]))
    elif not is_marked and rest and _heads(first, rest):
        yield from (Block(first), Block(rest))
    else:
        yield block


def _heads(line: str, below: str) -> bool:
    """Whether a line is numbered, names what comes below, and what comes below is a sentence, or is numbered otherwise,
    marked or labelled.
    """
    first = Line(below.partition("\n")[0])
    is_prose = len(below) >= _LONGER * len(line) and _PROSE_END.search(first.text) is not None
    is_text = first.is_item or first.is_labelled or is_prose
    return _style(line) not in (None, _style(below)) and is_text and _names(line, _WIDEST)


def _level(texts: Sequence[str], place: int, is_marked: bool) -> int:
    """The level of a block among the others, 0 for a paragraph."""
    text, following = texts[place], texts[place + 1 : place + 2]
    if not following:
        return 0
    if _ASKS.fullmatch(text) and Line(text).width <= _TITLE and not _ASKS.fullmatch(following[0]):
        return _QUESTION
    if is_marked or not _names(text, _TITLE if place == 0 else _WIDEST):
        return 0
    style = _style(text)
    if style is not None:
        # Of a list each item stands beside another one.
        beside = map(_style, (*texts[max(place - 1, 0) : place], *following))
        return 0 if style in beside else _NUMBERINGS[style][0]
    return 1 if place == 0 else _UNNUMBERED * (_is_prose(following[0]) or _is_list(following[0]))


def _names(text: str, widest: int) -> bool:
    """Whether a block is one short line without the marks of a sentence."""
    line, numbered = Line(text), _style(text) is not None
    if "\n" in text or line.width > widest or not _WORDS.search(text) or (line.is_item and not numbered):
        return False
    return not _NO_HEADING.search(text) and not _SENTENCE.search(text[_NUMBER:] if numbered else text)


def _style(text: str) -> int | None:
    """Which of the numberings a block begins with."""
    return next((style for style, (_, pattern) in enumerate(_NUMBERINGS) if pattern.match(text)), None)


def _is_prose(text: str) -> bool:
    return Line(text).width >= _PROSE and _PROSE_END.search(text) is not None


def _is_list(text: str) -> bool:
    return Line(text).is_item and "\n" in text
