"""Servers of language models on loopback that speak the protocols of OpenAI and of Ollama, well and badly behaved."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

KEY = "sk-secret-of-the-user"


class Server(ThreadingHTTPServer):
    """Says what `says` makes of the messages, a character at a time, `reply` where nothing else is set.

    `manner` is how: well, cut, gone, slow, key, busy, missing, or plain, without structured output.
    """

    daemon_threads = True
    reply = ""
    manner = "well"

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.says: Callable[[list[dict[str, str]]], str] = lambda _: self.reply
        self.ended = Event()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def served() -> Iterator[Server]:
    """A server while it is needed."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.ended.set()
        server.shutdown()
        thread.join()


_REFUSED = {
    "key": (401, f"Incorrect API key provided: {KEY}"),
    "busy": (429, "quota"),
    "missing": (404, "no model"),
    "refused": (400, "response_format is not known here"),
}


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        manner = self.server.manner
        if manner == "plain" and ("format" in asked or "response_format" in asked):
            manner = "refused"
        if manner in _REFUSED:
            status, said = _REFUSED[manner]
            error: Any = said if "/api/" in self.path else {"message": said, "type": "error"}
            self._send(status, json.dumps({"error": error}).encode())
            return
        self.send_response(200)
        self.send_header("Connection", "close")  # or the client keeps a socket that nobody closes
        self.send_header("Content-Type", "text/event-stream" if "/v1/" in self.path else "application/x-ndjson")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if manner == "slow":
            self.server.ended.wait(60)
        reply = self.server.says(asked["messages"])
        parts = list(_openai(reply) if "/v1/" in self.path else _ollama(reply))
        for part in parts[: len(parts) // 3] if manner in ("cut", "gone") else parts:
            self._chunk(part)
        if manner != "gone":
            self._chunk("")
        self.close_connection = True

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Connection", "close")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _chunk(self, text: str) -> None:
        body = text.encode()
        self.wfile.write(f"{len(body):x}\r\n".encode() + body + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _openai(reply: str) -> Iterator[str]:
    common = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "tiny"}
    deltas: list[tuple[dict[str, str], str | None]] = [({"role": "assistant", "content": ""}, None)]
    deltas += [({"content": character}, None) for character in reply]
    for delta, reason in [*deltas, ({}, "stop")]:
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        yield f"data: {json.dumps({**common, 'choices': [choice]})}\n\n"
    yield "data: [DONE]\n\n"


def _ollama(reply: str) -> Iterator[str]:
    common = {"model": "tiny", "created_at": "2026-01-01T00:00:00Z"}
    for character in reply:
        yield json.dumps({**common, "message": {"role": "assistant", "content": character}, "done": False}) + "\n"
    last = {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"}
    yield json.dumps({**common, **last}) + "\n"
