import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rag.errors import AddressError
from ui.__main__ import address, listen, main


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
