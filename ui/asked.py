"""What programs may ask, as it is checked and documented at every door for them."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, ValidationError

from rag.language import MAX_QUESTION

MOST_TURNS = 40  # messages of a conversation that an assistant is told of
LONGEST_TURN = 20_000  # characters
MOST_PASSAGES = 50


class Turn(BaseModel):
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    content: Annotated[str, Field(max_length=LONGEST_TURN)]


Question = Annotated[str, Field(max_length=MAX_QUESTION, description="in Chinese or English")]
History = Annotated[
    list[Turn], Field(max_length=MOST_TURNS, description="the conversation so far, oldest first, for follow-ups")
]
Passages = Annotated[int, Field(ge=1, le=MOST_PASSAGES, description="how many passages")]


class Ask(BaseModel):
    """A question, with the conversation that it belongs to."""

    question: Question
    history: History = []

    def turns(self) -> list[dict[str, str]]:
        """The history as an assistant takes it."""
        return [turn.model_dump() for turn in self.history]


class Search(BaseModel):
    """A question whose nearest passages are looked for."""

    question: Question
    k: Passages = 5


def line(error: ValidationError | Any) -> str:
    """The first thing that is wrong with a request, in one line; `error` has pydantic's `errors()`."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    return f"{where or 'request'}: {first['msg']}."
