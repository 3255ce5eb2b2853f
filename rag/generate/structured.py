"""One field asked of a language model: as JSON where its provider has structured output, else in plain words.

Only short replies are asked for so, such as a follow-up made whole. The answer itself stays plain text with marks: it
is shown and checked sentence by sentence while it comes, for which a list of records in JSON has no use, and what it
marks is checked all the same.
"""

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import Any

from rag.generate.faults import FaultError, Reason
from rag.generate.model import reply

Schema = Mapping[str, Any]  # JSON Schema of an object
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
# What may come of the request for structure alone; any other fault would befall the plain request too.
_PLAIN_MAY_DO: frozenset[Reason] = frozenset({"failed", "empty", "cut"})


def schema(name: str, about: str, choices: Sequence[str] = ()) -> Schema:
    """The schema of an object with one field of text, by that name; `choices` are what may stand in it."""
    field = {"type": "string", "description": about} | ({"enum": list(choices)} if choices else {})
    whole = {"type": "object", "properties": {name: field}, "required": [name], "additionalProperties": False}
    return {"title": name, "description": about, **whole}


def one_field(model: Any, messages: Sequence[Any], wanted: Schema, seconds: float) -> str:
    """What the model writes into the field of `wanted`, or says in plain words, within `seconds` in all.

    Whether the provider has structured output its profile says
    (https://docs.langchain.com/oss/python/langchain/models#model-profiles). Raises FaultError as `reply` does.
    """
    deadline, (name,) = monotonic() + seconds, wanted["properties"]
    if (getattr(model, "profile", None) or {}).get("structured_output"):
        try:
            if said := "".join(reply(_structured(model, wanted), messages, seconds)):
                return _value(said, name)
        except FaultError as fault:
            if fault.reason not in _PLAIN_MAY_DO:
                raise
    return _value("".join(reply(model, messages, deadline - monotonic())), name)


def _structured(model: Any, wanted: Schema) -> Any:
    """The model with the schema, saying JSON as one message, whichever way its provider gives structure."""
    from langchain_core.messages import AIMessage

    def message(found: Mapping[str, Any]) -> Any:
        if not found.get("parsed"):
            return found["raw"]
        return AIMessage(json.dumps(found["parsed"], ensure_ascii=False), response_metadata={"finish_reason": "stop"})

    return model.with_structured_output(dict(wanted), include_raw=True) | message


def _value(text: str, name: str) -> str:
    """The field of the JSON object in a reply; the reply itself where there is none.

    >>> _value('```json {"question": "How large is it?"} ```', "question"), _value("How large is it?", "question")
    ('How large is it?', 'How large is it?')
    """
    with suppress(ValueError, KeyError, TypeError):
        found = json.loads(_OBJECT.search(text)[0])[name]  # type: ignore[index]  # there may be none
        return found if isinstance(found, str) else text
    return text
