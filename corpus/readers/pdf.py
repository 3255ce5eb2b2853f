"""PDF -> blocks, by pypdfium2 and the geometry of the page."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpus.article import Content
from corpus.errors import ArticleError
from corpus.forms import mend
from corpus.imprint import stated
from corpus.readers.layout import columns
from corpus.readers.margins import margin_lines, without_frame, without_margins
from corpus.readers.paragraphs import blocks
from corpus.readers.runs import Glyph, Run, runs_of

_BOLD_NAME = re.compile("bold|black|heavy|demi|medi(?!um)|simhei|黑", re.IGNORECASE)
_BOLD_WEIGHT = 600
_STROKED = 2  # the text render mode in which a lighter font is made bold
_HYPHEN = "\x02\ufffe"  # what PDFium gives for a hyphen at a line end
_SLANT = 0.05  # a line that rises more than that is a stamp or a watermark

Style = tuple[float, bool, int]  # type size in points, weight, quarter turns; a negative size is not read


def read(data: bytes, origin: str) -> Content:
    """The blocks of a PDF, with the pages that they stand on; `origin` names it in errors.

    Day and source are what the margins say: the properties of a PDF are those of the file, not of the article.

    One page is in memory at a time, but for its text. Raises ArticleError where the file is damaged, wants a password,
    or has no text in it.
    """
    printed = without_frame([_upright(glyphs) for glyphs in _pages(data, origin)])
    pages = without_margins(printed)
    if not any(pages):
        raise ArticleError(
            f"{origin} has no text in it, only pictures of pages: recognise its text (OCR) first.", "pictures"
        )
    return Content(blocks([columns(page) for page in pages]), stated(margin_lines(printed)))


def _pages(data: bytes, origin: str) -> Iterator[list[tuple[int, Glyph]]]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(len(document)):
                page = document[number]
                yield _glyphs(page)
                page.close()
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ArticleError(
                f"{origin} is locked with a password: save a copy without one and give that.", "locked"
            ) from None
        raise ArticleError(
            f"{origin} is no PDF that can be read, or it is damaged: save it again as PDF.", "damaged"
        ) from None


def _upright(glyphs: list[tuple[int, Glyph]]) -> list[Run]:
    """The runs of the glyphs that stand as most of the page does."""
    turns = Counter(turn for turn, _ in glyphs).most_common(1)
    return runs_of(glyph for turn, glyph in glyphs if turn == turns[0][0])


def _glyphs(page: Any) -> list[tuple[int, Glyph]]:
    """The glyphs of a page in the order of the file, each with the quarter turns that it is turned by."""
    from pypdfium2 import raw

    text_page = page.get_textpage()
    text, box = text_page.raw, raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    styles: dict[Any, Style] = {}
    glyphs: list[tuple[int, Glyph]] = []
    apart = False
    for i in range(raw.FPDFText_CountChars(text)):
        character = _character(raw.FPDFText_GetUnicode(text, i))
        if not character.strip():
            apart = apart or bool(character)
            continue
        key = ctypes.cast(raw.FPDFText_GetTextObject(text, i), ctypes.c_void_p).value
        if key not in styles:
            styles[key] = _style(raw, text, i)
        size, bold, turn = styles[key]
        if size <= 0 or not raw.FPDFText_GetLooseCharBox(text, i, box) or not raw.FPDFText_GetCharOrigin(text, i, x, y):
            continue
        (x0, _), (x1, _) = _turned(box.left, box.bottom, turn), _turned(box.right, box.top, turn)
        baseline = -_turned(x.value, y.value, turn)[1]
        glyphs.append((turn, Glyph(character, min(x0, x1), max(x0, x1), baseline, size, bold, apart)))
        apart = False
    text_page.close()
    return glyphs


def _character(code: int) -> str:
    """What is read of a character: nothing of controls, surrogates and those without a meaning."""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000 or code in (0, 0xFFFD):
        return ""
    return "-" if chr(code) in _HYPHEN else mend(chr(code))


def _style(raw: Any, text: Any, i: int) -> Style:
    """The style of a character, which all characters of its text object share."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, matrix)
    nominal = raw.FPDFText_GetFontSize(text, i)
    width, rise = matrix.a * nominal, matrix.b * nominal
    along, across = max(abs(width), abs(rise)), min(abs(width), abs(rise))
    if along == 0 or across > _SLANT * along:
        return -1, False, 0
    turn = (0 if width > 0 else 2) if abs(width) > abs(rise) else (1 if rise > 0 else 3)
    height = abs(matrix.d if turn % 2 == 0 else matrix.c) * nominal
    return round(2 * height) / 2, _is_bold(raw, text, i), turn


def _is_bold(raw: Any, text: Any, i: int) -> bool:
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, i, name, len(name), ctypes.c_int())
    thing = raw.FPDFText_GetTextObject(text, i)
    stroked = raw.FPDFTextObj_GetTextRenderMode(thing) == _STROKED
    named = _BOLD_NAME.search(name.value.decode("utf-8", "replace")) is not None
    return stroked or named or raw.FPDFText_GetFontWeight(text, i) >= _BOLD_WEIGHT


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """The point when the page is turned so that text which was turned by so many quarters stands upright."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
