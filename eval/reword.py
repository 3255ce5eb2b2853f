"""Right claims made from sentences by rule: the same said otherwise."""

import random
import re
from collections.abc import Mapping, Sequence

import numpy as np

from eval.forge import MONTHS, SPLIT, Maker, Source, replaced
from rag.facts import Fact, facts
from rag.generate.opposites import OPPOSITES
from rag.meaning import word_vectors
from rag.short.names import words
from rag.short.values import amount
from rag.types import Language

_SYNONYM = (0.62, 0.95)  # cosines of word vectors between which two words are taken for synonyms


def itself(source: Source, _chance: random.Random) -> str | None:
    """The sentence as it stands."""
    return source.text


def cut(source: Source, chance: random.Random) -> str | None:
    """One clause alone."""
    least = 8 if source.language == "zh" else 30
    parts = [part for part in SPLIT.split(source.text) if len(part) >= least]
    whole = chance.choice(parts).rstrip("。. ") if len(parts) > 1 else None
    return whole + ("。" if source.language == "zh" else ".") if whole else None


def reordered(source: Source, _chance: random.Random) -> str | None:
    """What stands before the first comma said last (English), two clauses exchanged (Chinese)."""
    first, comma, rest = source.text.partition("，" if source.language == "zh" else ", ")
    if not comma or len(rest) < 10 or len(first) > 60:
        return None
    if source.language == "zh":
        return f"{rest.rstrip('。')}，{first}。"
    if not re.match(r"(?:In|On|At|After|Before|During|By|Since|From|As|When|While|Although|Because|For|With)\b", first):
        return None
    return f"{rest[0].upper()}{rest[1:].rstrip('.')} {first[0].lower()}{first[1:]}."


def rewritten(source: Source, chance: random.Random) -> str | None:
    """A number or a date written another way."""
    found = [fact for fact in facts(source.text) if source.text[max(fact.start - 1, 0)] not in "-.～~—–－"]
    for fact in chance.sample(found, len(found)):
        new = _other_form(source.text[fact.start : fact.end], fact, source.language)
        if new and new != source.text[fact.start : fact.end]:
            return replaced(source.text, fact.start, fact.end, new)
    return None


def passive(source: Source, _chance: random.Random) -> str | None:
    """`X was built by Y` said as `Y built X`."""
    match = re.fullmatch(r"((?:The |A |An )?[\w' -]{2,40}?) (?:was|were) (\w+ed) by ([\w' -]{2,60})\.", source.text)
    if not match:
        return None
    subject = match[1][0].lower() + match[1][1:] if match[1].startswith(("The ", "A ", "An ")) else match[1]
    return f"{match[3][0].upper()}{match[3][1:]} {match[2]} {subject}."


def synonyms(vocabulary: Mapping[Language, Sequence[str]]) -> Maker:
    """A maker that puts words nearest in meaning in the place of a quarter of the words, at least of one."""
    tables = {language: word_vectors().of(own) for language, own in vocabulary.items()}

    def make(source: Source, chance: random.Random) -> str | None:
        own = _common(source)
        near = word_vectors().of(own) @ tables[source.language].T if own else np.zeros((0, 1))
        text, changed = source.text, 0
        for word, row in zip(own, near, strict=True):
            fit = np.flatnonzero((row > _SYNONYM[0]) & (row < _SYNONYM[1])).tolist()
            new = [vocabulary[source.language][place] for place in fit]
            new = [one for one in new if one[:4] != word[:4] and not facts(one) and _synonymous(word, one)]
            if new and changed <= len(own) // 4:
                text, changed = text.replace(word, chance.choice(new), 1), changed + 1
        return text if changed else None

    return make


def _common(source: Source) -> list[str]:
    """The words of a sentence that are no names and no numbers, as written, each that stands there once."""
    if source.language == "zh":
        found = [w for w, tag, _ in words(source.text) if tag in ("v", "n", "a", "vn", "ad", "d") and len(w) > 1]
    else:
        found = re.findall(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", source.text)
    return [w for w in found if source.text.count(w) == 1 and not facts(w) and not facts(f"1 {w}")[0].unit]


def _synonymous(word: str, other: str) -> bool:
    """Whether two words are on no two sides of an opposition, and share a character where they are Chinese."""
    against = any({word, other} & one and {word, other} & two for one, two in OPPOSITES)
    return not against and (
        word.isascii() or (bool(set(word) & set(other)) and not set("不无未非") & set(word + other))
    )


def _other_form(text: str, fact: Fact, language: Language) -> str | None:
    year, month, day = fact.date
    if fact.unit == "date":
        if not (month and day):
            return None
        if language == "zh":
            return (f"{year}年" if year else "") + f"{_han(month)}月{_han(day)}日"
        return f"{day} {MONTHS[month - 1]}" + (f" {year}" if year else "")
    value = amount(text)
    if value is None or value != int(value) or fact.unit in ("clock", "century", "decade"):
        return None
    match = re.search(r"\d+(?:,\d{3})*(?![\d.%:，,]|st|nd|rd|th)", text)
    if not match or match.start():
        return None
    bare = int(match[0].replace(",", ""))
    new = (
        _han(bare)
        if language == "zh" and 10 <= bare <= 99
        else f"{bare:,}".replace(",", "" if "," in match[0] else ",")
    )
    return new + text[match.end() :]


def _han(number_: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number_, 10)
    return (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")


RIGHT: Mapping[str, Maker] = {
    "itself": itself, "cut": cut, "reordered": reordered, "rewritten": rewritten, "passive": passive,
}  # fmt: skip
