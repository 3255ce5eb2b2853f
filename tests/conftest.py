"""No test reaches the network, the user's cache or the user's settings."""

import os
import re
import socket
from pathlib import Path
from typing import Any

import pytest

os.environ.update(ORT_DISABLE_TELEMETRY="1", GRADIO_ANALYTICS_ENABLED="False", TOKENIZERS_PARALLELISM="false")
_ADDRESS = re.compile(r"[\d.]+|[\da-f:]+")  # needs no looking up
_connect, _look_up = socket.socket.connect, socket.getaddrinfo


def _only_loopback(self: socket.socket, address: Any) -> None:
    if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
        raise AssertionError(f"a test reached for the network: {address}")
    _connect(self, address)


def _only_local_names(host: Any, *arguments: Any, **options: Any) -> Any:
    if host not in {None, "127.0.0.1", "::1", "localhost"} and not _ADDRESS.fullmatch(str(host)):
        raise AssertionError(f"a test looked up a host: {host}")
    return _look_up(host, *arguments, **options)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only loopback addresses can be looked up and connected to, as far as Python does it."""
    monkeypatch.setattr(socket.socket, "connect", _only_loopback)
    monkeypatch.setattr(socket, "getaddrinfo", _only_local_names)


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No RAG_ setting from outside; indexes go to one folder of this test run."""
    for name in [name for name in os.environ if name.startswith("RAG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RAG_INDEX_DIR", str(tmp_path_factory.getbasetemp() / "indexes"))


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new folder, which is the working directory as well."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
