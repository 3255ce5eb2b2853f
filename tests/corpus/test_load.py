"""Files and texts -> articles."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.encoding import decode
from corpus.errors import ArticleError
from corpus.load import bundled, from_text, load, load_all, translated

SIMPLIFIED = "重庆两江新区和四川天府新区共同召开联席会议，约定联手推进六项重点任务。"
TRADITIONAL = "重慶兩江新區和四川天府新區共同召開聯席會議，約定聯手推進六項重點任務。"
ENGLISH = "The keeper’s log – “a patient companion” – is kept at the café in the tower, and visitors may read it."


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Root may read anything: be somebody else for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (TRADITIONAL, "utf-16-be"),
        (ENGLISH, "utf-16-le"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED + "𠮷野家。", "gb18030"),
        (TRADITIONAL, "gbk"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL + "哈利‧波特～", "cp950"),
        (TRADITIONAL + "鰂魚涌、深水埗。", "big5hkscs"),
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        ("Plain ASCII.", "ascii"),
    ],
)
def test_a_file_is_read_right_whatever_its_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    assert load(write(tmp_path, "news.txt", text.encode(encoding))).text == text


def test_utf_16_is_read_by_its_mark_in_either_byte_order(tmp_path: Path) -> None:
    path = write(tmp_path, "news.txt", b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"))
    assert load(path).text == SIMPLIFIED


@pytest.mark.parametrize(("text", "encoding"), [(SIMPLIFIED, "gbk"), (TRADITIONAL, "big5")])
def test_excerpts_of_a_dozen_characters_are_enough_to_tell_gbk_from_big5(text: str, encoding: str) -> None:
    excerpts = [text[i : i + 12] for i in range(len(text) - 12)]
    assert [decode(excerpt.encode(encoding)) for excerpt in excerpts] == excerpts


def test_a_markdown_file_gets_its_title_and_sections_from_its_headings(tmp_path: Path) -> None:
    article = load(write(tmp_path, "Notes.MD", "# 标题\n正文在此。\n\n## 小节\n\n又一段。\n"))
    assert (article.id, article.title, article.text) == ("Notes", "标题", "标题\n\n正文在此。\n\n小节\n\n又一段。")
    assert [article.section_title(p) for p in article.paragraphs] == ["标题", "小节"]


def test_the_lines_of_a_printed_text_are_joined(tmp_path: Path) -> None:
    raw = "春天的时候，村里的人都到河边去，孩子们在\n浅水里捉鱼，老人坐在柳树下面说话，谁也不着急\n回家。\n"
    assert load(write(tmp_path, "spring.txt", raw * 2)).paragraphs[0].end == len(raw) - 3


def test_an_id_can_be_given(tmp_path: Path) -> None:
    assert load(write(tmp_path, "news.txt", SIMPLIFIED), "mine").id == "mine"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "has no paragraph"),
        (b" \r\n\t\n", "has no paragraph"),
        ("\ufeff\u200b\u3000".encode(), "has no paragraph"),
        (b"# Only a heading\n", "has no paragraph"),
        (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n", "is not a text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not a text"),
        (b"text with a \x00 in it", "is not a text"),
        (bytes(range(1, 32)) * 9, "is not a text"),
        ("Широкая электрификация южных губерний даст мощный толчок".encode("koi8-r"), "encoding"),
        (SIMPLIFIED.encode() + b"\xff", "encoding"),
        (b"\xff\xfe\x00\xd8", "encoding"),
    ],
)
def test_a_file_that_holds_no_text_is_refused_by_name(tmp_path: Path, data: bytes, reason: str) -> None:
    path = write(tmp_path, "odd.txt", data)
    with pytest.raises(ArticleError, match=reason) as refused:
        load(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "There is no file"),
        ("news.txt/inner.txt", "There is no file"),
        ("missing.pdf", "There is no file"),
        ("", "is a folder"),
        ("folder.txt", "is a folder"),
        ("photo.jpeg", r"\.jpeg\).* end in .*\.pdf or \.txt"),
        ("README", r"no ending\).* end in .*\.pdf or \.txt"),
        ("a\0b.txt", "cannot be read"),
        ("x" * 300 + ".txt", "cannot be read"),
    ],
)
def test_a_path_that_is_no_text_file_is_refused_with_the_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder.txt").mkdir()
    for existing in ("news.txt", "photo.jpeg", "README"):
        write(tmp_path, existing, SIMPLIFIED)
    with pytest.raises(ArticleError, match=reason) as refused:
        load(tmp_path / name)
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    path = write(tmp_path, "secret.txt", SIMPLIFIED)
    path.chmod(0)
    request.getfixturevalue("unprivileged")
    with pytest.raises(ArticleError, match=r"secret\.txt may not be read"):
        load(path)


def test_files_of_one_name_get_numbered_ids_in_the_order_given(tmp_path: Path) -> None:
    names = ["a/news.txt", "b/news.txt", "b/other.md", "c/news-2.txt", "c/news.md", "a/news.txt"]
    articles = load_all(write(tmp_path, name, f"{SIMPLIFIED}{name}") for name in names)
    assert [article.id for article in articles] == ["news", "news-2", "other", "news-2-2", "news-3", "news-4"]
    assert [article.text for article in articles] == [f"{SIMPLIFIED}{name}" for name in names]


def test_no_files_are_no_articles() -> None:
    assert load_all([]) == []


def test_a_text_is_cleaned_and_parsed_under_its_id() -> None:
    article = from_text("my id", "# 标题\n\n面积为 1578 平方公里。")
    assert (article.id, article.title, article.paragraph_text(1)) == ("my id", "标题", "面积为1578平方公里。")


@pytest.mark.parametrize("text", ["", " \n", "\x00\u200b", "# 标题"])
def test_a_text_without_a_paragraph_is_refused_by_its_id(text: str) -> None:
    with pytest.raises(ArticleError, match="The text 'my id' has no paragraph"):
        from_text("my id", text)


def test_the_bundled_article_has_a_translation_of_every_paragraph() -> None:
    article = bundled()
    assert (article.id, article.title) == ("shuangcheng", "抢抓“双城”重大机遇 约定联手六项任务")
    assert list(article.translations) == [paragraph.number for paragraph in article.paragraphs]
    place = next(p.number for p in article.paragraphs if article.paragraph_text(p.number).startswith("2010年5月5日"))
    assert "May 5, 2010" in article.translations[place]


def test_the_bundled_article_has_a_translation_of_every_heading() -> None:
    article = bundled()
    assert list(article.heading_translations) == [section.number for section in article.sections[1:]]
    assert article.heading_translations[2] == "Key Points"


def test_cleaning_leaves_the_bundled_article_as_it_is() -> None:
    article = bundled()
    assert from_text("a", article.text).text == article.text


def test_loading_articles_loads_no_heavy_library() -> None:
    heavy = {"opencc", "torch", "pypdfium2", "lxml", "mammoth"}
    code = f"import corpus.load, sys; print(*sorted({heavy} & set(sys.modules)))"
    root = Path(__file__).parents[2]
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert result.stdout == "\n"


def test_a_file_name_in_gbk_is_read(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "茶园".encode("gbk") + b".txt"))
    path.write_text("茶园的面积是320亩。", encoding="utf-8")
    assert load(path).id == "茶园"


@pytest.mark.parametrize("name", ["", "\udcff", "a\nb"])
def test_an_id_that_cannot_be_shown_is_refused(name: str) -> None:
    with pytest.raises(ArticleError, match="cannot be the id"):
        from_text(name, "茶园。")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "茶园\n\n2024-03-05 10:21 来源：山城日报\n\n三月的茶山，云雾缭绕。"),
        ("a.md", "---\ndate: 2024-03-05\nsource: 山城日报\n---\n三月的茶山，云雾缭绕。"),
        ("a.html", "<meta name=source content=山城日报><meta name=pubdate content=2024-03-05><p>三月的茶山。"),
        ("a.html", "<p>三月的茶山，云雾缭绕。</p><p>（山城日报2024年3月5日第3版）</p>"),
    ],
)
def test_day_and_source_are_read_where_a_file_states_them(tmp_path: Path, name: str, text: str) -> None:
    article = load(write(tmp_path, name, text))
    assert (article.date, article.source) == (date(2024, 3, 5), "山城日报")


def test_a_line_in_the_middle_of_an_article_does_not_date_it() -> None:
    lines = ["三月的茶山，云雾缭绕。"] * 6
    article = from_text("a", "\n\n".join([*lines, "山城日报 2024年3月5日 第3版", *lines]))
    assert (article.date, article.source) == (None, "")


def test_a_translation_goes_with_its_article_block_by_block() -> None:
    article = translated("tea", "## 茶园\n\n茶园有320亩。", "## The garden\n\nIt covers 320 mu.")
    assert (article.translations[1], list(article.heading_translations.values())) == (
        "It covers 320 mu.",
        ["The garden"],
    )
    with pytest.raises(ArticleError, match="blocks"):
        translated("tea", "茶园有320亩。", "It covers 320 mu.\n\nIt is old.")
