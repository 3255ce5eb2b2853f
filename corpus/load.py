"""Files and texts -> articles."""

import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from corpus import limits
from corpus.article import Article, Content, assemble, marked, parse
from corpus.clean import clean
from corpus.encoding import decode, is_binary
from corpus.errors import ArticleError
from corpus.forms import mend
from corpus.front import parted
from corpus.headings import headed
from corpus.imprint import stated
from corpus.isolated import Isolated

ENDINGS = (".docx", ".htm", ".html", ".md", ".pdf", ".txt")
_TEXTS = (".md", ".txt")
_HEAD, _FOOT = 5, 3  # lines of an article that may say when and where it was published


def load(path: Path, article_id: str = "", wait: float | None = None) -> Article:
    """The article in a file, called by `article_id` or else by the file's name without its ending.

    What is not plain text is read in a process of its own, for `wait` seconds at most. Raises ArticleError where the
    file is missing, a folder, may not be read, is not of the ENDINGS, is damaged or locked, holds no text, is in none
    of the encodings that `decode` knows, or goes beyond `corpus.limits`.
    """
    with Isolated(wait) as reader:
        return _load(path, article_id, reader)


def _load(path: Path, article_id: str, reader: Isolated) -> Article:
    data, ending, origin = _bytes_of(path), path.suffix.lower(), _shown(path)
    content = _read_text(data, origin) if ending in _TEXTS else reader.read(data, ending, origin)
    return _article(article_id or _name(path), content, origin)


def _read_text(data: bytes, origin: str) -> Content:
    if is_binary(data):
        raise ArticleError(
            f"{origin} is not a text, whatever its name says: save its words as UTF-8 text and give that.", "binary"
        )
    text = decode(data)
    if text is None:
        raise ArticleError(
            f"The encoding of {origin} cannot be told: save the file as UTF-8 and try again.", "encoding"
        )
    return _content(mend(text))


def _content(text: str) -> Content:
    imprint, title, body = parted(text)
    return Content(headed(list(marked(clean(body).text))), imprint, title)


def load_all(paths: Iterable[Path]) -> list[Article]:
    """The articles in several files, in order. Where names meet, the later ids get a number: news, news-2, news-3."""
    articles: dict[str, Article] = {}
    with Isolated() as reader:
        for path in paths:
            stem = _name(path)
            name, number = stem, 1
            while name in articles:
                number += 1
                name = f"{stem}-{number}"
            articles[name] = _load(path, name, reader)
    return list(articles.values())


def from_text(article_id: str, text: str) -> Article:
    """The article in a text, cleaned; `#` marks headings, and there may be front matter as in a Markdown file.

    Raises ArticleError where it has no paragraph.
    """
    if not article_id or not article_id.isprintable():
        raise ArticleError(f"{article_id!r} cannot be the id of an article: give it a name of printable characters.")
    return _article(article_id, _content(text), f"The text {article_id!r}")


@cache
def bundled() -> Article:
    """The article that comes with the project, with the English translation of every paragraph."""
    folder = files("corpus") / "shuangcheng"
    source, translation = ((folder / name).read_text("utf-8") for name in ("article.md", "translation.en.md"))
    try:
        return translated("shuangcheng", source, translation)
    except ArticleError as error:
        raise ArticleError(f"The bundled article is damaged: install it again. {error}") from None


def translated(article_id: str, source: str, translation: str) -> Article:
    """The article in a text, and what another text says of each of its blocks in the other language.

    Raises ArticleError where the two do not have the same blocks.
    """
    other = parse(article_id, translation)
    paragraphs = {paragraph.number: other.paragraph_text(paragraph.number) for paragraph in other.paragraphs}
    headings = {section.number: section.title for section in other.sections if section.title}
    article = parse(article_id, source, translations=paragraphs, heading_translations=headings)
    if _outline(article) != _outline(other):
        raise ArticleError(f"{article_id} and its translation do not have the same blocks.")
    return article


def _name(path: Path) -> str:
    """The file's name without its ending, as it can be shown."""
    return _printable(path.stem).strip() or "article"


def _shown(path: Path) -> str:
    """A path with nothing in it that a terminal obeys."""
    return str(Path(*map(_printable, path.parts)))


def _printable(name: str) -> str:
    """A name that is not UTF-8 is most often GBK from a Chinese Windows."""
    if name.isprintable():
        return name
    data = name.encode("utf-8", "surrogateescape" if sys.platform != "win32" else "replace")
    try:
        name = data.decode("utf-8")
    except UnicodeDecodeError:
        name = data.decode("gb18030", "replace")
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in name)


def _article(article_id: str, content: Content, origin: str) -> Article:
    is_headed = any(block.level for block in content.blocks)
    article = assemble(article_id, content.blocks, "" if is_headed else content.title)
    if not article.paragraphs:
        raise ArticleError(f"{origin} has no paragraph of text: give one that has.", "empty")
    if len(article.text) > limits.MAX_CHARACTERS:
        raise ArticleError(
            f"{origin} has {len(article.text):,} characters, and at most {limits.MAX_CHARACTERS:,} are read: "
            "give the part that you want to ask about.",
            "large",
        )
    lines = [line for block in content.blocks for line in block.text.split("\n")]
    imprint = content.imprint | stated([*lines[:_HEAD], *lines[_HEAD:][-_FOOT:]])
    return replace(article, date=imprint.date, source=imprint.source)


def _outline(article: Article) -> list[list[int]]:
    """The levels of the sections, and the section of each paragraph."""
    return [[section.level for section in article.sections], [paragraph.section for paragraph in article.paragraphs]]


def _bytes_of(path: Path) -> bytes:
    shown, ending = _shown(path), path.suffix.lower()
    try:
        about = path.stat()
        if stat.S_ISREG(about.st_mode) and ending in ENDINGS:
            return _at_most(path, limits.MAX_TEXT_FILE if ending in _TEXTS else limits.MAX_FILE, about.st_size)
    except (FileNotFoundError, NotADirectoryError):
        raise ArticleError(f"There is no file {shown}: check the path.") from None
    except PermissionError:
        raise ArticleError(f"{shown} may not be read: give yourself the right to, or copy it elsewhere.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ArticleError(f"{shown!r} cannot be read ({reason}): check the path.") from None
    if stat.S_ISDIR(about.st_mode):
        raise ArticleError(f"{shown} is a folder: give the files in it, such as {shown}/*.txt.")
    kind = _printable(path.suffix) or "no ending"
    raise ArticleError(f"{shown} is not read ({kind}): the files that are read end in {_listed(ENDINGS)}.")


def _at_most(path: Path, most: int, size: int) -> bytes:
    """The bytes of a file; a file may grow, so the `size` that it had is not all that counts."""
    with path.open("rb") as file:
        data = file.read(most + 1) if size <= most else b""
    if max(size, len(data)) <= most:
        return data
    raise ArticleError(
        f"{_shown(path)} has {max(size, len(data)) // limits.MEGABYTE:,} MB, and at most {most // limits.MEGABYTE} "
        "are read: give a part of it.",
        "large",
    )


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
