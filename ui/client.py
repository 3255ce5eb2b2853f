"""The endpoints of Gradio for programs: `/ask` and `/search`, as `gradio_client` calls them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from ui.asked import Ask, Search, line
from ui.desk import Desk
from ui.service import problem


class Endpoints:
    """One method for each endpoint; what is wrong with a request is a `gradio.Error` of one line."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, question: str, history: list[dict[str, str]] = []) -> dict[str, Any]:  # noqa: B006
        """Answer a question about the articles. Every [n] in "text" is the citation of that number.

        Parameters:
            question: in Chinese or English.
            history: the conversation so far, oldest first, as {"role": "user" or "assistant", "content": text}.

        Returns:
            the answer, with the fields of `Answer`.
        """
        with _told():
            asked = Ask.model_validate({"question": question, "history": history})
            return self._desk.ask(asked.question, asked.turns()).to_dict()

    def search(self, question: str, k: int = 5) -> list[dict[str, Any]]:
        """Find the passages nearest to a question, best first.

        Parameters:
            question: in Chinese or English.
            k: how many.

        Returns:
            the passages, with the fields of `Passage`.
        """
        with _told():
            asked = Search.model_validate({"question": question, "k": k})
            return [asdict(passage) for passage in self._desk.search(asked.question, asked.k)]


@contextmanager
def _told() -> Iterator[None]:
    from gradio.exceptions import Error

    try:
        yield
    except Exception as error:
        said = line(error) if isinstance(error, ValidationError) else problem(error)["en"]
        raise Error(said, print_exception=False) from None
