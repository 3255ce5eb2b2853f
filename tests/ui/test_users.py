from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.ui.conftest import PATIENCE, ask, open_page, served
from ui.users import Users, UsersError, line, main

ANNE = ("anne", "correct horse 马")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("users") / "users.txt"
    path.write_text(f"# who may ask\n\n{line(*ANNE)}\n{line('王山', 'staple battery')}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def closed(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that only the users may use."""
    thumbs = tmp_path_factory.mktemp("closed") / "feedback.jsonl"
    with served(str(thumbs), "--users", str(file), "--mcp") as address:
        yield address


def test_a_password_fits_its_own_user_only(file: Path) -> None:
    known = Users.read(file)
    assert known.admits(*ANNE)
    assert known.admits("王山", "staple battery")
    for name, password in (("王山", ANNE[1]), ("anne", ""), ("anne", ANNE[1] + " "), ("nobody", ANNE[1]), ("", "")):
        assert not known.admits(name, password)


def test_only_a_password_that_proved_right_is_remembered(file: Path) -> None:
    known = Users.read(file)
    assert not known.admits("anne", "wrong password")
    assert not known.remembers("anne", "wrong password")
    assert not known.remembers(*ANNE)
    assert known.admits(*ANNE)
    assert known.remembers(*ANNE)


def test_the_file_never_holds_a_password_and_no_two_lines_are_alike() -> None:
    assert ANNE[1] not in line(*ANNE)
    assert line(*ANNE) != line(*ANNE)


@pytest.mark.parametrize("content", ["", "# nobody\n", "anne:secret\n", "anne:scrypt:1:1:1:AAAA:AAAA\n", ":x\n"])
def test_a_file_without_users_is_one_line_that_says_how_to_make_one(tmp_path: Path, content: str) -> None:
    (tmp_path / "users.txt").write_text(content)
    with pytest.raises(UsersError, match=r"python -m ui\.users NAME"):
        Users.read(tmp_path / "users.txt")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsersError, match=r"none\.txt cannot be read"):
        Users.read(tmp_path / "none.txt")


def test_the_command_makes_a_line_of_what_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{ANNE[1]}\n"))
    assert main([ANNE[0]]) == 0
    (tmp_path / "users.txt").write_text(capsys.readouterr().out, encoding="utf-8")
    assert Users.read(tmp_path / "users.txt").admits(*ANNE)


@pytest.mark.parametrize(("name", "password"), [("an:ne", "long enough"), ("#a", "long enough"), ("anne", "short")])
def test_what_cannot_be_a_user_is_refused(
    name: str, password: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(password))
    assert main([name]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("path", ["/", "/config", "/openapi.json", "/gradio_api/info", "/mcp", "/api/ask", "/nothing"])
@pytest.mark.parametrize("auth", [None, ("anne", "wrong password"), ("nobody", ANNE[1])])
def test_nothing_is_shown_without_a_login(closed: str, path: str, auth: tuple[str, str] | None) -> None:
    response = httpx.get(closed + path, auth=auth, timeout=PATIENCE / 1000)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Basic ")


@pytest.mark.parametrize("header", ["Basic", "Basic !", "Basic /w==", "Bearer abc", "basic YW5uZQ=="])
def test_a_login_that_is_none_is_refused(closed: str, header: str) -> None:
    assert httpx.get(closed, headers={"Authorization": header}, timeout=PATIENCE / 1000).status_code == 401


def test_page_and_api_answer_a_user(closed: str) -> None:
    with httpx.Client(base_url=closed, auth=httpx.BasicAuth(*ANNE), timeout=PATIENCE / 1000) as client:
        assert client.get("/").status_code == 200
        assert client.post("/api/ask", json={"question": "ferry"}).json()["answered"]


def test_a_user_logs_in_to_the_page(browser: Browser, closed: str) -> None:
    context = browser.new_context(http_credentials={"username": ANNE[0], "password": ANNE[1]}, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = open_page(context, closed)
    ask(page, "ferry")
    expect(page.locator(".answer .text")).to_contain_text("It carried forty people")
    context.close()
