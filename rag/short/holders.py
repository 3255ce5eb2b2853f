"""Who holds the role that a Chinese question asks for: 首任校长为李明, 李明担任校长, 校长李明, and of kin 父李明.

Patterns read the sentence as `fold_aligned` gives it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.short.asked import Wanted
from rag.short.names import words
from rag.short.spans import UNDER, Span

_WEIGHT = 2.0  # what holding the role counts
_COPULA = re.compile(r"(?:的?(?:名字|姓名))?[是为叫:：]*$")
_TAKES = r"(?:担任|出任|就任|继任|接任|兼任|当选为?|成为|(?<![不只于就但还也])是|(?<![认成作称因])为|任)"
_ASKS_TAKES = re.compile(rf"^{_TAKES}了?(?P<what>[^，,。?？]+)")
_NO_ROLE = re.compile(r"^(?:.|名字|职[位务]|一职|时候|时期|人)$")
_IS = re.compile(r"(?:一职)?(?:分别|目前|现在|当时|则)?[由为是系:：]")
_CLAUSE = re.compile(r"[^，,。；;（(]*(?:[家者员师]，[^，,。；;（(]*)?")
_BEFORE = re.compile(rf"(?P<who>[^，,。；;、]*?)(?:[，,](?=成为|当选|出任|就任))?{_TAKES}了?[^，,。；;、]{{0,20}}$")
_FORMER = re.compile("(?<![以之目当此往])前任?$|(?<![还])原任?$")
_LISTED = re.compile("、|以?及|和|与")
# Of an office that one alone holds, 校长李明和王芳 says it of the first.
_IS_ONE, _LISTED_ONE = re.compile("[长统理席记]$"), re.compile("、")
# Kin is said by the first character alone where the name follows.
_KIN = {"父亲": "父", "母亲": "母", "妻子": "妻", "丈夫": "夫", "儿子": "子", "女儿": "女", "哥哥": "兄", "弟弟": "弟"}


def holders(named: Sequence[Span], wanted: Wanted, text: str) -> list[Span]:
    """The names of whom the text says that they hold the role asked for, with those listed behind them."""
    role = _role(wanted)
    held = {s.start for s in _held(named, role, wanted, text)} if role else set()
    listed = _LISTED_ONE if _IS_ONE.search(role) else _LISTED
    found: list[Span] = []
    for span in sorted(named, key=lambda s: s.start):
        if span.start in held or (found and listed.fullmatch(text, found[-1].end, span.start)):
            found.append(replace(span, weight=_WEIGHT))
    return found


def _role(wanted: Wanted) -> str:
    """The noun whose holder is asked for; empty where it is something else."""
    if takes := _ASKS_TAKES.match(wanted.after):
        said = words(takes["what"].rstrip("的呢啊呀一职"))
    elif not wanted.after.strip("?？的呢啊呀"):
        said = words(_COPULA.sub("", wanted.before))
    else:
        return ""
    last = said[-1] if said else ("", "", 0)
    return last[0] if last[1][:1] in ("n", "b") and not _NO_ROLE.match(last[0]) else ""


def _held(named: Sequence[Span], role: str, wanted: Wanted, text: str) -> Iterator[Span]:
    asked = f"{wanted.before}{wanted.after}".split(role)[0]
    is_under = bool(UNDER.search(asked))
    for match in re.finditer(re.escape(role), text):
        led = text[: match.start()]
        if is_under != bool(UNDER.search(led)) or (_FORMER.search(led) and not _FORMER.search(asked)):
            continue
        following = [s for s in named if s.start == match.end()]
        is_said = _IS.match(text, match.end())
        clause = _CLAUSE.match(text, is_said.end()) if is_said else None
        if clause and not following:
            following = [s for s in named if clause.start() <= s.start and s.end <= clause.end()][-1:]
        before = _BEFORE.search(text[: match.start()])
        yield from following
        if before and not following:
            yield from [s for s in named if before.start() <= s.start and s.end <= before.end("who")][:1]
    if kin := _KIN.get(role):
        yield from (s for s in named if re.search(rf"(?:^|[，,、；;。（(其]){kin}(?:亲)?$", text[: s.start]))
