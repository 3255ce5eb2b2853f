"""Word documents -> blocks."""

import io

import pytest
from docx import Document

from corpus.errors import ArticleError
from corpus.imprint import Imprint
from corpus.readers import docx


def document() -> bytes:
    made, data = Document(), io.BytesIO()
    made.add_heading("茶园的春天", 0)
    made.add_heading("早采十天", 1)
    made.add_paragraph("三月的茶山，云雾缭绕。")
    made.add_paragraph("绿茶", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2023年", "5吨"
    made.save(data)
    return data.getvalue()


def test_headings_paragraphs_lists_and_tables_are_read_in_order() -> None:
    found = [(block.text, bool(block.level)) for block in docx.read(document(), "a").blocks]
    assert found == [
        ("茶园的春天", True),
        ("早采十天", True),
        ("三月的茶山，云雾缭绕。", False),
        ("绿茶", False),
        ("2023年\t5吨", False),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "no Word document"), (document()[:900], "no Word document"), (b"\xd0\xcf\x11\xe0", "locked")],
)
def test_a_document_that_cannot_be_read_is_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as refused:
        docx.read(data, "a.docx")
    assert "\n" not in str(refused.value)


def test_the_properties_of_the_file_are_not_those_of_the_article() -> None:
    made, data = Document(), io.BytesIO()
    made.add_paragraph("三月的茶山，云雾缭绕。")
    made.core_properties.title, made.core_properties.author = "Document1", "陈禾"
    made.save(data)
    content = docx.read(data.getvalue(), "a")
    assert (content.imprint, content.title) == (Imprint(), "")
