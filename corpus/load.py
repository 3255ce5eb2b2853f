"""Files and texts -> articles."""

import os
import stat
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from corpus.article import Article, Block, assemble, marked, parse
from corpus.clean import clean
from corpus.encoding import decode, is_binary
from corpus.errors import ArticleError
from corpus.forms import mend
from corpus.readers import docx, html, pdf

Reader = Callable[[bytes, str], list[Block]]


def load(path: Path, article_id: str = "") -> Article:
    """The article in a file, called by `article_id` or else by the file's name without its ending.

    Raises ArticleError where the file is missing, a folder, may not be read, is not of the ENDINGS, is damaged or
    locked, holds no text, or is in none of the encodings that `decode` knows.
    """
    data = _bytes_of(path)
    blocks = _READERS[path.suffix.lower()](data, str(path))
    return _article(article_id or _name(path), blocks, str(path))


def _read_text(data: bytes, origin: str) -> list[Block]:
    if is_binary(data):
        raise ArticleError(
            f"{origin} is not a text, whatever its name says: save its words as UTF-8 text and give that."
        )
    text = decode(data)
    if text is None:
        raise ArticleError(f"The encoding of {origin} cannot be told: save the file as UTF-8 and try again.")
    return list(marked(clean(mend(text)).text))


def _cleaning(read: Reader) -> Reader:
    """The reader with clean text in its blocks."""
    return lambda data, origin: [part for block in read(data, origin) for part in _cleaned(block)]


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


_READERS: dict[str, Reader] = {
    ".docx": _cleaning(docx.read),
    ".htm": _cleaning(html.read),
    ".html": _cleaning(html.read),
    ".md": _read_text,
    ".pdf": _cleaning(pdf.read),
    ".txt": _read_text,
}
ENDINGS = tuple(_READERS)


def load_all(paths: Iterable[Path]) -> list[Article]:
    """The articles in several files, in order. Where names meet, the later ids get a number: news, news-2, news-3."""
    articles: dict[str, Article] = {}
    for path in paths:
        stem = _name(path)
        name, number = stem, 1
        while name in articles:
            number += 1
            name = f"{stem}-{number}"
        articles[name] = load(path, name)
    return list(articles.values())


def from_text(article_id: str, text: str) -> Article:
    """The article in a text, cleaned; `#` marks headings. Raises ArticleError where it has no paragraph."""
    if not article_id or not article_id.isprintable():
        raise ArticleError(f"{article_id!r} cannot be the id of an article: give it a name of printable characters.")
    return _article(article_id, list(marked(clean(text).text)), f"The text {article_id!r}")


@cache
def bundled() -> Article:
    """The article that comes with the project, with the English translation of every paragraph."""
    folder = files("corpus") / "shuangcheng"
    source, translation = ((folder / name).read_text("utf-8") for name in ("article.md", "translation.en.md"))
    english = parse("shuangcheng", translation)
    paragraphs = {paragraph.number: english.paragraph_text(paragraph.number) for paragraph in english.paragraphs}
    headings = {section.number: section.title for section in english.sections if section.title}
    article = parse("shuangcheng", source, translations=paragraphs, heading_translations=headings)
    if _outline(article) != _outline(english):
        raise ArticleError("The bundled article and its translation do not have the same blocks: install it again.")
    return article


def _name(path: Path) -> str:
    """The file's name without its ending; one that is not UTF-8 is most often GBK from a Chinese Windows."""
    return os.fsencode(path.stem).decode("utf-8" if path.stem.isprintable() else "gb18030", "replace")


def _article(article_id: str, blocks: Iterable[Block], origin: str) -> Article:
    article = assemble(article_id, blocks)
    if not article.paragraphs:
        raise ArticleError(f"{origin} has no paragraph of text: give one that has.")
    return article


def _outline(article: Article) -> list[list[int]]:
    """The levels of the sections, and the section of each paragraph."""
    return [[section.level for section in article.sections], [paragraph.section for paragraph in article.paragraphs]]


def _bytes_of(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) and path.suffix.lower() in ENDINGS:
            return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ArticleError(f"There is no file {path}: check the path.") from None
    except PermissionError:
        raise ArticleError(f"{path} may not be read: give yourself the right to, or copy it elsewhere.") from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"{str(path)!r} cannot be read ({error}): check the path.") from None
    if stat.S_ISDIR(mode):
        raise ArticleError(f"{path} is a folder: give the files in it, such as {path}/*.txt.")
    ending = path.suffix or "no ending"
    raise ArticleError(f"{path} is not read ({ending}): the files that are read end in {_listed(ENDINGS)}.")


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
