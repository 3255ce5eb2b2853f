"""Wrong claims made from sentences by rule, each of which differs from its sentence in one thing."""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.fold import fold_aligned
from rag.facts import facts
from rag.generate.opposites import OPPOSITES
from rag.language import HAN
from rag.short.english import capitals
from rag.short.names import words
from rag.types import Language

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNITS: Mapping[Language, Sequence[tuple[str, str]]] = {
    "en": (
        (r"\bkilomet(?:er|re)s?\b", "miles"), (r"\bkm\b", "miles"), (r"\bmiles?\b", "km"),
        (r"\bmet(?:er|re)s\b", "feet"), (r"\b(?:feet|ft)\b", "metres"), (r"\byears\b", "months"),
        (r"\bmonths\b", "weeks"), (r"\bdays\b", "hours"), (r"\bhours\b", "days"), (r"\bminutes\b", "hours"),
        (r"\byuan\b", "dollars"), (r"\bdollars\b", "euros"), (r"%| percent\b", " million"),
        (r"\bpeople\b", "households"), (r"\btons?\b", "kg"), (r"\bkg\b", "tons"),
    ),
    "zh": (
        ("平方公里", "公顷"), ("公里|千米", "英里"), ("英里", "公里"), ("(?<=[0-9 ])米", "英尺"),
        ("英尺", "米"), ("美元", "日元"), ("(?<=[0-9万亿])元", "美元"), ("公斤|千克", "吨"), ("吨", "公斤"),
        ("%", "万元"), ("(?<=[0-9])岁", "个月"), ("小时", "天"), ("分钟", "小时"), ("(?<=[0-9])天", "小时"),
        ("个月", "年"), ("(?<=[0-9万])人", "户"),
    ),
}  # fmt: skip
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|can|could|will|would|should|may|must)\b(?! not)")
SPLIT = re.compile(r"[，,；;]\s*")


@dataclass(frozen=True)
class Source:
    """A sentence, what it would cite, the other sentences of its article, and the article's name."""

    text: str
    language: Language
    quotes: tuple[str, ...]
    others: tuple[str, ...]
    across: bool = False
    said: str = ""  # the quotes as one
    article: str = ""


@dataclass(frozen=True)
class Claim:
    """What is claimed of the quotes, how it was made, and whether it is right."""

    text: str
    source: Source
    kind: str
    right: bool


Maker = Callable[[Source, random.Random], str | None]


def number(source: Source, chance: random.Random) -> str | None:
    """Another number in the place of one written in digits."""
    found = [fact for fact in facts(source.text) if fact.unit not in ("date", "weekday") and not fact.plain]
    digits = [m for fact in found for m in re.finditer(r"\d+(?:,\d{3})*", source.text[fact.start : fact.end])]
    if not digits:
        return None
    fact = chance.choice(found)
    match = re.search(r"\d+(?:,\d{3})*", source.text[fact.start : fact.end])
    if not match or not (value := int(match[0].replace(",", ""))):
        return None
    new = value + chance.choice([1, 2, 5, value, -1 if value > 1 else 3])
    written = f"{new:,}" if "," in match[0] else str(new)
    taken = any(fact.written == new for fact in facts(source.said))
    return None if taken else replaced(source.text, fact.start + match.start(), fact.start + match.end(), written)


def date(source: Source, chance: random.Random) -> str | None:
    """A date moved by a day, a month or some years."""
    found = [fact for fact in facts(source.text) if fact.unit == "date"]
    if not found:
        return None
    fact = chance.choice(found)
    text = source.text[fact.start : fact.end]
    month = re.search("|".join(MONTHS), text)
    if month and chance.random() < 0.5:
        new = text.replace(month[0], chance.choice([one for one in MONTHS if one != month[0]]))
    elif digits := list(re.finditer(r"\d+", text)):
        one = chance.choice(digits)
        value = int(one[0])
        step = chance.choice([1, -1, 2, 10]) if value > 99 else (1 if value < 12 else -1)
        new = replaced(text, *one.span(), str(value + step))
    else:
        return None
    return replaced(source.text, fact.start, fact.end, new)


def unit(source: Source, chance: random.Random) -> str | None:
    """Another unit after a number."""
    for pattern, new in chance.sample(_UNITS[source.language], len(_UNITS[source.language])):
        match = re.search(rf"(?<=\d)[ -]?(?:thousand |million |billion |[万亿])*(?P<unit>{pattern})", source.text, re.I)
        if match:
            return replaced(source.text, *match.span("unit"), new)
    return None


def name(source: Source, chance: random.Random) -> str | None:
    """A name of the same form from elsewhere in the article."""
    mine = _names(source.text, source.language)
    theirs = [n for other in source.others for n, _, _, _ in _names(other, source.language)]
    known = source.said.casefold()
    for old, kind, start, end in chance.sample(mine, len(mine)):
        fit = [n for n in theirs if n.casefold() not in known and not set(n.split()) & set(source.text.split())]
        fit = [n for n in fit if old not in n and n not in old and len(n) > 1]
        fit = [n for n in fit if source.language == "en" or _kind(n) == kind]
        if fit and start:
            return replaced(source.text, start, end, chance.choice(fit))
    return None


def exchange(source: Source, chance: random.Random) -> str | None:
    """Two names of the sentence, each in the other's place."""
    mine = _names(source.text, source.language)
    named = [one[0] for one in mine]
    pairs = [
        (a, b)
        for place, a in enumerate(mine)
        for b in mine[place + 1 :]
        if a[1] == b[1] and not set(a[0].split()) & set(b[0].split()) and _apart(source.text[a[3] : b[2]], named)
    ]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    text = source.text
    return text[: a[2]] + b[0] + text[a[3] : b[2]] + a[0] + text[b[3] :]


def negation(source: Source, chance: random.Random) -> str | None:
    """A negation taken out where there is one, else put in."""
    if source.language == "en":
        if gone := re.search(r"(?<=\w) not(?! only)\b|\bnever ", source.text):
            return replaced(source.text, *gone.span(), "")
        found = list(_AUXILIARY.finditer(source.text))
        at = chance.choice(found).end() if found else 0
        return replaced(source.text, at, at, " not") if found else None
    if gone := re.search(r"(?<=[\u4e00-\u9fff])(?:没有|并未|未能|不)(?![同断仅少过久足管论但良])", source.text):
        return replaced(source.text, *gone.span(), "")
    verbs = [
        (at, w) for w, tag, at in words(source.text) if tag == "v" and at and w not in ("有", "来", "去", "到", "没有")
    ]
    if not verbs:
        return None
    at, verb = chance.choice(verbs)
    if source.text[at - 1] in "的所被":
        return None
    return replaced(source.text, at, at, "不" if verb in ("是", "会", "能", "可以", "要") else "没有")


def reversal(source: Source, chance: random.Random) -> str | None:
    """A word turned into its opposite: increased for decreased."""
    at = {word: (one, other) for one, other in OPPOSITES for word in one | other}
    tokens = (
        words(source.text)
        if source.language == "zh"
        else [(m[0], "", m.start()) for m in re.finditer(r"[a-z]+", source.text)]
    )
    found = [(w, start) for w, _, start in tokens if w in at and len(w) > 1]
    if not found:
        return None
    word, start = chance.choice(found)
    one, other = at[word]
    against = sorted(
        w
        for w in (other if word in one else one)
        if (w.isascii() == word.isascii() and w[-2:] == word[-2:])
        or (not w.isascii() and len(w) == len(word) and not word.isascii())
    )
    return replaced(source.text, start, start + len(word), chance.choice(against)) if against else None


def _fits(new: str, old: str) -> bool:
    """Whether one word can stand in the place of the other: in English by its ending, in Chinese by its length."""
    return new.isascii() == old.isascii() and (new[-2:] == old[-2:] if new.isascii() else len(new) == len(old))


def elsewhere(source: Source, chance: random.Random) -> str | None:
    """Another sentence of the article."""
    return chance.choice(source.others) if source.others else None


def appended(source: Source, chance: random.Random) -> str | None:
    """The sentence with a clause of another one after it."""
    clauses = [
        part
        for other in source.others
        for part in SPLIT.split(other)
        if 8 <= len(part) / (1 if HAN.search(part) else 4) <= 30
    ]
    if not clauses:
        return None
    join = "，" if source.language == "zh" else ", and "
    return (
        source.text.rstrip('。.!！？?”"')
        + join
        + chance.choice(clauses).rstrip("。.")
        + ("。" if source.language == "zh" else ".")
    )


def _names(text: str, language: Language) -> list[tuple[str, str, int, int]]:
    """Name, kind, start and end of each name."""
    if language == "zh":
        tagged = words(fold_aligned(text))
        found = [(at, at + len(w), tag[:2]) for w, tag, at in tagged if tag[:2] in ("nr", "ns") and len(w) > 1]
        return [(text[a:b], kind, a, b) for a, b, kind in found if text.count(text[a:b]) == 1]
    spans = [span for span in capitals(text) if span.start]
    return [(text[s.start : s.end], "name", s.start, s.end) for s in spans if text.count(text[s.start : s.end]) == 1]


def _kind(text: str) -> str:
    return next((tag[:2] for _, tag, _ in words(fold_aligned(text))), "")


def _apart(between: str, names: Sequence[str]) -> bool:
    """Whether what stands between two of the names is more than a list, whose order says nothing."""
    for one in names:
        between = between.replace(one, "")
    plain = re.sub(r"[\s,，、和與与及或“”\"《》()（）·-]|\b(?:and|or|the|of)\b", "", between)
    return len(plain) >= 2


def replaced(text: str, start: int, end: int, new: str) -> str:
    """The text with something new from `start` to `end`."""
    return text[:start] + new + text[end:]


WRONG: Mapping[str, Maker] = {
    "number": number, "date": date, "unit": unit, "name": name, "exchange": exchange, "negation": negation,
    "reversal": reversal, "elsewhere": elsewhere, "appended": appended,
}  # fmt: skip
