"""A server on loopback that shows another under a path, as nginx does with `location /yinju/`."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

PREFIX = "/yinju"
_OWN = ("connection", "date", "server", "transfer-encoding")  # headers of one hop


class Proxy(ThreadingHTTPServer):
    """Passes on what is asked under PREFIX, without it, and knows nothing else."""

    daemon_threads = True
    behind = ""  # host and port

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)


@contextmanager
def proxied(site: str) -> Iterator[str]:
    """The address under which the site is seen."""
    with Proxy() as proxy:
        proxy.behind = urlsplit(site).netloc
        thread = Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{proxy.server_port}{PREFIX}"
        proxy.shutdown()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Proxy

    def _pass_on(self) -> None:
        if not self.path.startswith(f"{PREFIX}/") and self.path != PREFIX:
            self.send_error(404)
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        behind = HTTPConnection(self.server.behind)
        behind.request(self.command, self.path.removeprefix(PREFIX) or "/", body, dict(self.headers))
        response = behind.getresponse()
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in _OWN:
                self.send_header(name, value)
        self.end_headers()
        try:
            while piece := response.read1(65_536):
                self.wfile.write(piece)
        except OSError:
            pass  # the visitor has gone
        finally:
            behind.close()

    do_GET = do_POST = _pass_on  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
