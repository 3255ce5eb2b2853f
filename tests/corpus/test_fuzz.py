"""Bytes that nobody would write: each is read soundly or refused with one line."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Paragraph, Section, assemble
from corpus.encoding import decode, is_binary
from corpus.errors import ArticleError
from corpus.front import parted
from corpus.isolated import Isolated
from corpus.load import from_text
from tests.corpus.test_clean_properties import RAW_TEXTS
from tests.corpus.test_limits import pdf
from tests.fuzz import fuzz

PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>茶园</title><style>p{}</style></head><body><h1>茶园</h1>"
    "<p>茶园的面积是<b>320</b>亩。<br>由陈禾开垦。</p><ul><li>春茶<li>秋茶</ul><table><tr><th>年<td>1987</table>"
    "<script>if (a < b) {}</script><!-- 注 --><pre>a\n b</pre>&amp;&#8364;&nbsp;</body></html>"
).encode()
SCRAPS = [
    b"<",
    b">",
    b"</p>",
    b"&#0;",
    b"&#xd800;",
    b"\xff",
    b"\x00",
    b"<table>",
    b"<!--",
    b"-->",
    b"obj",
    b"9" * 30,
    b"-1",
]
Change = tuple[float, float, bytes]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 0.05), st.one_of(st.sampled_from(SCRAPS), st.binary(max_size=8))),
    min_size=1,
    max_size=6,
)


def changed(data: bytes, changes: list[Change]) -> bytes:
    """The data with stretches of it (start and length as shares of the whole) exchanged."""
    for at, length, other in changes:
        start = int(at * len(data))
        data = data[:start] + other + data[start + int(length * len(data)) :]
    return data


def word(xml_changes: list[Change]) -> bytes:
    """A Word document whose text part was changed inside a zip that is whole."""
    document, whole, made = Document(), io.BytesIO(), io.BytesIO()
    document.add_heading("茶园", 1)
    document.add_paragraph("茶园的面积是320亩。", style="List Bullet")
    document.add_table(2, 2).cell(0, 0).text = "年"
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changed(part, xml_changes) if name == "word/document.xml" else part)
    return made.getvalue()


def sound(article: Article) -> None:
    """Assert that headings and paragraphs lie in the text one after the other, and pages as well."""
    places: tuple[Section | Paragraph, ...] = (*article.sections, *article.paragraphs)
    extents = [(place.start, place.end) for place in places if place.end > place.start]
    assert all(first[1] <= second[0] for first, second in pairwise(sorted(extents)))
    assert all(0 <= start < end <= len(article.text) for start, end in extents)
    assert all(article.paragraph_text(place.number).strip() for place in article.paragraphs)
    assert [at for at, _ in article.pages] == sorted(at for at, _ in article.pages)
    article.text.encode()


@pytest.fixture(scope="module")
def reader() -> Iterator[Isolated]:
    with Isolated() as one:
        yield one


def read(reader: Isolated, data: bytes, ending: str) -> None:
    complaint = ""
    try:
        sound(assemble("a", reader.read(data, ending, "a file").blocks))
    except ArticleError as error:
        complaint = str(error)
    assert not complaint or "a file " in complaint
    assert "\n" not in complaint
    assert "broke the program" not in complaint


@fuzz(40)
@given(changes=CHANGES)
def test_html_that_was_changed_is_read_or_refused(reader: Isolated, changes: list[Change]) -> None:
    read(reader, changed(PAGE, changes), ".html")


@fuzz(20)
@given(changes=CHANGES)
def test_a_pdf_that_was_changed_is_read_or_refused(reader: Isolated, changes: list[Change]) -> None:
    read(reader, changed(pdf(2, "BT /F 9 Tf 50 700 Td (The harbour has 14 berths.) Tj ET"), changes), ".pdf")


@fuzz(10)
@given(changes=CHANGES, inside=st.booleans())
def test_a_word_document_that_was_changed_is_read_or_refused(
    reader: Isolated, changes: list[Change], inside: bool
) -> None:
    read(reader, word(changes) if inside else changed(word([]), changes), ".docx")


@fuzz(20)
@given(data=st.binary(max_size=200), ending=st.sampled_from([".html", ".pdf", ".docx"]))
def test_any_bytes_are_read_or_refused(reader: Isolated, data: bytes, ending: str) -> None:
    read(reader, data, ending)


@fuzz(100)
@given(data=st.one_of(st.binary(max_size=300), RAW_TEXTS.map(lambda text: text.encode("utf-8", "replace"))))
@pytest.mark.parametrize("declared", ["", "gbk", "no-such", "utf-16"])
def test_any_bytes_are_text_or_none(data: bytes, declared: str) -> None:
    is_binary(data)
    text = decode(data, declared)
    assert text is None or text.encode("utf-8") is not None


@fuzz(100)
@given(text=RAW_TEXTS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_a_text_that_says_what_it_is_written_in_comes_back(text: str, encoding: str) -> None:
    text = text.encode("utf-8", "replace").decode().replace("\0", "")  # a NUL is the mark of UTF-16 without a mark
    assert decode(text.encode(encoding)) in (text, text.removeprefix("\ufeff"))


@fuzz(100)
@given(text=RAW_TEXTS, fields=st.lists(st.text("adtesourc:- 2024-0305\n'\"", max_size=30), max_size=5))
def test_any_front_matter_is_read_or_left(text: str, fields: list[str]) -> None:
    made = "\n".join(["---", *fields, "---", text])
    _, title, rest = parted(made)
    assert made.endswith(rest) or "\r" in made
    assert title.isprintable()


@fuzz(100)
@given(text=RAW_TEXTS)
def test_any_text_is_a_sound_article_or_none(text: str) -> None:
    try:
        article = from_text("a", text)
    except ArticleError:
        return
    sound(article)
