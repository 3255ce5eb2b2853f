from base64 import b64encode
from typing import get_args

import pytest

from corpus.errors import Fault
from ui import labels
from ui.intake import MAX_BYTES, MAX_CHARACTERS, read_file, read_text
from ui.labels import Label
from ui.shelf import ShelfError


def encoded(data: bytes) -> str:
    return b64encode(data).decode()


def test_a_file_becomes_an_article_called_by_its_name() -> None:
    article = read_file("mill.v2.TXT", encoded("磨坊建于1790年。".encode("gbk")))
    assert (article.id, article.text) == ("mill.v2", "磨坊建于1790年。")


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "C:\\secret\\passwd.txt", "/etc/passwd.txt", "pass\x00wd.txt"]
)
def test_a_name_cannot_name_a_folder(name: str) -> None:
    assert read_file(name, encoded(b"Some words.")).id == "passwd"


@pytest.mark.parametrize("name", ["song.mp3", "article", ".txt", ""])
def test_other_kinds_are_refused_with_those_that_are_read(name: str) -> None:
    with pytest.raises(ShelfError, match=r"\.docx"):
        read_file(name, encoded(b"x"))


def test_a_refusal_of_the_reader_names_the_file_and_no_folder_of_the_server() -> None:
    with pytest.raises(ShelfError, match=r"^a\.pdf") as refused:
        read_file("a.pdf", encoded(b"x"))
    assert "/" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.pdf", b"x", "damaged"),
        ("a.docx", b"x", "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked"),
        ("a.txt", b"\x00\x01\x02" * 50, "binary"),
        ("a.md", b"# Heading", "empty"),
    ],
)
def test_a_refusal_of_the_reader_is_chinese_on_the_chinese_page(name: str, data: bytes, fault: Fault) -> None:
    with pytest.raises(ShelfError) as refused:
        read_file(name, encoded(data))
    assert refused.value.label == Label(labels.UNREADABLE[fault].format(name), str(refused.value))


def test_every_fault_of_a_file_has_its_line() -> None:
    assert set(labels.UNREADABLE) == set(get_args(Fault)) - {""}


def test_what_is_too_large_too_long_empty_or_broken_is_refused() -> None:
    with pytest.raises(ShelfError, match="10 MB"):
        read_file("a.txt", "A" * (MAX_BYTES * 4 // 3 + 8))
    with pytest.raises(ShelfError, match="400,000"):
        read_file("a.txt", encoded(b"word " * (MAX_CHARACTERS // 4)))
    with pytest.raises(ShelfError, match=labels.NOTHING_PASTED.en):
        read_text("Title", " \n")
    with pytest.raises(ShelfError, match=labels.UPLOAD_BROKEN.en):
        read_file("a.txt", "no base64")
