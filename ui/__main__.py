"""`python -m ui`: serve the page."""

import argparse
import errno
import logging
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import uvicorn

from rag.errors import AddressError, RagError
from rag.options import add_article_option
from ui import app, labels

if TYPE_CHECKING:
    from fastapi import FastAPI

STOPPED, BAD_INPUT = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit status is 0 after Ctrl-C or SIGTERM, 2 for bad usage or bad input."""
    options = _parser().parse_args(arguments)
    try:
        with listen(options.host, options.port) as listener:
            _serve(listener, options.article, options.feedback)
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return STOPPED
    return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui", description="Serve the page for asking an article.")
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to serve at (default %(default)s: this machine only)"
    )
    parser.add_argument(
        "--port", type=_port, default=7860, help="port to serve at (default %(default)s; 0 takes a free one)"
    )
    add_article_option(parser)
    parser.add_argument(
        "--feedback",
        type=Path,
        metavar="FILE",
        help="keep thumbs here (default: feedback.jsonl in the user's data folder)",
    )
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; ports are 0 to 65535")
    return int(text)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at the address; AddressError, with what to do next, where that cannot be."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        raise AddressError(_advice(host, port, error.errno)) from error


def _advice(host: str, port: int, code: int | None) -> str:
    if code == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use by another program. Stop that one, or choose another with --port."
    if code == errno.EACCES:
        return f"Port {port} on {host} needs special rights. Choose one from 1024 up with --port."
    return f"{host} is not an address of this machine. Choose one with --host, such as 127.0.0.1."


def _serve(listener: socket.socket, paths: Sequence[Path] | None, feedback: Path | None) -> None:
    from rag.assistant import Assistant
    from rag.progress import shown

    with shown("Indexing") as progress:
        assistant = Assistant.from_files(paths, progress=progress) if paths else Assistant(progress=progress)
    run(listener, app.build(assistant, () if paths else labels.EXAMPLES, feedback))


class _Server(uvicorn.Server):
    """Stops without ado: what an open page still waits for ends with it, and that is no error to report."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        for name in ("uvicorn.error", "ui"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        super().handle_exit(sig, frame)


def run(listener: socket.socket, application: "FastAPI") -> None:
    """Tell the address and serve there until SIGINT or SIGTERM, which ends in KeyboardInterrupt."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    config = uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=1)
    print(f"Open {address(listener)} in a browser; Ctrl-C stops.", flush=True)
    _Server(config).run(sockets=[listener])


def address(listener: socket.socket) -> str:
    """Where a browser finds what listens there."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if listener.family == socket.AF_INET6 else f"http://{host}:{port}"


if __name__ == "__main__":
    sys.exit(main())
