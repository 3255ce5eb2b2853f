"""Whom he or she is in a sentence without a name: told by the sentences before it in its article."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rag.chunk import Unit
from rag.retrieve import Searcher
from rag.short import english
from rag.short.given import SURNAMES
from rag.short.names import words
from rag.short.owner import people
from rag.signals.spoken import SUBJECT, Read, key_of, read_article, without_title
from rag.types import Language

_KIN = re.compile(
    r"^(?:['’]s? (?:\w+ )?(?:wife|husband|sons?|daughters?|child(?:ren)?|brothers?|sisters?|father|mother|parents?)"
    r"|的?(?:[大小长次])?(?:妻|丈夫|儿|女|父|母|爸|妈|哥|弟|姐|妹|孩|爷|奶|祖|老[师公婆]|师傅|学生))"
)
_KIN_NAMED = re.compile(
    r"的?(?:[大小长次])?(?:学生|徒弟|弟子|助手|秘书|妻子|丈夫|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|孙子|孙女|侄子"
    r"|同事|同学|朋友|战友)"
    rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
    r"|['’]s (?:\w+ )?(?:wife|husband|son|daughter|brother|sister|father|mother|pupil|student|assistant|friend|nephew"
    r"|niece|colleague|grandson|cousin),? [A-Z]"
)
# What points back to whose kin it is.
_BACK = re.compile(r"[他她其两二]|\b(?:he|she|him|his|hers?|they|them|both)\b")
_DOES = re.compile(
    r"\b(?:did|does|will|has|had) (?:(?:[A-Z][\w’'-]*\.? ?)+|he|she) ?(?:[a-z]+ to )?(?P<deed>[a-z]{4,})"
)


class Antecedent:
    """The one person whom a question names, and the sentences of the articles as they follow each other."""

    def __init__(self, question: str, language: Language, searcher: Searcher) -> None:
        self._language, self._searcher = language, searcher
        self._named = tuple(dict.fromkeys(_asked_for(question, language)))
        self._deed = _deed(question, language)
        whose = SUBJECT[language].search(question)
        self._sex = str(whose.lastgroup) if whose and not self._named else ""
        self._found: dict[str, tuple[str, bool | None]] = {}

    def is_of_other(self, sentence: Unit) -> bool:
        """Whether he or she of a sentence that does not say the name is not the one."""
        return self._known(sentence)[1] is False

    def name_in(self, sentence: Unit) -> str:
        """The name, where he or she of a sentence that does not say it is surely the one; else empty."""
        name, is_on = self._known(sentence)
        return name if is_on else ""

    def _known(self, sentence: Unit) -> tuple[str, bool | None]:
        if sentence.id not in self._found:
            self._found[sentence.id] = self._is_on(sentence)
        return self._found[sentence.id]

    def _is_on(self, sentence: Unit) -> tuple[str, bool | None]:
        """The name, and whether he or she of a sentence is who has it; None where that is not sure."""
        text = sentence.read_in(self._language)
        if len(self._named) == 1 and _is_of_kin(self._named[0], text):
            return self._named[0], False
        if not (self._named or self._sex) or not SUBJECT[self._language].search(text):
            return "", None
        if self._sex:
            return "", False if self._is_done_by_other(text, self._sex) else None
        return self._in_article(sentence, text)

    def _in_article(self, sentence: Unit, text: str) -> tuple[str, bool | None]:
        units = self._searcher.sentences(sentence.article_id)
        reads, sexes = read_article(tuple(unit.read_in(self._language) for unit in units), self._language)
        known = frozenset(key for read in reads for key in read.keys)
        persons = [name for name in self._named if key_of(name, self._language) in known and self._is_said(name, units)]
        at = next((i for i, unit in enumerate(units) if unit.id == sentence.id), None)
        key = key_of(persons[0], self._language) if len(persons) == 1 else ""
        if at is None or not key or key in text or not reads[at].subjects:
            return "", None
        led = key in self._searcher.openings.get(sentence.article_id, "")
        sex = sexes.get(key, "")
        if not led and not any(key in one.keys for one in reads[:at]):
            return persons[0], False if sex else None
        if not sex:
            return persons[0], False if not led and _is_of_last(key, reads[: at + 1], sexes) else None
        if sex not in reads[at].subjects:
            is_other = sex not in reads[at].others or self._is_done_by_other(text, sex)
            return persons[0], False if is_other else None
        return persons[0], _is_nearest(key, led, reads[: at + 1], sexes)

    def _is_said(self, name: str, units: Sequence[Unit]) -> bool:
        """Whether one of them says the first name before the last, where there are both; a wife may share the last."""
        *first, last = without_title(name).split(" ")
        said = re.compile(rf"\b{re.escape(first[0])} [^.,;]{{0,20}}?{re.escape(last)}") if first else None
        return self._language == "zh" or said is None or any(said.search(unit.read_in("en")) for unit in units)

    def _is_done_by_other(self, text: str, sex: str) -> bool:
        """Whether what the question asks of the one is done in the text by the other of whom it speaks."""
        if not self._deed:
            return False
        if self._language == "zh":
            at = text.find(self._deed)
            said = [str(one.lastgroup) for one in SUBJECT["zh"].finditer(text, 0, max(at, 0))]
            return bool(said) and said[-1] != sex
        doers = re.finditer(rf"\b(he|she)\b(?: \w+){{0,2}}? {re.escape(self._deed.rstrip('e'))}", text, re.I)
        return any({"he": "m", "she": "f"}[doer[1].lower()] != sex for doer in doers)


def _deed(question: str, language: Language) -> str:
    """The verb that says what somebody does whom a question asks about; empty where that is not plain."""
    if language == "en":
        asks = _DOES.search(question)
        return asks["deed"] if asks else ""
    return next((word for word, tag, _ in reversed(words(question)) if tag.startswith("v") and len(word) > 1), "")


def _is_of_last(key: str, reads: Sequence[Read], sexes: Mapping[str, str]) -> bool:
    """Whether he or she of the last sentence is somebody else whom the last one with names names."""
    *before, here = reads
    last = next((one for one in reversed(before) if one.keys), None)
    found = last.of_sex(min(here.subjects), sexes) if last and len(here.subjects) == 1 else frozenset()
    return bool(last and found and key not in last.keys)


def _is_nearest(key: str, led: bool, reads: Sequence[Read], sexes: Mapping[str, str]) -> bool | None:
    """Whether one of whom an article speaks as the last sentence does is who is named last of all such; None where that
    is not sure, as of who `led` the article.
    """
    *before, here = reads
    sex = sexes[key]
    if len(here.subjects) > 1:
        return None
    nearest = next((found for one in reversed(before) if (found := one.of_sex(sex, sexes))), frozenset({key}))
    if key not in nearest:
        return None if led else False
    return True if len(nearest) == 1 and not here.of_sex(sex, sexes) else None


def _is_of_kin(name: str, text: str) -> bool:
    """Whether a text says a name only as that of whose kin or pupil does something."""
    places = [match.end() for match in re.finditer(re.escape(name), text)]
    return bool(places) and all(_KIN_NAMED.match(text, at) for at in places) and not _BACK.search(text, places[-1])


def _asked_for(question: str, language: Language) -> Iterator[str]:
    """The names in a question that a person may have, but for those whose kin it asks for."""
    if language == "zh":
        spans = people(question)
    else:
        spans = [one for one in english.capitals(question) if one.start and not question[: one.start].endswith("the ")]
    for span in spans:
        if not _KIN.match(question[span.end :]):
            yield question[span.start : span.end]
