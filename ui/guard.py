"""What every request passes before it reaches page, API or tools: its host and its login."""

from base64 import b64decode
from binascii import Error
from collections.abc import Sequence
from typing import TYPE_CHECKING

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response

from ui.users import Users

if TYPE_CHECKING:
    from fastapi import FastAPI

OPEN = ("/health",)  # tells whoever watches the server that it is up, and nothing else
_ASKS = {"WWW-Authenticate": 'Basic realm="yinju", charset="UTF-8"'}


def add_guard(application: "FastAPI", hosts: Sequence[str], users: Users | None) -> None:
    """Let in only what asks under one of the `hosts` (any where there are none) and is one of the `users`.

    No other site may read anything (CORS is closed, which also keeps Gradio from opening it).
    """
    application.add_middleware(CORSMiddleware, allow_origins=())
    if users:
        application.add_middleware(AuthenticationMiddleware, backend=_Login(users), on_error=_refused)
    if hosts:
        application.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)


class _Login(AuthenticationBackend):
    """HTTP Basic (RFC 7617)."""

    def __init__(self, users: Users) -> None:
        self._users = users
        self._one = CapacityLimiter(1)  # guessing takes one processor at most

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, SimpleUser] | None:
        if conn.scope["path"].removeprefix(conn.scope.get("root_path", "")) in OPEN:
            return None
        name, password = _credentials(conn.headers.get("authorization", ""))
        if not self._users.remembers(name, password):
            admitted = await run_sync(self._users.admits, name, password, limiter=self._one) if name else False
            if not admitted:
                raise AuthenticationError("Name and password, please.")
        return AuthCredentials(["authenticated"]), SimpleUser(name)


def _credentials(header: str) -> tuple[str, str]:
    """Name and password; both empty where there are none."""
    scheme, _, encoded = header.partition(" ")
    try:
        if scheme.lower() != "basic":
            return "", ""
        name, _, password = b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (Error, UnicodeDecodeError):
        return "", ""
    return name, password


def _refused(_: HTTPConnection, error: Exception) -> Response:
    return PlainTextResponse(str(error), 401, _ASKS)
