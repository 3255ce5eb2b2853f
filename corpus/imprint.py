"""What an article says of its own publication: the day, and the newspaper or site.

It is taken only where it is stated as that: in the fields of a file that are meant for it, or in a line that is nothing
but a day beside a newspaper, a page number, or words such as "published" and 来源. A day counts where it is whole and
has one reading, and with a weekday where it was that; where two different ones are stated there is none.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

_LONGEST, _LONGEST_NAME, _LONGEST_TITLE = 100, 60, 300  # characters
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_YEAR, _DAY = r"(?<![\d.,])(?P<y>(?:19|20)\d\d)", r"(?P<d>\d{1,2})"
_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s?年\s?(?P<m>\d{{1,2}})\s?月\s?{_DAY}\s?[日号]",
        rf"{_YEAR}(?P<mark>[-/.])(?P<m>\d{{1,2}})(?P=mark){_DAY}(?!\d)",
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)?\s(?P<m>{_MONTH})\.?,?\s(?P<y>(?:19|20)\d\d)(?!\d)",
        rf"\b(?P<m>{_MONTH})\.?\s{_DAY}(?:st|nd|rd|th)?,?\s(?P<y>(?:19|20)\d\d)(?!\d)",
    )
)
_WEEKDAY = re.compile(
    r"(?:星期|周|礼拜)(?P<zh>[一二三四五六日天])|\b(?P<en>mon|tue|wed|thu|fri|sat|sun)(?:(?:s|nes|rs|ur)?day|s|rs?)?\b",
    re.IGNORECASE,
)
_WEEK = ("一", "二", "三", "四", "五", "六", "日")
_WEEK_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = re.compile(r"[T\s]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?", re.IGNORECASE)
_PAGE = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版|\b[A-Z]?\d{1,3}\s?版|\bPage\s[A-Z]?\d{1,3}\b|(?<!\S)[A-Z]\d{1,2}(?!\S)")
_LABEL = re.compile(
    r"(?:发布|发表|出版|刊发|见报)(?:时间|日期)\s?[:：]|原载|\bPublished(?:\son\b)?:?|\bPublication date:", re.I
)
_SOURCE = re.compile(r"(?:来源|稿源|Source)\s?[:：]\s?(?P<name>.+?)(?=$|\s+(?:19|20)\d\d)")
_NAME = re.compile(
    r"(?![据在从见])[\u4e00-\u9fff]{2,8}?(?:日报|晚报|早报|晨报|时报|商报|都市报|青年报|新闻网)(?:社|网)?"
    r"|(?:The\s)?(?:[A-Z][\w’'&-]*\s){0,4}(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|Telegraph|Chronicle"
    r"|Observer|Standard|Courier|Daily|Weekly)\b"
)
_PARTED = re.compile(r"\s{2,}|[\t|｜]")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Day and source of an article, None and "" where they are not known."""

    date: datetime.date | None = None
    source: str = ""

    def __or__(self, other: "Imprint") -> "Imprint":
        """This one, with what it lacks from the other."""
        return Imprint(self.date or other.date, self.source or other.source)


def day_in(text: str) -> datetime.date | None:
    """The only day that a text names, with its year and in a form that has one reading; None where it has not one.

    >>> day_in("2020-04-28T10:21:00+08:00"), day_in("04/05/2020")
    (datetime.date(2020, 4, 28), None)
    """
    found = [_day(match) for form in _DATES for match in form.finditer(text[:_LONGEST])]
    return found[0] if len(found) == 1 else None


def name_in(text: str) -> str:
    """The name of a source as it is kept: on one line, without its label; "" where it is an address or too long.

    >>> name_in("来源： 人民网")
    '人民网'
    """
    name = " ".join(text.split())
    labelled = _SOURCE.match(name)
    name = labelled["name"] if labelled else name
    return name if len(name) <= _LONGEST_NAME and name.isprintable() and "://" not in name else ""


def title_in(text: str) -> str:
    """A title on one line; "" where it is too long for one, or holds what a terminal would obey."""
    title = " ".join(text.split())
    return title if len(title) <= _LONGEST_TITLE and title.isprintable() else ""


def stated(lines: Iterable[str]) -> Imprint:
    """What lines from the head or foot of an article say, where they agree.

    >>> stated(["山城日报 2024年3月5日 星期二 第3版"])
    Imprint(date=datetime.date(2024, 3, 5), source='山城日报')
    >>> stated(["会议时间：2024年3月5日"])
    Imprint(date=None, source='')
    """
    found = [_in_line(line) for line in lines if len(line) <= _LONGEST]
    days = {one.date for one in found if one.date}
    sources = {one.source for one in found if one.source}
    return Imprint(days.pop() if len(days) == 1 else None, sources.pop() if len(sources) == 1 else "")


def _in_line(line: str) -> Imprint:
    known = [piece for part in _PARTED.split(line.strip("()（） \t")) if (piece := _in_piece(part))]
    imprint = Imprint()
    for one, _ in known:
        imprint |= one
    is_told = any(told for _, told in known) or (imprint.date and imprint.source)
    return imprint if is_told else Imprint()


def _in_piece(piece: str) -> tuple[Imprint, bool] | None:
    """What a piece of a line says, and whether it says what it is; None where there is anything else in it."""
    source = _SOURCE.search(piece)
    rest = piece.replace(source[0], " ") if source else piece
    day, weekdays, marks = day_in(rest), _WEEKDAY.findall(rest), [_LABEL, _PAGE]
    # Beside no day "source" may be that of a figure or a picture.
    is_told = bool(source and (day or not source[0].isascii())) or any(mark.search(rest) for mark in marks)
    # A time of day beside a day is when a page was printed or sent, unless it says more.
    forms = [*_DATES, _WEEKDAY, *marks, *([_CLOCK] if is_told else [])]
    for form in forms:
        rest = form.sub(" ", rest)
    name = _NAME.search(rest)
    rest = rest.replace(name[0], " ") if name else rest
    if re.search(r"\w", rest) or len(weekdays) > 1 or (day and weekdays and not _was(day, *weekdays[0])):
        return None
    return Imprint(day, name_in(source["name"] if source else name[0] if name else "")), is_told


def _was(day: datetime.date, chinese: str, english: str) -> bool:
    """It was that day of the week."""
    return day.weekday() == (_WEEK.index(chinese.replace("天", "日")) if chinese else _WEEK_EN.index(english.lower()))


def _day(match: re.Match[str]) -> datetime.date | None:
    month = match["m"]
    number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month[:3].lower())
    try:
        return datetime.date(int(match["y"]), number, int(match["d"]))
    except ValueError:
        return None
