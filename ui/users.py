"""Who may use the page: a file of names and scrypt hashes, checked by HTTP Basic. `python -m ui.users` makes a line."""

import argparse
import hmac
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from getpass import getpass
from hashlib import scrypt
from pathlib import Path
from secrets import token_bytes
from typing import NamedTuple

from rag.errors import RagError

# OWASP's password storage cheat sheet: scrypt with N=2^14, r=8, p=5 takes 16 MiB and about 0.2 s.
_COST, _BLOCK, _LANES = 2**14, 8, 5
_MEMORY = 64 * 2**20  # bytes
_COSTS = f"scrypt:{_COST}:{_BLOCK}:{_LANES}"
_NAME = r"[^\s:#][^\s:]*"
_LINE = re.compile(rf"({_NAME}):{_COSTS}:([\w+/]{{22}}==):([\w+/]{{86}}==)")
SHORTEST = 8  # characters of a password


class UsersError(RagError):
    """The file of users cannot be used."""


class _Record(NamedTuple):
    salt: bytes
    digest: bytes

    def fits(self, password: str) -> bool:
        return hmac.compare_digest(self.digest, _digest(password, self.salt))


class Users:
    """The users of a file. A password that has proved right once is known by a keyed digest, so that only the first
    request of a login costs the time of scrypt. Nothing of it is logged.
    """

    def __init__(self, records: dict[str, _Record]) -> None:
        self._records = records
        # An unknown name takes as long as a known one.
        self._nobody = _Record(token_bytes(16), token_bytes(64))
        self._key, self._proved = token_bytes(32), set[bytes]()

    @classmethod
    def read(cls, path: Path) -> "Users":
        """The users in a file of lines as `line` makes them; empty lines and those with # are passed over."""
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise UsersError(f"The users' file {path} cannot be read: check the path and its rights.") from None
        records: dict[str, _Record] = {}
        for number, text in enumerate(lines, start=1):
            if text.strip() and not text.startswith("#"):
                name, record = _parsed(text.strip(), f"{path}, line {number},")
                records[name] = record
        if not records:
            raise UsersError(f"There is no user in {path}: add one with python -m ui.users NAME >> {path}")
        return cls(records)

    def remembers(self, name: str, password: str) -> bool:
        """Whether this password of this user has proved right before."""
        return self._tag(name, password) in self._proved

    def admits(self, name: str, password: str) -> bool:
        """Whether the password is this user's; takes about 0.2 s of processor time."""
        right = self._records.get(name, self._nobody).fits(password)
        if right:
            self._proved.add(self._tag(name, password))
        return right

    def _tag(self, name: str, password: str) -> bytes:
        return hmac.digest(self._key, f"{name}:{password}".encode(errors="surrogatepass"), "sha256")


def line(name: str, password: str) -> str:
    """A line of the file: name, scheme, its costs, salt and digest."""
    salt = token_bytes(16)
    salt64, digest64 = (b64encode(part).decode() for part in (salt, _digest(password, salt)))
    return f"{name}:{_COSTS}:{salt64}:{digest64}"


def _digest(password: str, salt: bytes) -> bytes:
    secret = password.encode(errors="surrogatepass")
    return scrypt(secret, salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY)


def _parsed(text: str, where: str) -> tuple[str, _Record]:
    match = _LINE.fullmatch(text)
    if not match:
        raise UsersError(f"{where} is no user: make the line with python -m ui.users NAME")
    return match[1], _Record(b64decode(match[2]), b64decode(match[3]))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the line of a user; 0, or 2 where name or password will not do."""
    parser = argparse.ArgumentParser(prog="python -m ui.users", description="Make a line of the file for --users.")
    parser.add_argument("name", help="name of the user, without a colon")
    name = parser.parse_args(arguments).name
    if not re.fullmatch(_NAME, name) or not name.isprintable():
        print("Error: a name has no spaces, no colon, and no # in front; choose another.", file=sys.stderr)
        return 2
    password = getpass(f"Password of {name}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if len(password) < SHORTEST:
        print(f"Error: a password has at least {SHORTEST} characters; choose another.", file=sys.stderr)
        return 2
    print(line(name, password))
    return 0


if __name__ == "__main__":
    sys.exit(main())
