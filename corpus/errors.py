"""The root of the project's errors, and the one family this package raises.

The whole tree is drawn in `rag.errors`.
"""


class RagError(Exception):
    """Anything this project reports to its user: what happened, and what to do next, in one line."""


class ArticleError(RagError):
    """An article cannot be read: it is missing, empty, not text, or of a kind that is not read."""
