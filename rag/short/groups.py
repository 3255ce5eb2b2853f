"""Groups of people in a sentence, called by what they are: the mayors and the members of both councils."""

import re
from collections.abc import Iterator, Sequence

from rag.short.names import Word, span_of, words
from rag.short.spans import Span
from rag.types import Language

_ROLES = (
    r"(?:leaders|heads|members|officials|directors|managers|masters|secretaries|mayors|ministers|governors|councill?ors"
    r"|delegates|representatives|ambassadors|experts|scholars|professors|teachers|students|pupils|children|parents"
    r"|families|residents|villagers|citizens|neighbou?rs|locals|farmers|workers|employees|engineers|scientists"
    r"|researchers|doctors|nurses|officers|soldiers|troops|firefighters|volunteers|guests|visitors|trustees"
    r"|shareholders|owners|players|singers|musicians|artists|writers|reporters|journalists|people|men|women|staff)"
)
_FIRST = (
    r"(?:the|both|all|some|many|several|its|their|his|her|two|three|four|five|six|seven|eight|nine|ten"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\d[\d,]*)"
)
_WITHIN = (
    r"(?:(?!(?:of|to|in|on|at|for|from|with|by|was|were|is|are|had|has|have|said|that|which|who|or)\b)(?!\w+ed\b)"
    r"[\w’'-]+ ){0,4}?"
)
_OF = r"(?: of (?:the |both |their |its |all )?(?:[\w’'-]+ ){0,2}?[\w’'-]+s\b)?"
_GROUP = (
    rf"(?:{_FIRST} {_WITHIN}{_ROLES}\b|an? (?:\w+ )?(?:choir|team|group|crowd|delegation) of (?:\w+ )?{_ROLES}\b){_OF}"
)
_NAME = (
    r"(?!(?:In|On|At|By|From|To|For|With|After|Before|During|Since|As|When|While|Then|Today|Yesterday)\b)[A-Z][\w.’'-]*"
)
_ONE = rf"(?:(?i:{_GROUP})|{_NAME}(?: [A-Z][\w.’'-]*)*)"  # or somebody by name
_LISTED = re.compile(rf"(?:(?<=^)|(?<=[,;:] )|(?<=\bby )){_ONE}(?:(?:, {_ONE})*,? and {_ONE})?")
_GROUPS = re.compile(rf"(?i:{_GROUP})")
_ROLES_ZH = re.compile(
    r"(?:负责人|负责同志|领导|成员|代表|干部|人员|人士|师生|[老教]师|学[生者]|居民|村民|市民|群众|员工|职工|工人|专家|嘉宾|观众|队员|家长"
    r"|孩子|记者|志愿者|官员|委员|企业家|校友|家属|代表团|团队|班子)$"
)
_JOINTS = frozenset(("和", "与", "及", "以及", "、", "暨"))
# 志愿者为参加比赛的王芳加油: who takes part is somebody else.
_FOR_OTHERS = re.compile(r"[为给替向对陪帮][^，,。；;]{0,6}(?:参加|参与|出席|到场|在场|与会)[^，,。；;]*?的")
_STARTS = frozenset("，,。；;：:！？!?")


def groups(text: str, language: Language) -> list[Span]:
    """The groups that begin a clause, several that are listed in one.

    >>> text = "At noon, the two mayors and the members of both boards came."
    >>> [text[s.start : s.end] for s in groups(text, "en")]
    ['the two mayors and the members of both boards']
    """
    if language == "en":
        return [Span(*match.span()) for match in _LISTED.finditer(text) if _GROUPS.search(match[0])]
    found = (span_of(run) for run in _runs(words(text)) if _is_group(run))
    return [span for span in found if not _FOR_OTHERS.match(text, span.end)]


def _is_group(run: Sequence[Word]) -> bool:
    return bool(_ROLES_ZH.search(run[-1][0])) or (run[-1][1] == "nr" and any(_ROLES_ZH.search(w) for w, _, _ in run))


def _runs(tagged: Sequence[Word]) -> Iterator[list[Word]]:
    """The runs of nouns, with what joins them, that begin a clause."""
    run: list[Word] = []
    begins = True
    for word in tagged:
        if begins and (word[1][0] in "njbmq" or word[1] in ("vn", "an", "f") or word[0] in _JOINTS):
            run.append(word)
            continue
        if run:
            yield run
        run, begins = [], word[0] in _STARTS
    if run:
        yield run
