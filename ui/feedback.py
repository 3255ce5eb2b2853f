"""What visitors think of answers, kept as JSON Lines: one object for each thumb, with the evidence it is about."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(max_length=20_000)]


class Evidence(BaseModel):
    """The words that an answer cites, and where they stand."""

    model_config = ConfigDict(extra="ignore")

    article_id: Text
    section: Text
    paragraph: int
    start: int
    end: int
    quote: Text
    translation: Text | None = None


class Short(BaseModel):
    """The short answer that was shown."""

    model_config = ConfigDict(extra="ignore")

    text: Text


class Rating(BaseModel):
    """One thumb, up where `good`, with an optional word of the visitor; the other fields are those of the Answer."""

    model_config = ConfigDict(extra="ignore")

    id: Annotated[str, Field(max_length=64)]
    good: bool
    word: Annotated[str, Field(max_length=1_000)] = ""
    question: Annotated[str, Field(max_length=2_000)]
    understood: Text
    language: Annotated[str, Field(pattern="^(zh|en)$")]
    text: Text
    answered: bool
    short: Short | None
    confidence: float
    citations: Annotated[tuple[Evidence, ...], Field(max_length=100)]
    mode: Text
    model: Text | None
    fingerprint: Text


class Feedback:
    """A file that ratings are added to; its folder is made with the first of them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def add(self, rating: Rating) -> None:
        """Write one line; OSError where the file cannot be written."""
        line = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **rating.model_dump()}
        with self._lock:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab+") as file:
                # Somebody may have been killed while writing: this line is not to be lost with that one.
                if file.tell() and (file.seek(-1, os.SEEK_END), file.read())[1] != b"\n":
                    file.write(b"\n")
                file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
