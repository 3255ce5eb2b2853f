"""DOCX -> blocks, by way of the HTML that mammoth makes of it: headings, paragraphs, lists, tables, footnotes."""

import io
from zipfile import ZipFile

from corpus import limits
from corpus.article import Content
from corpus.errors import ArticleError
from corpus.readers import html

_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # a compound file: an old .doc, or a .docx with a password
_STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\nr[style-name='footnote reference'] => !"
)


def read(data: bytes, origin: str) -> Content:
    """The blocks of a Word document; `origin` names it in errors. Raises ArticleError where it cannot be read.

    Its properties are left alone: author and days are those of the file, not of the article.
    """
    import mammoth

    if data.startswith(_ENCRYPTED):
        raise ArticleError(
            f"{origin} is locked with a password, or an old .doc: save a plain .docx and give that.", "locked"
        )
    try:
        unpacked = sum(part.file_size for part in ZipFile(io.BytesIO(data)).infolist())
    except Exception:  # what zipfile raises for a broken file is not said
        raise _unreadable(origin) from None
    if unpacked > limits.MAX_UNPACKED:
        raise ArticleError(
            f"{origin} unpacks to {unpacked // limits.MEGABYTE:,} MB, and at most "
            f"{limits.MAX_UNPACKED // limits.MEGABYTE} are read: take the pictures out, or give a part of it.",
            "large",
        )
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=lambda image: [], external_file_access=False
        ).value
    except (MemoryError, RecursionError):
        raise
    except Exception:  # a damaged document fails in any of the libraries beneath
        raise _unreadable(origin) from None
    return Content(html.blocks(page, everything=True))


def _unreadable(origin: str) -> ArticleError:
    return ArticleError(f"{origin} is no Word document that can be read: save it again as .docx.", "damaged")
