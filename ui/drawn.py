"""Questions drawn from an article's own sentences and headings by rule, in Chinese and English.

A Chinese question keeps the order of its sentence, so a figure gives way to 多少 and a date to 什么时候. In English
only sentences whose verb need not change are used.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from corpus.article import Article
from rag.chunk import Unit, chunk
from rag.language import is_in
from rag.short.dates import dates
from rag.short.names import persons, words
from rag.short.numbers import numbers
from rag.types import Language

MOST_SENTENCES = 400  # looked at, spread over the article
_SHORTEST, _LONGEST = 7, 32  # characters of a Chinese question without its mark
_MOST_WORDS = 16  # of an English one


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question; `start` and `end` say from which sentence of the article, and are 0 where from none."""

    text: str
    start: int = 0
    end: int = 0


Rule = Callable[[str], str | None]


def drawn(article: Article, language: Language) -> Iterator[Drawn]:
    """Questions on the article, of different kinds in turn, without repeating one."""
    sentences = _sentences(article, language)
    by_rule = [*(_by_rule(rule, sentences, language) for rule in _RULES[language]), _by_year(article, language)]
    general = [Drawn(_ABOUT[language])]
    kinds = zip_longest(_by_heading(article, language), *by_rule)
    seen: set[str] = set()
    for question in chain(general, *kinds):
        if question and question.text not in seen:
            seen.add(question.text)
            yield question


def _sentences(article: Article, language: Language) -> Sequence[Unit]:
    """Sentences in the language, or with a translation into it, from the whole of the article."""
    return [
        unit
        for unit in _every_sentence(article)
        if is_in(unit.text, language) or (unit.translation and is_in(unit.translation, language))
    ]


def _every_sentence(article: Article) -> Sequence[Unit]:
    """The sentences, or of a long article MOST_SENTENCES spread over the whole of it."""
    every = [unit for part in chunk(article) for unit in part.sentences]
    return every[:: len(every) // MOST_SENTENCES + 1]


def _by_rule(rule: Rule, sentences: Sequence[Unit], language: Language) -> Iterator[Drawn]:
    for unit in sentences:
        said = unit.text if is_in(unit.text, language) else unit.translation or ""
        question = rule(" ".join(said.split()) if language == "en" else said.strip())
        if question:
            yield Drawn(question, unit.start, unit.end)


def _by_heading(article: Article, language: Language) -> Iterator[Drawn]:
    """What a section says; its title is quoted in the language where it is known in it, or else as it stands."""
    for section in article.sections:
        names = (section.title, article.heading_translations.get(section.number, ""))
        title = next((name for name in names if name and is_in(name, language)), section.title)
        if section.level > 1 and title and len(title) <= 60 and not re.search(r"[“”\"]", title):
            yield Drawn(_SECTION[language].format(title.strip(" >·-:：")))


def _by_year(article: Article, language: Language) -> Iterator[Drawn]:
    """What happened in a year that an article in the other language names."""
    for unit in () if is_in(article.text, language) or article.translations else _every_sentence(article):
        year = re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?=年|[^\d年%-]|$)", unit.text)
        if year:
            yield Drawn(_YEAR[language].format(year[0]), unit.start, unit.end)


_ABOUT: dict[Language, str] = {"zh": "这篇文章主要讲了什么？", "en": "What is this article about?"}
_SECTION: dict[Language, str] = {"zh": "“{}”这一部分讲了什么？", "en": "What does the section “{}” say?"}
_YEAR: dict[Language, str] = {"zh": "{}年发生了什么？", "en": "What happened in {}?"}

_POINTING = re.compile(
    r"[这那其此该他她它我你您咱但而并也又还却则即因由所同另更就再且如虽若当据为以将被把对在从与和及按·“（(]"
)
_FIGURE = re.compile(r"[\d.,，〇零一二两三四五六七八九十百千万亿]+")
_BEFORE_FIGURE = re.compile(r"(?:[有为达到过约近超占共长至]|建成|新增|实现|完成|[增减]加|投资|面积|总额)$")
_NAME = r"(?:[A-Z][\w'’-]+)(?: (?:[A-Z][\w'’-]+|of|the|and|for|de|von))*"
_SUBJECT = rf"(?:(?:The|A|An) [a-z][\w-]*(?: [a-z][\w-]*)?|(?:The )?{_NAME})"
_DATE = (
    r"(?:in \d{4}|in [A-Z][a-z]+(?: of)? \d{4}|on [A-Z][a-z]+ \d{1,2}(?:, \d{4})?|on \d{1,2} [A-Z][a-z]+(?: \d{4})?)"
)
_PASSIVE = r"(?:[a-z]+ed|built|made|held|set up|founded|begun|given|written|found|sold|won|shown|born|laid|cut)"
_WHEN_LAST = re.compile(rf"({_SUBJECT}) (was|were) ((?:[a-z]+ly )?{_PASSIVE})\b[^.;,]*? {_DATE}\b")
_WHEN_FIRST = re.compile(rf"(?:{_DATE}), ({_SUBJECT}) (was|were) ((?:[a-z]+ly )?{_PASSIVE}(?: [^.;,]+)?)[.;,]", re.I)
_DEFINED = re.compile(rf"((?:The )?{_NAME}|An? [a-z]+|The [a-z]+ [a-z]+) (is|was|are|were) (?:an?|the|one of) ")
_SAID = re.compile(rf"({_NAME}) (?:said|says|argued|argues|suggested|suggests|believes|believed|told|added|noted)\b")


def _zh_when(sentence: str) -> str | None:
    """石桥建于1905年。 -> 石桥建于哪一年？"""
    clause = _first_clause(sentence)
    found = dates(clause, "zh")
    if len(found) != 1 or found[0].start == 0:
        return None
    when = clause[found[0].start : found[0].end]
    asked = "哪一年" if re.fullmatch(r"\d{4}年", when) else "什么时候"
    return _zh_question(clause[: found[0].start] + asked + clause[found[0].end :])


def _zh_when_first(sentence: str) -> str | None:
    """2014年10月2日，新区正式获批。 -> 新区正式获批是什么时候？"""
    parts = re.split(r"[，。；！？]", sentence)
    found = dates(parts[0], "zh")
    if len(parts) != 3 or parts[2] or len(found) != 1 or found[0].end - found[0].start != len(parts[0]):
        return None
    return None if re.search(r"[\d是]", parts[1][4:-4]) and "是" in parts[1] else _zh_question(f"{parts[1]}是什么时候")


def _zh_how_many(sentence: str) -> str | None:
    """每天有3200人走过石桥。 -> 每天有多少人走过石桥？"""
    clause = _first_clause(sentence)
    found = numbers(clause, "zh")
    if len(found) != 1 or not found[0].measure or found[0].measure == "order":
        return None
    if not _BEFORE_FIGURE.search(clause[: found[0].start]):
        return None
    figure = clause[found[0].start : found[0].end]
    unit = _FIGURE.sub("", figure, count=1)
    asked = f"百分之多少{unit[1:]}" if unit.startswith("%") else f"多少{unit}"
    return _zh_question(clause[: found[0].start] + asked + clause[found[0].end :]) if unit else None


def _zh_who_says(sentence: str) -> str | None:
    """李敬认为…… -> 李敬有什么看法？"""
    match = re.match(r"(.{2,16}?)(认为|表示|指出|建议|介绍|透露)", sentence)
    found = persons(match[1], "zh") if match else []
    if not match or not found or _POINTING.match(match[1]) or re.search(r"[，。：“”]", match[1]):
        return None
    return f"{match[1]}有什么建议？" if match[2] == "建议" else f"{match[1]}说了什么？"


def _zh_what(sentence: str) -> str | None:
    """石桥是全县最老的桥。 -> 石桥是什么？"""
    match = re.match(r"([^，。；：“”\d]{3,12})是[^什否]", sentence)
    tags = [tag for _, tag, _ in words(match[1])] if match else []
    nominal = tags and tags[-1].startswith("n") and all(tag[0] in "nbjva" for tag in tags)
    return f"{match[1]}是什么？" if match and nominal and not _POINTING.match(match[1]) else None


def _first_clause(sentence: str) -> str:
    return re.split(r"[，。；！？：,;]", sentence, maxsplit=1)[0]


def _zh_question(words: str) -> str | None:
    fits = _SHORTEST <= len(words) <= _LONGEST and not _POINTING.match(words)
    return f"{words}？" if fits and not re.search(r"[“”《》（）()\s]", words) else None


def _en_when(sentence: str) -> str | None:
    """The bridge was built in 1905. -> When was the bridge built?"""
    match = _WHEN_LAST.match(sentence)
    return _en_question(f"When {match[2]} {_lowered(match[1])} {match[3]}") if match else None


def _en_when_first(sentence: str) -> str | None:
    """In 1905, the bridge was opened. -> When was the bridge opened?"""
    match = _WHEN_FIRST.match(sentence)
    return _en_question(f"When {match[2]} {_lowered(match[1])} {match[3].rstrip()}") if match else None


def _en_what(sentence: str) -> str | None:
    """The Golden Bridge is the oldest bridge. -> What is the Golden Bridge?"""
    match = _DEFINED.match(sentence)
    if not match or match[1] in {"This", "That", "These", "Those", "It", "He", "She", "They", "There", "We", "Here"}:
        return None
    # A bare name may be a person's or a thing's.
    if match[1][0].isupper() and not re.match("The |An? ", match[1]):
        return _en_question(f"What does the article say about {match[1]}")
    return _en_question(f"What {match[2]} {_lowered(match[1])}")


def _en_who_says(sentence: str) -> str | None:
    """Li Jing said that ... -> What did Li Jing say?"""
    match = _SAID.match(sentence)
    return _en_question(f"What did {match[1]} say") if match and persons(match[1], "en") else None


def _lowered(subject: str) -> str:
    return re.sub(r"^(The|A|An)\b", lambda article: article[0].lower(), subject)


def _en_question(words: str) -> str | None:
    return f"{words}?" if len(words.split()) <= _MOST_WORDS else None


_RULES: dict[Language, tuple[Rule, ...]] = {
    "zh": (_zh_how_many, _zh_when, _zh_when_first, _zh_who_says, _zh_what),
    "en": (_en_when, _en_when_first, _en_what, _en_who_says),
}
