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
_FIRST = re.compile(r"第?[（(]?[1一](?![\d十百])")  # the first number of any of them
_TITLE_LEVEL, _UNNUMBERED, _QUESTION = 1, 2, 3
_WORDS = re.compile(r"[^\W\d_]{2}")
_IN_TITLE = re.compile(r"[。！？!?；;，,]|[.:：…—][”’\"'）)]*$|\. ")  # what no title has
_SENTENCE = re.compile(rf"{_IN_TITLE.pattern}|[：:]\s*\S")
_ENDED = re.compile(r"[。！？!?]|\w\. ")
_ROW = re.compile(r"\S ?\| ?\S|^\|")
_PROSE_END = re.compile(r"[。！？!?.…：:；;][”’\"'）)】\]」』》]*$")
_SEASON = r"\d{4}[-/](?:1[3-9]|[2-9]\d|\d{4})(?![-/.年]?\d)"  # 2023/24 is no date
# Who wrote it, who took the picture, when and where it was published, a row of a table, what a bracket adds.
_NO_HEADING = re.compile(
    rf"记者|通讯员|作者|编辑|摄影|供图|来源|日期|[文图]/|(?!{_SEASON})\d{{4}}[-年./]\d|[（(【\[].*[)）】\]]$|[|<>@]|https?:"
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
    """The headings that a block begins with, each by itself, and the rest of it: a question and its answer as two."""
    while not is_marked and (level := _level_over(*block.text.partition("\n")[::2])):
        first, _, rest = block.text.partition("\n")
        yield Block(first, level)
        block = Block(rest)
    match = None if block.level else _ASKED.match(block.text)
    yield from (Block(match["asks"]), Block(block.text[match.end() :])) if match else (block,)


def _level_over(line: str, below: str) -> int:
    """The level of the first line of a block as a heading of the lines below it, 0 where it is none."""
    if not below:
        return 0
    style = _style(line)
    if style is not None:
        return _NUMBERINGS[style][0] * _heads(line, below)
    if _asks(line) and not Line(line).is_labelled and not _asks(below.partition("\n")[0]):
        return _QUESTION
    return _UNNUMBERED * (_is_list(below) and _names(line, _WIDEST))


def _heads(line: str, below: str) -> bool:
    """Whether a numbered line names what comes below, and what comes below is a sentence, a question or a table, or is
    numbered otherwise or anew, marked or labelled.
    """
    first = Line(below.partition("\n")[0])
    is_prose = len(below) >= _LONGER * len(line) and _PROSE_END.search(first.text) is not None
    is_text = first.is_item or first.is_labelled or is_prose or _asks(first.text) or _ROW.search(first.text) is not None
    return (_style(line) != _style(below) or _begins_anew(line, below)) and is_text and _names(line, _WIDEST)


def _level(texts: Sequence[str], place: int, is_marked: bool) -> int:
    """The level of a block among the others, 0 for a paragraph."""
    text, following = texts[place], texts[place + 1 : place + 2]
    if following and _asks(text) and not _asks(following[0]):
        return _QUESTION
    if is_marked or not following:
        return 0
    style = _style(text)
    if style is None:
        return _title(text) if place == 0 else _UNNUMBERED * (_names(text, _WIDEST) and _is_text(following[0]))
    # Of a list each item stands beside another one.
    beside = (*texts[max(place - 1, 0) : place], *(one for one in following if not _begins_anew(text, one)))
    return _NUMBERINGS[style][0] * (style not in map(_style, beside) and _names(text, _WIDEST))


def _asks(text: str) -> bool:
    """Whether a text is one question, and not too long for a heading."""
    return _ASKS.fullmatch(text) is not None and Line(text).width <= _TITLE


def _title(text: str) -> int:
    """The level of the title of the whole, 0 where a line cannot be one: it may have two parts, but no label."""
    is_plain = _style(text) is None and not Line(text).is_labelled
    return _TITLE_LEVEL * (is_plain and _names(text, _TITLE, _IN_TITLE))


def _names(text: str, widest: int, sentence: re.Pattern[str] = _SENTENCE) -> bool:
    """Whether a block is one short line without the marks of a sentence."""
    line, numbered = Line(text), _style(text) is not None
    if "\n" in text or line.width > widest or not _WORDS.search(text) or (line.is_item and not numbered):
        return False
    return not _NO_HEADING.search(text) and not sentence.search(text[_NUMBER:] if numbered else text)


def _style(text: str) -> int | None:
    """Which of the numberings a block begins with."""
    return next((style for style, (_, pattern) in enumerate(_NUMBERINGS) if pattern.match(text)), None)


def _begins_anew(text: str, below: str) -> bool:
    """Whether a block begins with the first number of a numbering, and the one above it with a later one."""
    if _style(text) is None or _style(below) is None:
        return False
    return _FIRST.match(below) is not None and _FIRST.match(text) is None


def _is_text(text: str) -> bool:
    """Whether a block is what stands below a heading: prose, perhaps signed, a list, a table, or a question."""
    is_prose = Line(text).width >= _PROSE and (_PROSE_END.search(text) or _ENDED.search(text)) is not None
    return is_prose or _is_list(text) or _ROW.search(text) is not None or _asks(text)


def _is_list(text: str) -> bool:
    return Line(text).is_item and "\n" in text
