"""`python -m ui`: serve the page."""

import argparse
import asyncio
import atexit
import errno
import logging
import os
import re
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import uvicorn

from rag.errors import AddressError, RagError
from rag.options import add_article_option
from ui import app, labels, tools
from ui.app import Options
from ui.desk import AT_ONCE, MOST_AT_ONCE, WAITING, Desk
from ui.users import Users

if TYPE_CHECKING:
    from fastapi import FastAPI

STOPPED, BAD_INPUT = 0, 2
GRACE = 5  # seconds that running answers have when the server is to stop


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; the exit status is 0 after Ctrl-C or SIGTERM, 2 for bad usage or bad input."""
    chosen = parser().parse_args(arguments)
    try:
        with listen(chosen.host, chosen.port) as listener:
            run(listener, _application(chosen, options_of(chosen, listener)))
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return STOPPED
    return STOPPED


def parser() -> argparse.ArgumentParser:
    """The command line."""
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
    parser.add_argument("--mcp", action="store_true", help="let language models ask at /mcp (Model Context Protocol)")
    _add_deployment(parser)
    return parser


def _add_deployment(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("for other people")
    group.add_argument("--root-path", type=_path, default="", metavar="/PATH", help="path under which a proxy shows it")
    group.add_argument(
        "--allow-host", nargs="+", action="extend", default=[], metavar="NAME", help="names that it may be asked under"
    )
    group.add_argument("--users", type=Path, metavar="FILE", help="who may use it (a line: python -m ui.users NAME)")
    group.add_argument(
        "--at-once",
        type=partial(_count, most=MOST_AT_ONCE),
        default=AT_ONCE,
        metavar="N",
        help="questions answered at the same time (default %(default)s)",
    )
    group.add_argument(
        "--waiting",
        type=partial(_count, most=10_000),
        default=WAITING,
        metavar="N",
        help="how many more wait; others are told to come back (default %(default)s)",
    )


def options_of(chosen: argparse.Namespace, listener: socket.socket) -> Options:
    """The options that the page is built with. Raises UsersError or SettingsError."""
    if chosen.mcp:
        tools.require()
    return Options(
        root_path=chosen.root_path,
        hosts=_hosts(chosen.host, chosen.allow_host, listener),
        users=Users.read(chosen.users) if chosen.users else None,
        at_once=chosen.at_once,
        waiting=chosen.waiting,
        mcp=chosen.mcp,
    )


def _hosts(host: str, allowed: Sequence[str], listener: socket.socket) -> tuple[str, ...]:
    """The names it may be asked under: those of this machine where it serves no other, and those allowed.

    Any name where it serves others and none is given, because nobody here knows what they call it.
    """
    if not allowed and not ip_address(listener.getsockname()[0]).is_loopback:
        return ()
    return tuple(dict.fromkeys(("localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host, *allowed)))


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; ports are 0 to 65535")
    return int(text)


def _count(text: str, most: int) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} will not do; give a number from 1 to {most}")
    return int(text)


def _path(text: str) -> str:
    if not re.fullmatch(r"(/[\w.~-]+)*/?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a path such as /yinju")
    return text.rstrip("/")


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


def _application(chosen: argparse.Namespace, options: Options) -> "FastAPI":
    from rag.assistant import Assistant
    from rag.progress import shown

    paths = chosen.article
    with shown("Indexing") as progress:
        assistant = Assistant.from_files(paths, progress=progress) if paths else Assistant(progress=progress)
    return app.build(assistant, () if paths else labels.EXAMPLES, chosen.feedback, options)


class _Server(uvicorn.Server):
    """Lets running answers end, for GRACE seconds at most, and then stops without ado: what an open page still waits
    for ends with it, and that is no error to report.
    """

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        for name in ("uvicorn.error", "ui"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        super().handle_exit(sig, frame)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        until = monotonic() + GRACE
        while self._desk.running and not self.force_exit and monotonic() < until:
            await asyncio.sleep(0.05)
        await super().shutdown(sockets)


def run(listener: socket.socket, application: "FastAPI") -> None:
    """Tell the address and serve there until SIGINT or SIGTERM, which ends in KeyboardInterrupt."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    root_path = application.state.root_path
    config = uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=1, root_path=root_path)
    print(f"Open {address(listener)} in a browser; Ctrl-C stops.", flush=True)
    _Server(config, application.state.desk).run(sockets=[listener])


def leave(status: int) -> NoReturn:
    """End the process at once, when all is done that is registered for its end.

    Threads that compute for nobody any more, and the taking apart of a large heap, are not waited for.
    """
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def address(listener: socket.socket) -> str:
    """Where a browser finds what listens there."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if listener.family == socket.AF_INET6 else f"http://{host}:{port}"


if __name__ == "__main__":
    leave(main())
