"""Front matter: the fields between two lines of `---` with which a Markdown file may begin."""

import re
from collections.abc import Sequence

from corpus.imprint import Imprint, day_in, name_in, title_in

_FRONT = re.compile(r"\ufeff?---[ \t]*\n((?:(?:\w[\w.-]*[ \t]*:.*|[ \t#-].*|)\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(\w[\w.-]*)[ \t]*:[ \t]*(.*)")
_DATE = ("date", "published", "published_time", "pubdate", "publishdate", "发布日期", "发布时间", "日期")
_SOURCE = ("source", "publication", "newspaper", "publisher", "来源", "报纸")
_TITLE = ("title", "标题")


def parted(text: str) -> tuple[Imprint, str, str]:
    """What the front matter of a text says of its publication, the title there, and the text without it.

    >>> parted("---\\ntitle: Tea\\ndate: 2024-03-05\\n---\\nThe harvest.")
    (Imprint(date=datetime.date(2024, 3, 5), source=''), 'Tea', 'The harvest.')
    """
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    if not front:
        return Imprint(), "", text
    fields = {match[1].lower(): match[2].strip() for line in front[1].split("\n") if (match := _FIELD.fullmatch(line))}
    if not fields:
        return Imprint(), "", text
    imprint = Imprint(day_in(_value(fields, _DATE)), name_in(_value(fields, _SOURCE)))
    return imprint, title_in(_value(fields, _TITLE)), text[front.end() :]


def _value(fields: dict[str, str], names: Sequence[str]) -> str:
    """The first of the fields that is filled, without quotation marks around it."""
    value = next(filter(None, map(fields.get, names)), "")
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"" else value
