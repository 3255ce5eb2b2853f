"""An article as every later stage sees it: one clean text, and where its sections and paragraphs lie in it.

All offsets count characters (Unicode code points) of `Article.text`, start inclusive, end exclusive.
"""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from corpus.imprint import Imprint

_HEADING = re.compile(r"(#{1,6})[ \t]+(.+)")
_BLOCK_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the place where it stands; level 1 is the article's title.

    Text before the first heading belongs to a section with an empty title, level 0 and no extent.
    """

    number: int
    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number (from 1, in reading order, headings not counted), section number and extent."""

    number: int
    section: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 to 6) or a paragraph (level 0) on its way into an article.

    `pages` says at which offsets of its text which page (from 1) begins; empty where the file has no pages.
    """

    text: str
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What is read of a file. The title is for an article without headings."""

    blocks: Sequence[Block]
    imprint: Imprint = field(default_factory=Imprint)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `text` holds headings (without their marks) and paragraphs, a blank line between each two.

    `translations` gives, by paragraph number, the text of that paragraph in the other language, where there is one, and
    `heading_translations` the same for headings by section number. `pages` says at which offsets of the text which page
    of a printed file begins, in order. `date` and `source` (newspaper or site) are what a file says of its publication,
    or what whoever makes the article gives: None and "" where that is not known.
    """

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    translations: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    heading_translations: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    pages: tuple[tuple[int, int], ...] = ()
    date: datetime.date | None = None
    source: str = ""

    def paragraph_text(self, number: int) -> str:
        """The text of paragraph `number`; IndexError where there is no such paragraph."""
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(f"{self.id} has paragraphs 1 to {len(self.paragraphs)}, not {number}")
        paragraph = self.paragraphs[number - 1]
        return self.text[paragraph.start : paragraph.end]

    def section_title(self, paragraph: Paragraph) -> str:
        """The heading under which the paragraph stands; empty before the first heading."""
        return self.sections[paragraph.section].title

    def headings(self, section: Section) -> list[Section]:
        """The section and those that it is part of, innermost first."""
        chain = [section]
        for above in reversed(self.sections[: section.number]):
            if above.level < chain[-1].level:
                chain.append(above)
        return chain

    def page(self, offset: int) -> int | None:
        """The page (from 1) on which the character at `offset` is printed; None where the file has no pages."""
        known = bisect_right(self.pages, offset, key=lambda start: start[0])
        return self.pages[known - 1][1] if known else None


def parse(
    article_id: str,
    source: str,
    title: str = "",
    translations: Mapping[int, str] | None = None,
    heading_translations: Mapping[int, str] | None = None,
) -> Article:
    """Read clean text with `#` headings into an Article.

    Blocks are parted by blank lines; a block that is one line starting with 1 to 6 `#` is a heading. Line breaks inside
    a block stay. Without `title` the first heading of level 1, or that nothing stands before, is the title, or else
    `article_id`.
    """
    return assemble(article_id, marked(source), title, translations, heading_translations)


def marked(source: str) -> Iterator[Block]:
    """The blocks of a text in which blank lines part them and `#` marks headings."""
    for block in filter(None, (part.strip() for part in _BLOCK_BREAK.split(source))):
        heading = _HEADING.fullmatch(block)
        yield Block(heading[2].strip(), len(heading[1])) if heading else Block(block)


def assemble(
    article_id: str,
    blocks: Iterable[Block],
    title: str = "",
    translations: Mapping[int, str] | None = None,
    heading_translations: Mapping[int, str] | None = None,
) -> Article:
    """The Article of blocks whose texts are clean, not empty and without blank lines; the title is as in `parse`."""
    sections = [Section(0, "", 0, 0, 0)]
    paragraphs: list[Paragraph] = []
    texts: list[str] = []
    pages: list[tuple[int, int]] = []
    offset = 0
    for block in blocks:
        extent = offset, offset + len(block.text)
        if block.level:
            sections.append(Section(len(sections), block.text, block.level, *extent))
        else:
            paragraphs.append(Paragraph(len(paragraphs) + 1, len(sections) - 1, *extent))
        pages += ((offset + start, page) for start, page in block.pages if not pages or page > pages[-1][1])
        texts.append(block.text)
        offset = extent[1] + 2
    # A heading inside the text names a part of it.
    names = [s.title for s in sections[1:] if s.level == 1 or not s.start]
    return Article(
        id=article_id,
        title=next(filter(None, [title, *names, article_id])),
        text="\n\n".join(texts),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        translations=MappingProxyType(dict(translations or {})),
        heading_translations=MappingProxyType(dict(heading_translations or {})),
        pages=tuple(pages),
    )
