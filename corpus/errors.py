"""The root of the project's errors, and the one family this package raises.

The whole tree is drawn in `rag.errors`.
"""

from typing import Literal


class RagError(Exception):
    """Anything this project reports to its user: what happened, and what to do next, in one line."""


Fault = Literal["", "binary", "broken", "damaged", "empty", "encoding", "large", "locked", "pictures", "slow"]


class ArticleError(RagError):
    """An article cannot be read: it is missing, empty, not text, or of a kind that is not read.

    `fault` names what is wrong with a file, for a page that says it in another language; "" where it is nothing usual.
    """

    def __init__(self, message: str, fault: Fault = "") -> None:
        super().__init__(message)
        self.fault = fault
