"""Files and texts -> articles."""

import os
import stat
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from corpus.article import Article, parse
from corpus.clean import clean
from corpus.encoding import decode, is_binary
from corpus.errors import ArticleError

ENDINGS = (".md", ".txt")


def load(path: Path, article_id: str = "") -> Article:
    """The article in a text file, called by `article_id` or else by the file's name without its ending.

    Raises ArticleError where the file is missing, a folder, may not be read, is not of the ENDINGS, holds no text, or
    is in none of the encodings that `decode` knows.
    """
    data = _bytes_of(path)
    if is_binary(data):
        raise ArticleError(f"{path} is not a text, whatever its name says: save its words as UTF-8 text and give that.")
    text = decode(data)
    if text is None:
        raise ArticleError(f"The encoding of {path} cannot be told: save the file as UTF-8 and try again.")
    return _article(article_id or _name(path), text, str(path))


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
    return _article(article_id, text, f"The text {article_id!r}")


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


def _article(article_id: str, text: str, origin: str) -> Article:
    article = parse(article_id, clean(text).text)
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
    raise ArticleError(f"{path} is not read ({ending}): the files that are read end in {' or '.join(ENDINGS)}.")
