"""An article as every later stage sees it: one clean text, and where its sections and paragraphs lie in it.

All offsets count characters (Unicode code points) of `Article.text`, start inclusive, end exclusive.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

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
class Article:
    """One article. `text` holds headings (without their marks) and paragraphs, a blank line between each two.

    `translations` gives, by paragraph number, the text of that paragraph in the other language, where there is one, and
    `heading_translations` the same for headings by section number.
    """

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    translations: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    heading_translations: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))

    def paragraph_text(self, number: int) -> str:
        """The text of paragraph `number`; IndexError where there is no such paragraph."""
        if not 1 <= number <= len(self.paragraphs):
            raise IndexError(f"{self.id} has paragraphs 1 to {len(self.paragraphs)}, not {number}")
        paragraph = self.paragraphs[number - 1]
        return self.text[paragraph.start : paragraph.end]

    def section_title(self, paragraph: Paragraph) -> str:
        """The heading under which the paragraph stands; empty before the first heading."""
        return self.sections[paragraph.section].title


def parse(
    article_id: str,
    source: str,
    title: str = "",
    translations: Mapping[int, str] | None = None,
    heading_translations: Mapping[int, str] | None = None,
) -> Article:
    """Read clean text with `#` headings into an Article.

    Blocks are parted by blank lines; a block that is one line starting with 1 to 6 `#` is a heading. Line breaks inside
    a block stay. Without `title` the first heading is the title, or else `article_id`.
    """
    sections = [Section(0, "", 0, 0, 0)]
    paragraphs: list[Paragraph] = []
    blocks: list[str] = []
    offset = 0
    for block in filter(None, (b.strip() for b in _BLOCK_BREAK.split(source))):
        heading = _HEADING.fullmatch(block)
        text = heading[2].strip() if heading else block
        extent = offset, offset + len(text)
        if heading:
            sections.append(Section(len(sections), text, len(heading[1]), *extent))
        else:
            paragraphs.append(Paragraph(len(paragraphs) + 1, len(sections) - 1, *extent))
        blocks.append(text)
        offset = extent[1] + 2
    titles = [title, *(s.title for s in sections), article_id]
    return Article(
        id=article_id,
        title=next(filter(None, titles)),
        text="\n\n".join(blocks),
        sections=tuple(sections),
        paragraphs=tuple(paragraphs),
        translations=MappingProxyType(dict(translations or {})),
        heading_translations=MappingProxyType(dict(heading_translations or {})),
    )
