"""An article that a visitor drops or pastes: from bytes or text to an Article, or a refusal in plain words."""

from base64 import b64decode
from binascii import Error
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from corpus.article import Article
from corpus.errors import ArticleError, RagError
from corpus.load import ENDINGS, from_text, load
from ui import labels
from ui.labels import Label
from ui.shelf import ShelfError

MAX_BYTES = 10_000_000  # of a file
MAX_CHARACTERS = 400_000  # of an article's text
MAX_WAIT = 120  # seconds until a visitor is told that the file takes too long
_LONGEST_NAME = 80  # characters


def read_file(name: str, content: str) -> Article:
    """The article in a file of that name whose bytes come as base64.

    The file lies in a folder of its own for as long as it is read. Raises ShelfError or ArticleError.
    """
    if len(content) > MAX_BYTES * 4 / 3 + 4:
        raise ShelfError(labels.TOO_LARGE.fill(MAX_BYTES // 1_000_000))
    safe = _safe(name)
    ending = PurePosixPath(safe).suffix.lower()
    if ending not in ENDINGS:
        raise ShelfError(labels.WRONG_KIND.fill(" ".join(ENDINGS)))
    try:
        data = b64decode(content, validate=True)
    except Error:
        raise ShelfError(labels.UPLOAD_BROKEN) from None
    with TemporaryDirectory(prefix="yinju-") as folder:
        path = Path(folder) / f"article{ending}"
        path.write_bytes(data)
        try:
            return _within_limit(load(path, safe.removesuffix(PurePosixPath(safe).suffix), MAX_WAIT))
        except ArticleError as error:
            raise _told(error, str(error).replace(str(path), safe), safe) from None


def read_text(name: str, text: str) -> Article:
    """The article in a pasted text. Raises ShelfError or ArticleError."""
    if len(text) > MAX_CHARACTERS:
        raise ShelfError(labels.TOO_LONG.fill(f"{MAX_CHARACTERS:,}"))
    if not text.strip():
        raise ShelfError(labels.NOTHING_PASTED)
    return _within_limit(from_text(_safe(name), text))


def _told(error: ArticleError, english: str, name: str) -> RagError:
    """What the reader says of the file of this name, in both languages where it is a usual fault."""
    chinese = labels.UNREADABLE.get(error.fault)
    return ShelfError(Label(chinese.format(name), english)) if chinese else ArticleError(english)


def _within_limit(article: Article) -> Article:
    if len(article.text) > MAX_CHARACTERS:
        raise ShelfError(labels.TOO_LONG.fill(f"{MAX_CHARACTERS:,}"))
    return article


def _safe(name: str) -> str:
    """A name of printable characters without folders, short enough to show."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    printable = "".join(character for character in last if character.isprintable()).strip(" .")
    return printable[-_LONGEST_NAME:] or "article"
