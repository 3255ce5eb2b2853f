"""Every error that a user of the project can meet.

RagError                  anything reported to the user; one line: what happened, and what to do next
├── ArticleError          an article cannot be read (raised by `corpus`)
├── QuestionError         a question cannot be answered as it stands: empty, too long, another language
├── SettingsError         a setting is unknown or has a bad value
├── ModelError            a model cannot be loaded
├── IndexFolderError      the index folder cannot be written
├── IndexServerError      the Chroma server does not answer as it should
└── AddressError          the page cannot be served at the address asked for
"""

from corpus.errors import ArticleError, RagError

__all__ = [
    "AddressError",
    "ArticleError",
    "IndexFolderError",
    "IndexServerError",
    "ModelError",
    "QuestionError",
    "RagError",
    "SettingsError",
]


class QuestionError(RagError):
    """A question cannot be answered as it stands: it is empty, too long, or in a language that is not read."""


class SettingsError(RagError):
    """A setting is unknown or has a value that cannot be used."""


class ModelError(RagError):
    """A model cannot be loaded."""


class IndexFolderError(RagError):
    """The index folder cannot be written."""


class IndexServerError(RagError):
    """The Chroma server does not answer as it should."""


class AddressError(RagError):
    """The page cannot be served at the address asked for."""
