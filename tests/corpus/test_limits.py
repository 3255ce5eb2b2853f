"""Files made to do harm: each is refused with one line, and the next file is read all the same."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document

from corpus import isolated, limits
from corpus.encoding import decode
from corpus.errors import ArticleError
from corpus.isolated import Isolated
from corpus.load import load, load_all

Process = subprocess.Popen[bytes]
GOOD = "<h1>茶园</h1><p>茶园的面积是320亩。</p>"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """The processes that a test starts."""
    seen: list[Process] = []
    start = isolated._start

    def noted() -> Process:
        seen.append(start())
        return seen[-1]

    monkeypatch.setattr(isolated, "_start", noted)
    return seen


def word(parts: dict[str, bytes]) -> bytes:
    """A Word document with some of its parts exchanged."""
    whole, made = io.BytesIO(), io.BytesIO()
    Document().save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *parts}:
            new.writestr(name, parts.get(name) or old.read(name))
    return made.getvalue()


def body(xml: str) -> dict[str, bytes]:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{xml}</w:body></w:document>'.encode()}


def pdf(pages: int, content: str) -> bytes:
    """A PDF of a few hundred bytes that shows one page over and over."""
    parts = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{'3 0 R ' * pages}]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    objects = "".join(f"{number} 0 obj{part}endobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{objects}trailer<</Root 1 0 R>>".encode()


def refused(folder: Path, name: str, data: bytes) -> str:
    """What is said of a file; a good one after it is read."""
    bad, good = folder / name, folder / "good.html"
    bad.write_bytes(data)
    good.write_text(GOOD, encoding="utf-8")
    with Isolated() as reader:
        with pytest.raises(ArticleError) as error:
            reader.read(bad.read_bytes(), bad.suffix, str(bad))
        assert reader.read(good.read_bytes(), ".html", "good").blocks[0].text == "茶园"
    message = str(error.value)
    assert str(bad) in message
    assert "\n" not in message
    return message


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = word({"word/media/image1.png": b"\0" * (limits.MAX_UNPACKED + 1)})
    assert "unpacks to" in refused(tmp_path, "bomb.docx", bomb)


def test_what_takes_too_much_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READER_MEMORY", 150 * limits.MEGABYTE)
    bomb = word(body("<w:p/>" * 200_000))
    assert "too much memory" in refused(tmp_path, "wide.docx", bomb)


def test_an_endless_pdf_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READER_CPU", 1)
    endless = pdf(100_000, "BT /F 9 Tf 50 700 Td " + "(word) Tj " * 2_000 + "ET")
    assert "takes too long" in refused(tmp_path, "endless.pdf", endless)


def test_a_reader_that_waits_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READER_WAIT", 0.5)
    endless = pdf(100_000, "BT /F 9 Tf 50 700 Td " + "(word) Tj " * 2_000 + "ET")
    with Isolated() as reader, pytest.raises(ArticleError, match="takes too long"):
        reader.read(endless, ".pdf", "endless.pdf")


def test_a_reader_that_cannot_be_started_is_one_clear_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with Isolated() as reader, pytest.raises(ArticleError, match=r"a\.html cannot be read.*try again"):
        reader.read(GOOD.encode(), ".html", "a.html")


def test_more_text_than_an_article_has_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READER_OUTPUT", 10_000)
    assert "far more text" in refused(tmp_path, "long.html", b"<p>word " * 9_000)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul", "font"])
def test_html_nested_a_hundred_thousand_times_is_read_or_refused(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<p>On top.</p>{f'<{tag}>' * 100_000}deep", encoding="utf-8")
    try:
        said = load(path).text
    except ArticleError as error:
        said = str(error)
    assert "On top." in said or "nested too deep" in said


def test_tables_in_tables_of_a_word_document_are_read_or_refused(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000
    assert refused(tmp_path, "deep.docx", word(body(deep)))


def test_entities_that_grow_are_not_followed(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    xml = f'<!DOCTYPE d [<!ENTITY e0 "ha">{entities}]><w:document xmlns:w="w">&e11;</w:document>'
    assert refused(tmp_path, "laughs.docx", word({"word/document.xml": xml.encode()}))


def test_a_document_cannot_fetch_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    xml = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><html><p>茶园的面积。&e;</p></html>'
    path = tmp_path / "fetch.html"
    path.write_text(xml, encoding="utf-8")
    assert "the secret" not in load(path).text


@pytest.mark.parametrize(("name", "most"), [("large.pdf", "200"), ("large.html", "200"), ("large.txt", "20")])
def test_a_file_of_500_mb_is_refused_before_it_is_read(tmp_path: Path, name: str, most: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(500 * limits.MEGABYTE)
    with pytest.raises(ArticleError, match=f"has 500 MB, and at most {most} are read"):
        load(tmp_path / name)


def test_a_text_of_too_many_characters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1_000)
    (tmp_path / "long.txt").write_text("茶园。" * 400, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"has 1,200 characters, and at most 1,000"):
        load(tmp_path / "long.txt")


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\u202eb", "茶\x07园"])
def test_a_name_that_a_terminal_would_obey_is_shown_without_that(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text("茶园的面积是320亩。", encoding="utf-8")
    assert load(path).id.isprintable()
    with pytest.raises(ArticleError) as error:
        load(tmp_path / f"{name}.md")
    assert str(error.value).isprintable()


def test_a_path_through_other_folders_gives_an_id_without_them(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("茶园的面积是320亩。", encoding="utf-8")
    assert load(tmp_path / ".." / tmp_path.name / "news.txt").id == "news"


def test_a_key_in_the_environment_is_not_handed_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    with Isolated() as reader:
        reader.read(GOOD.encode(), ".html", "good")
        assert reader._process
        environment = Path(f"/proc/{reader._process.pid}/environ")
        assert not environment.exists() or b"sk-secret" not in environment.read_bytes()


def test_many_files_share_one_process_that_ends_with_the_last(tmp_path: Path, started: list[Process]) -> None:
    paths = [tmp_path / f"{n}.html" for n in range(3)]
    for path in paths:
        path.write_text(GOOD, encoding="utf-8")
    assert [article.id for article in load_all(paths)] == ["0", "1", "2"]
    assert [process.poll() is not None for process in started] == [True]


@pytest.mark.parametrize("ending", ["txt", "md"])
def test_plain_text_starts_no_process(tmp_path: Path, started: list[Process], ending: str) -> None:
    path = tmp_path / f"tea.{ending}"
    path.write_text("茶园的面积是320亩。", encoding="utf-8")
    assert load(path).id == "tea"
    assert not started


@pytest.mark.parametrize(
    "text", ["“Tea” – 320 mu, said the café’s keeper – in May…", "茶园的面积是320亩，在山的北坡。"]
)
def test_utf_8_with_a_broken_byte_is_not_taken_for_another_encoding(text: str) -> None:
    assert decode(text.encode() + b"\xff and more.") is None
