import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from rag.errors import AddressError
from ui.__main__ import address, listen, main, options_of, parser


@pytest.fixture
def taken() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield str(listener.getsockname()[1])


def test_a_busy_port_is_one_line_that_names_the_setting(taken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", taken]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert all(word in printed.err for word in (taken, "in use", "--port"))


def test_a_missing_article_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", "0", "--article", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "http", ""])
def test_a_port_that_cannot_be_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([f"--port={port}"])
    assert "ports are 0 to 65535" in capsys.readouterr().err


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(AddressError, match="--host"):
        listen("192.0.2.1", 0)


def test_the_address_of_an_ipv6_listener_can_be_opened() -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:
        assert address(listener).startswith("http://[::1]:")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--root-path=yinju", "/yinju"),
        ("--root-path=/a//b", "/yinju"),
        ("--at-once=0", "1 to 16"),
        ("--at-once=17", "1 to 16"),
        ("--waiting=x", "1 to 10000"),
    ],
)
def test_an_option_that_cannot_be_is_refused(option: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([option])
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--host=127.0.0.1"], {"localhost", "127.0.0.1", "[::1]"}),
        (["--host=::1"], {"localhost", "127.0.0.1", "[::1]"}),
        (["--allow-host", "a.example"], {"localhost", "127.0.0.1", "[::1]", "a.example"}),
        (["--host=0.0.0.0"], set()),
        (["--host=0.0.0.0", "--allow-host=a.example"], {"localhost", "127.0.0.1", "[::1]", "0.0.0.0", "a.example"}),
    ],
)
def test_the_names_it_may_be_asked_under(arguments: list[str], names: set[str]) -> None:
    chosen = parser().parse_args(["--port=0", *arguments])
    with listen(chosen.host, chosen.port) as listener:
        assert set(options_of(chosen, listener).hosts) == names


def test_a_name_that_is_not_of_this_machine_is_refused_everywhere(site: str) -> None:
    for path in ("/", "/api/ask", "/gradio_api/info"):
        refused = httpx.get(site + path, headers={"Host": "evil.example"})
        assert (refused.status_code, refused.text) == (400, "Invalid host header")
    assert httpx.get(site, headers={"Host": "localhost:7860"}).status_code == 200


@pytest.mark.parametrize(("question", "ends"), [("a while ferry", True), ("slow", False)])
def test_an_answer_under_way_ends_before_the_server_does_unless_it_takes_too_long(
    question: str, ends: bool, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.ui.fake", str(tmp_path / "feedback.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().split()[1]
        with httpx.stream("POST", f"{address}/api/ask/stream", json={"question": question}, timeout=60) as reply:
            lines = reply.iter_lines()
            assert next(lines) == "event: draft"
            server.send_signal(signal.SIGTERM)
            said = list(ended(lines))
        _, errors = server.communicate(timeout=60)
    assert ("event: answer" in said) == ends
    assert (server.returncode, errors) == (0, "")


def ended(lines: Iterator[str]) -> Iterator[str]:
    """The lines until the server goes away."""
    with suppress(httpx.RemoteProtocolError):
        yield from lines


@pytest.mark.parametrize(
    ("module", "stop"), [(("ui", "--port", "0"), signal.SIGINT), (("tests.ui.fake", "none.jsonl"), signal.SIGTERM)]
)
def test_a_served_page_stops_cleanly_even_while_somebody_has_it_open(
    module: tuple[str, ...], stop: signal.Signals, browser: Browser
) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", *module], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        page = browser.new_page()
        page.goto(server.stdout.readline().split()[1])
        page.locator("#text article").wait_for()
        server.send_signal(stop)
        _, errors = server.communicate(timeout=30)
        page.close()
    assert (server.returncode, errors) == (0, "")
