"""The readers of files that are not plain text, by the file's ending, each with clean text in its blocks."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace

from corpus.article import Block, Content
from corpus.clean import clean
from corpus.forms import mend
from corpus.readers import docx, html, pdf

Reader = Callable[[bytes, str], Content]


def _cleaning(read: Reader) -> Reader:
    """The reader with clean text in its blocks."""

    def cleaning(data: bytes, origin: str) -> Content:
        content = read(data, origin)
        return replace(content, blocks=[part for block in content.blocks for part in _cleaned(block)])

    return cleaning


def _cleaned(block: Block) -> Iterator[Block]:
    """The block in clean text; in several where it has blank lines in it."""
    page = clean(mend(block.text))
    pages = [(bisect_left(page.offsets, start), number) for start, number in block.pages]
    start = 0
    for text in page.text.split("\n\n"):
        if text:
            yield Block(text, block.level, tuple((max(at - start, 0), number) for at, number in pages))
        start += len(text) + 2
        pages = [(at, number) for at, number in pages if at >= start] or pages[-1:]


READERS: dict[str, Reader] = {
    ".docx": _cleaning(docx.read),
    ".htm": _cleaning(html.read),
    ".html": _cleaning(html.read),
    ".pdf": _cleaning(pdf.read),
}
