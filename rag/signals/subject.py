"""Whether a sentence is on another thing than a question names: where neither it, nor what is read with it, nor the
beginning of its article says any of the names, and it names another thing of the kind of one.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.fold import fold
from rag.lexical import Lexicon, content_terms
from rag.short.english import capitals
from rag.short.names import nominal, words
from rag.short.owner import WITH, people
from rag.topic import is_common
from rag.types import Language

_RARE = 0.7  # share of the idf of its rarest word from which on a word tells a name from others
_PERSON = "person"
# A district or village whose name the segmenter takes for a common noun, and what is no name before such a word.
_PLACE = "区县市镇乡村"
_ENDS = _PLACE + "省州国岛港"
_NO_NAME = re.compile("[新园片校社小城地灾山景辖全本该这两各我重特直双]$|行政|保护|工业|经济|开发|自[治贸]|城市")


_ROLE_OF = re.compile(
    r"\b[Ww]ho (?:is|was|are|were) the (?P<role>(?:[A-Za-z-]+ ){0,2}[A-Za-z-]+) of (?:the )?"
    r"(?P<whose>[A-Z][a-z]{2,}(?: [A-Za-z]+){0,2})\W*$"
)
_NO_TOWN = re.compile("america|united|states?|kingdom|britain|england|uk|usa?", re.I)  # which have several names


def holds_role_elsewhere(question: str, sentence: str) -> bool:
    """Whether an English question asks who holds a role somewhere, and a sentence only says who does so elsewhere.

    >>> [holds_role_elsewhere("Who is the mayor of Lima?", f"The mayor of {town} spoke.") for town in ("Quito", "Lima")]
    [True, False]
    """
    match = _ROLE_OF.search(question)
    if match is None or any(map(_NO_TOWN.fullmatch, match["whose"].split())):
        return False
    role, of = fold(match["role"]), r"(?:the )?(?P<whose>[A-Z][\w-]*)(?: (?:and |of )?[A-Z][\w-]*)*"
    others = [found["whose"] for found in re.finditer(rf"\b(?i:{role})s? of {of}", sentence)]
    names = "|".join(word for word in match["whose"].split() if word[0].isupper())
    is_theirs = re.search(
        rf"\b(?:{names})(?:['’]s?)? (?:[\w-]+ )?(?i:{role})|\b(?i:{role})\b[^,.;]*\b(?:{names})", sentence
    )
    return bool(others) and not is_theirs and not any(map(_NO_TOWN.fullmatch, others))


class Subject:
    """The names that a question says, as the lexicon of the articles tells them apart; none where all is about one."""

    def __init__(self, question: str, language: Language, lexicon: Lexicon) -> None:
        self._language = language
        found = list(_names(question, language))
        tokens = frozenset(token for kind, name in found for token in _telling(kind, name, lexicon))
        self._tokens = frozenset[str]() if any(is_common(token, lexicon) for token in tokens) else tokens
        self._kinds = {kind for kind, _ in found}

    def is_other(self, sentence: str, texts: Sequence[Collection[str]]) -> bool:
        """Whether a sentence names another thing of a kind that the question names, and none of the `texts`, each given
        by its words, has a word of any of its names.
        """
        if not self._tokens or any(not self._tokens.isdisjoint(text) for text in texts):
            return False
        folded = fold(sentence)  # names may be cut otherwise in a sentence than in a question
        if any(token in folded for token in self._tokens):
            return False
        return any(
            kind in self._kinds and not self._may_be_one(name) for kind, name in _names(sentence, self._language)
        )

    def _may_be_one(self, name: str) -> bool:
        """Whether a name begins as one of the question's does: 孙文 may be 孙中山."""
        return not name.isascii() and any(token[0] == name[0] for token in self._tokens)


def _telling(kind: str, name: str, lexicon: Lexicon) -> list[str]:
    """The words that tell a name from others of its kind: of Port Danvers Harbor not Harbor, where all are harbors."""
    idfs = {token: lexicon.idf(token) for token, _ in content_terms(name)}
    most = max(idfs.values(), default=0.0)
    return [token for token, idf in idfs.items() if kind == _PERSON or idf >= _RARE * most]


def _names(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """The names in a text, each behind its kind: the word or character that it ends with, or that it is a person's."""
    return _chinese(text) if language == "zh" else _english(text)


def _english(text: str) -> Iterator[tuple[str, str]]:
    for span in capitals(text):
        name = text[span.start : span.end]
        if " " in name:
            yield name.rsplit(" ", 1)[1], name


def _chinese(text: str) -> Iterator[tuple[str, str]]:
    for span in people(text):
        name = text[span.start : span.end]
        # The segmenter may take a word behind a name of two characters for its end; a given name may stand alone.
        yield _PERSON, f"{name} {name[:2]} {name[1:]}" if len(name) == 3 else name
    for run in nominal(words(text)):
        proper = [word for word, tag, _ in run if tag == "ns" and word[-1] in _ENDS]
        if WITH.search(text[: run[0][2]]):
            continue
        whole = "".join(word for word, _, _ in run)
        stem = whole.rstrip(_PLACE)
        if proper:
            yield proper[-1][-1], " ".join(proper)
        elif whole[-1] in _PLACE and len(stem) > 1 and not _NO_NAME.search(stem):
            yield whole[-1], stem
