"""Fields of a notice: a label and behind a colon what it is the label of, and questions that ask just for one.

Patterns read the sentence as `fold_aligned` gives it; offsets hold for the sentence as printed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.fold import fold, fold_aligned
from rag.types import Language

_MARKER = r"(?:[-*•·] |[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．)）、] ?)?"
_STOPS = ",，;；。!！?？(（"
_FIELD = re.compile(
    rf"(?:^|(?<=[,，;；。])) ?{_MARKER}(?P<label>[^\W\d][^:：{_STOPS})）\"“”]{{0,30}}?) ?"
    r"(?:[(（][^()（）]*[)）])?[:：](?!//) ?"
    rf"(?P<value>[^{_STOPS}\n]+?)(?=\.?\s*$|\s*[{_STOPS}]|\. )"
)
# Of an address all parts are its value, up to the next field.
_ADDRESS = re.compile(r"\b(?:address|birthplace|place of \w+|headquarters)$")
_PARTS = re.compile(r"(?:, [^,;:()\n]+(?=$|[,;(\n]))*")
_REST = re.compile(rf"\s*[,，;；] ?((?:[^{_STOPS}:：。\n]|[:：](?=\d\d))+)(?=$|[{_STOPS}。\n])")
_PHONE = 6  # digits from which on they are a number to call
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:请问,?)?(?P<name>[^,?。的]{1,12}?)(?:号码?)?(?:到底|究竟)?(?:(?:是|为|在|有)?(?:多少|什么|谁|哪里|哪儿|哪天|几号|几点|何时"
        r"|什么时[候间]|什么地方))[?]?"
    ),
    "en": re.compile(
        r"(?:and )?(?:what|who|when|where)(?:['’]s| is| are) (?:the |your |our )?(?P<name>[\w’' -]{2,40}?)[?]?"
    ),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A folded label, and where its value stands."""

    label: str
    start: int
    end: int


def fields(text: str) -> Iterator[Field]:
    """The fields of a sentence.

    >>> [ (one.label, "电话：0791-5520186（工作日），联系人：邹老师。"[one.start : one.end]) for one in
    ...   fields("电话：0791-5520186（工作日），联系人：邹老师。") ]
    [('电话', '0791-5520186'), ('联系人', '邹老师')]
    """
    folded = fold_aligned(text)
    for match in _FIELD.finditer(folded):
        label, (start, end) = fold(match["label"]), match.span("value")
        if _ADDRESS.search(label) and (parts := _PARTS.match(folded, end)):
            end = start + len(folded[start : parts.end()].rstrip(". "))
        yield Field(label, start, end)


def label_of_item(text: str) -> str:
    """The folded label that a text begins with behind its number or bullet; empty where there is none.

    >>> label_of_item("3. 科技类（8—16岁）：机器人、无人机"), label_of_item("1. Best plot: a spade.")
    ('科技类', 'best plot')
    """
    match = _FIELD.match(fold_aligned(text))
    return fold(match["label"]) if match else ""


def field_asked(question: str, language: Language) -> str:
    """The folded name of the only thing that a question asks for; empty where it says more, or asks otherwise.

    >>> field_asked("电话是多少？", "zh"), field_asked("Who is the contact?", "en"), field_asked("怎么打？", "zh")
    ('电话', 'contact', '')
    """
    match = _ASKS[language].fullmatch(fold(question).strip())
    return match["name"].strip() if match else ""


def is_of(name: str, field: Field) -> bool:
    """Whether a field is what a folded name, or the last words of its label, call it."""
    return field.label == name or (field.label.endswith(name) and (not name.isascii() or f" {name}" in field.label))


def value_of(name: str, text: str) -> Field | None:
    """The only field of a sentence that a folded name calls; first the one with just that label."""
    found = [one for one in fields(text) if name and is_of(name, one)]
    found = [one for one in found if one.label == name] or found
    return found[0] if len(found) == 1 else None


def goes_on(field: Field, text: str) -> bool:
    """Whether the value of a field is only the first of several: 高峰6分钟，平峰10分钟.

    >>> [goes_on(next(fields(one)), one) for one in ("间隔：高峰6分钟，平峰10分钟", "电话：0791-5520186，工作日9点起")]
    [True, False]
    """
    rest = _REST.match(fold_aligned(text), field.end)
    own, next_ = _digits(text[field.start : field.end]), _digits(rest[1]) if rest else 0
    return min(own, next_) > 0 and (own < _PHONE) == (next_ < _PHONE)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))
