"""What in the words of a sentence shows a list: the number or the bullet of an item, a count, the commas."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpus.fold import fold

_HAN_DIGITS = "一二三四五六七八九十"
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
HAN_NUMBER = f"[{_HAN_DIGITS}两]{{1,3}}"
NUMBER_WORD, ORDINAL_WORD = "|".join(_WORDS), "|".join(_ORDINALS)
MEASURES = "个|大|项|点|种|类|条|件|位|名|座|家|步|层|重|部|次|支|方面|阶段|部分"
_NUMERAL = rf"(?P<n>[{_HAN_DIGITS}]{{1,3}}|\d{{1,2}})"
_BEGIN = r"(?:^|(?<=[,;:。.!?”\"])\s*)"
NEXT = 0  # the place of an item that says no more than that it is another one
_HEADLINE = (24, 60)  # characters of a headline at most, in Chinese and in English
# Read in folded text. Figures and characters number different lists: a 1 is added to the name where it is figures.
_MARKERS: Mapping[str, re.Pattern[str]] = {
    "是": re.compile(rf"{_BEGIN}(?P<n>[{_HAN_DIGITS}]{{1,2}})(?=是)"),
    "要": re.compile(rf"{_BEGIN}(?P<n>[{_HAN_DIGITS}]{{1,2}})(?=要)"),
    "其": re.compile(rf"{_BEGIN}其(?P<n>[{_HAN_DIGITS}])(?=[,:、是])"),
    "第": re.compile(rf"{_BEGIN}第{_NUMERAL}(?=[,:、是]|(?:个|项|点|类|种|步|条|方面|阶段)[^,。;:]{{0,8}}[,:是为])"),
    "()": re.compile(rf"{_BEGIN}\({_NUMERAL}\)"),
    ".": re.compile(r"(?:^|(?<=[。;:])\s*)(?P<n>\d{1,2})[.)](?!\d)"),
    "、": re.compile(rf"^{_NUMERAL}、"),
    "先": re.compile(rf"{_BEGIN}(?P<n>首先|其次|再次|再者|然后|接着|最后)"),
    "面": re.compile(rf"{_BEGIN}(?P<n>另?一方面)"),
    "个": re.compile(rf"{_BEGIN}(?P<n>(?:另|还有)?一个)(?=是)"),
    "first": re.compile(
        rf"(?:^|(?<=[,;:])\s*)(?:and )?(?P<n>{ORDINAL_WORD}|next|then|finally|last)(?:ly)?(?: of all)?,"
    ),
    "the": re.compile(rf"(?:^|(?<=[;:])\s*)(?:and )?the (?P<n>{ORDINAL_WORD}|last|final)\b"),
    "one": re.compile(r"^(?P<n>one|another|the other|a third)(?= (?:is|are|was|were|will)\b)"),
}
UNNUMBERED = ("bullet", "label", "opening")
_PLACES: Mapping[str, int] = {"首先": 1, "其次": 2, "一方面": 1, "一个": 1} | {
    word: place for place, word in enumerate(_ORDINALS, 1)
}
_BULLET = re.compile(r"(?P<n>[-–*+](?=\s)|[•·●■◆▪◦○►])\s*\S")
_NUMBERED = re.compile(rf"(?:\({_NUMERAL}\)|(?:\d{{1,2}}[.)]|[{_HAN_DIGITS}\d]{{1,3}}、))(?!\d)")
_LABEL = re.compile(r"([^\W\d][^:,。;()]{1,59}):(?!//|\d)\s*\S")
_STOPS = re.compile("[;:。!?]")
_SEPARATORS = re.compile("、|》《|”“|」「")
_JOINS = re.compile("[和与及或跟]")
_TELLS = re.compile("包括|分别|:")
_CIRCLED = re.compile("[①-⑳]")
_IS_WHOLE = re.compile(rf"the |第[{_HAN_DIGITS}\d]{{1,3}}[^,。;:]{{1,8}}[是为]")  # of an item that says all by itself
_ANNOUNCES = re.compile(r"(?::|—|(?:如下|以下)[^,。]{0,6}。|as follows\.|the following\.)$")
# Of an uncounted number of things that there are some; not of a stretch of time, or more than a number.
_SOME = re.compile(
    rf"(?:(?:以下|下列|若干|一些|一系列)(?:{MEASURES})?|(?<![十百千万亿\d余更许很])[多几](?:{MEASURES}))的?(?![月星小世])[^,。;:]{{2,12}}。$"
    r"|\b(?:several|some|a (?:number|series) of|various|the following) (?:[a-z-]+ ){0,2}?"
    r"(?!(?:years|months|weeks|days|hours|minutes|seconds|times)\b)[a-z-]+s\b[^,.;:]*\.$"
)
_NAMED = re.compile(
    rf"(?<![第\d.])({HAN_NUMBER}|\d{{1,2}})(?:{MEASURES}|人)"
    rf"|\b({NUMBER_WORD}|\d{{1,2}})(?: [a-z-]+){{0,2}} (?:[a-z-]+s|people|men|women|children)\b"
)


def number(numeral: str) -> int:
    """The value of a whole number up to 99 in figures, Chinese characters or an English word; 0 where it is none.

    >>> number("12"), number("十二"), number("两"), number("three"), number("many")
    (12, 12, 2, 3, 0)
    """
    if numeral.isascii():
        return int(numeral) if numeral.isdecimal() else _WORDS.index(numeral) + 1 if numeral in _WORDS else 0
    tens, ten, ones = numeral.replace("两", "二").rpartition("十")
    digits = [_HAN_DIGITS.find(part) + 1 for part in (tens, ones)]
    return ((digits[0] if tens else 1) * 10 if ten else 0) + (digits[1] if ones else 0)


def place(numeral: str) -> int:
    """The place that an ordinal word, or a number, says; 0 where it is none.

    >>> place("third"), place("四"), place("首先")
    (3, 4, 1)
    """
    return _PLACES.get(numeral, number(numeral))


def list_sizes(text: str) -> frozenset[int]:
    """How many items the lists inside one sentence may have; where the words leave it open, each possible size.

    >>> sorted(list_sizes("设有文学、历史和哲学三个学院。")), sorted(list_sizes("He left."))
    ([3], [])
    """
    folded = _folded(text)
    sizes = {len(places) for places in ordinals(text).values()} | {folded.rstrip(";").count(";") + 1}
    for part in _STOPS.split(folded):
        sizes |= _english_sizes(part)
        for clause in part.split(","):
            *items, last = _SEPARATORS.split(clause)
            sizes.add(len(items) + 1 + (bool(items) and _JOINS.search(last) is not None))
    *before, told = _TELLS.split(folded)
    sizes |= {told.count(",") + 1} if before else set()
    return frozenset(size for size in sizes if size > 1)


def _english_sizes(part: str) -> set[int]:
    """The sizes of a list such as "A, B and C", which other commas may precede."""
    *parts, last = part.split(", ")
    joined = re.match(r"(?:(?:and|or) |((?:[\w'’-]+ ){1,6}?)(?:and|or) )", last)
    if not parts or not joined or (not joined[1] and len(parts[-1].split()) > 6):
        return set()
    return set(range(3, len(parts) + 2 + bool(joined[1])))


@lru_cache(maxsize=4096)  # a sentence is read again for each question
def counts_named(text: str) -> frozenset[int]:
    """Of how many things the text says that there are so many.

    >>> sorted(counts_named("主要有三个方面的原因，分为两类。")), sorted(counts_named("There are three main reasons."))
    ([2, 3], [3])
    """
    return frozenset(number(one or other) for one, other in _NAMED.findall(_folded(text)))


@lru_cache(maxsize=4096)
def announces(text: str) -> bool:
    """Whether the text ends by saying that something follows.

    >>> announces("有以下三点："), announces("Bring the following:"), announces("他来了。")
    (True, True, False)
    """
    return _ANNOUNCES.search(_folded(text)) is not None


def counts_some(text: str) -> bool:
    """Whether the text ends with things of which it says that there are some, and not which.

    >>> counts_some("It will take a number of steps."), counts_some("研究发现几个问题。"), counts_some("He came.")
    (True, True, False)
    """
    return _SOME.search(_folded(text)) is not None


def leads_in(text: str) -> bool:
    """Whether the text introduces a list, and goes on with its first item.

    >>> leads_in("她建议：首先，修路。"), leads_in("首先：修路。")
    (True, False)
    """
    head, _, rest = _folded(text).partition(":")
    return bool(head) and not ordinals(head) and [1] in ordinals(rest.strip()).values()


def is_row(text: str) -> bool:
    """Whether the text of a line is a label with what belongs to it, or words that are no sentence.

    >>> is_row("水务局：负责疏浚"), is_row("Antiques: in the hall"), is_row("The hall is full.")
    (True, True, False)
    """
    folded = _folded(text)
    return _LABEL.match(folded) is not None or folded[-1:] not in tuple(".。!?;:")


def ordinals(text: str) -> dict[str, list[int]]:
    """The places that the items in the text have by their markers, in order, under the family of the markers.

    >>> ordinals("一是修路，二是种树。"), ordinals("Finally, it rained.")
    ({'是': [1, 2]}, {'first': [0]})
    """
    folded = _folded(text)
    found: dict[str, list[int]] = defaultdict(list)
    for family, pattern in _MARKERS.items():
        for match in pattern.finditer(folded):
            word = match["n"]
            style = "1" if word.isdecimal() else ""
            found[family + style].append(place(word))
    return dict(found)


def heads_item(text: str) -> bool:
    """Whether the text is one item of a numbered list, in words, and no longer than a headline.

    >>> heads_item("三是加强合作。"), heads_item("Second, reading comes next."), heads_item("三是修路，四是种树。")
    (True, True, False)
    """
    if _IS_WHOLE.match(_folded(text)):
        return False
    places = ordinals(text).values()
    is_short = len(text) <= _HEADLINE[text.isascii()] and not re.search(r"\d", text)
    return is_short and bool(places) and all(len(found) == 1 and found[0] != NEXT for found in places)


def begins_item(text: str) -> bool:
    """Whether the text begins with the bullet or the number of an item.

    >>> begins_item("- 成人：50元"), begins_item("二、时间"), begins_item("3.5万人来过。")
    (True, True, False)
    """
    return _BULLET.match(text) is not None or _NUMBERED.match(_folded(text)) is not None


def openings(text: str) -> Iterator[str]:
    """The families of items without a number that the sentence may belong to: its bullet, label or first words."""
    folded = _folded(text)
    if bullet := _BULLET.match(text):
        yield f"bullet {bullet['n']}"
    elif label := _LABEL.match(folded):
        yield f"label {_beginning(label[1], 1)}"
    if beginning := _beginning(folded, 2):
        yield f"opening {beginning}"


def _beginning(folded: str, words: int) -> str:
    """The first two Chinese characters, or the first words of an English text."""
    match = re.match(rf"[\u3400-\u9fff]{{2}}|[a-z]+(?: [a-z]+){{{words - 1}}}", folded)
    return match[0] if match else ""


def _folded(text: str) -> str:
    return fold(_CIRCLED.sub(lambda match: f"({ord(match[0]) - ord('①') + 1})", text))
