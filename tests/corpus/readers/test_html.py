"""Web pages -> blocks."""

import pytest

from corpus.errors import ArticleError
from corpus.readers import html

ARTICLE = "<h1>茶园的春天</h1><p>三月的茶山，云雾缭绕，茶农们天不亮就上山采摘。</p><ul><li>绿茶：每斤300元</li></ul>"
PAGE = (
    "<html><head><title>T</title></head><body>"
    "<div class='nav'><a href=/>首页</a></div><ul><li><a href=/1>新闻</a></li></ul>"
    f"<div>{ARTICLE}<figure><figcaption>采茶。</figcaption></figure></div><footer>版权所有</footer>"
    "<script>alert(1)</script><p style='display:none'>看不见</p></body></html>"
)
EXPECTED = ["茶园的春天", "三月的茶山，云雾缭绕，茶农们天不亮就上山采摘。", "绿茶：每斤300元", "采茶。"]


def test_the_article_is_read_without_what_stands_around_it() -> None:
    assert [block.text for block in html.read(PAGE.encode(), "a").blocks] == EXPECTED


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gbk", "gb2312"), ("gbk", "iso-8859-1"), ("gbk", ""), ("utf-16", "")]
)
def test_the_encoding_is_told_whatever_is_declared(encoding: str, declared: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{declared}">')
    assert [block.text for block in html.read(page.encode(encoding), "a").blocks] == EXPECTED


def test_a_declared_encoding_that_is_neither_chinese_nor_western_is_believed() -> None:
    page = '<meta charset="koi8-r"><p>Широкая электрификация южных губерний</p>'
    assert html.read(page.encode("koi8-r"), "a").blocks[0].text == "Широкая электрификация южных губерний"


def test_rows_of_data_are_lines_and_a_table_that_lays_out_the_page_is_not() -> None:
    data = "<table><tr><td>年份</td><td>产量</td></tr></table>"
    laid_out = f"<table><tr><td>左</td><td><p>{'很长的一段话。' * 20}</p><p>又一段。</p></td></tr></table>"
    assert [block.text for block in html.blocks(data)] == ["年份\t产量"]
    assert [len(block.text) for block in html.blocks(laid_out)] == [1, 140, 4]


def test_line_breaks_stay_and_other_white_space_is_a_blank() -> None:
    assert [block.text for block in html.blocks("<p>One\n  two<br> three</p>")] == ["One two\nthree"]


def test_a_page_whose_every_word_is_a_link_is_read_all_the_same() -> None:
    assert [block.text for block in html.blocks("<p><a href=/>Only this</a></p>")] == ["Only this"]


def test_bytes_of_no_known_encoding_are_refused() -> None:
    with pytest.raises(ArticleError, match="encoding of a cannot be told"):
        html.read(b"<p>\xe4\xbd\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "a")
