"""DOCX -> blocks, by way of the HTML that mammoth makes of it: headings, paragraphs, lists, tables, footnotes."""

import io

from corpus.article import Block
from corpus.errors import ArticleError
from corpus.readers import html

_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # a compound file: an old .doc, or a .docx with a password
_STYLES = (
    "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh\nr[style-name='footnote reference'] => !"
)


def read(data: bytes, origin: str) -> list[Block]:
    """The blocks of a Word document; `origin` names it in errors. Raises ArticleError where it cannot be read."""
    import mammoth

    if data.startswith(_ENCRYPTED):
        raise ArticleError(f"{origin} is locked with a password, or an old .doc: save a plain .docx and give that.")
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=lambda image: [], external_file_access=False
        ).value
    except Exception:  # a damaged document fails in any of the libraries beneath
        raise ArticleError(f"{origin} is no Word document that can be read: save it again as .docx.") from None
    return html.blocks(page, everything=True)
