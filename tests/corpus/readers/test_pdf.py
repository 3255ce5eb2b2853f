"""PDFs -> articles: the order of columns, headings, margins, pages, and files that cannot be read."""

import re
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.errors import ArticleError
from corpus.forms import mend
from corpus.load import bundled, load
from tests.corpus.readers.conftest import Printer

STYLE = (
    "<!doctype html><style>body{font:10.5pt 'Noto Serif CJK SC',serif;margin:0}h1{font-size:24pt;text-align:center}"
    "h2{font-size:14pt;margin:6pt 0}.c{column-gap:18pt;text-align:justify}.zh p{text-indent:2em;margin:0}"
    ".en p{margin:0 0 6pt}</style>"
)


def texts(language: str) -> list[str]:
    article = bundled()
    chosen = article.paragraphs[3:33]
    return [article.paragraph_text(p.number) if language == "zh" else article.translations[p.number] for p in chosen]


def page_of(title: str, columns: int, language: str, paragraphs: list[str]) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"{STYLE}<body class={language}><h1>{title}</h1><div class=c style='column-count:{columns}'>{body}</div>"


def read(folder: Path, data: bytes) -> Article:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return load(path)


def bare(text: str) -> str:
    """Without white space, and without the hyphens that a line end may have taken."""
    return re.sub(r"[\s-]", "", mend(text))


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_columns_of_chinese_are_read_one_after_the_other_beneath_their_headline(
    printed: Printer, tmp_path: Path, columns: int
) -> None:
    expected = texts("zh")
    article = read(tmp_path, printed(page_of("两个新区约定六项任务", columns, "zh", expected)))
    assert article.title == "两个新区约定六项任务"
    assert [bare(article.paragraph_text(p.number)) for p in article.paragraphs] == [bare(text) for text in expected]


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_columns_of_english_are_read_in_order(printed: Printer, tmp_path: Path, columns: int) -> None:
    expected = texts("en")
    article = read(tmp_path, printed(page_of("Two Areas Agree", columns, "en", expected)))
    assert bare(article.text) == bare("Two Areas Agree" + "".join(expected))


def test_two_stories_one_above_the_other_are_read_one_after_the_other(printed: Printer, tmp_path: Path) -> None:
    stories = texts("zh")[:6], texts("zh")[6:10]
    html = "".join(
        page_of(name, n, "zh", s) for name, n, s in zip(("上篇要闻", "下篇要闻"), (4, 2), stories, strict=True)
    )
    article = read(tmp_path, printed(html))
    assert bare(article.text) == bare("上篇要闻" + "".join(stories[0]) + "下篇要闻" + "".join(stories[1]))


def test_larger_type_is_a_heading_and_its_size_is_its_level(printed: Printer, tmp_path: Path) -> None:
    body = "".join(f"<h2>第{n}节</h2><p>{text}</p>" for n, text in zip("甲乙", texts("zh"), strict=False))
    article = read(tmp_path, printed(f"{STYLE}<body class=zh><h1>总题</h1>{body}"))
    assert [(s.title, s.level) for s in article.sections[1:]] == [("总题", 1), ("第甲节", 2), ("第乙节", 2)]


def test_what_repeats_in_the_margins_is_dropped_and_pages_are_known(printed: Printer, tmp_path: Path) -> None:
    footer = "第<span class=pageNumber></span>版"
    article = read(tmp_path, printed(page_of("要闻", 1, "zh", texts("zh") * 2), footer))
    assert "山城日报" not in article.text
    assert not re.search(r"第\d版", article.text)
    last = article.pages[-1][1]
    assert [page for _, page in article.pages] == list(range(1, last + 1))
    assert (article.page(0), article.page(len(article.text) - 1)) == (1, last)
    assert last > 2


def test_the_rows_of_a_table_are_lines(printed: Printer, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{2010 + n}年</td><td>{n * 7}吨</td><td>{n * 3}亩</td></tr>" for n in range(1, 9))
    article = read(tmp_path, printed(f"{STYLE}<body class=zh><p>产量如下。</p><table width=100%>{rows}</table>"))
    assert re.sub("[\t ]+", " ", article.paragraph_text(2)).startswith("2011年 7吨 3亩\n2012年 14吨 6亩\n")


def test_a_page_without_text_is_said_to_be_a_picture(printed: Printer, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="only pictures of pages"):
        read(tmp_path, printed("<svg width=99 height=99><circle r=40 /></svg>"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n", b"not one"])
def test_a_damaged_pdf_is_one_line_with_its_name(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"paper\.pdf is no PDF that can be read") as refused:
        read(tmp_path, data)
    assert "\n" not in str(refused.value)
