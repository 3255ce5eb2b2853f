"""The persons and the places of a sentence that may be what a question asks for, by what it asks them for."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from rag.short.agents import agents, done_by
from rag.short.asked import Wanted
from rag.short.english import rows
from rag.short.floors import floors
from rag.short.going import bound_for
from rag.short.groups import groups
from rag.short.holders import holders
from rag.short.names import bodies, persons, places
from rag.short.partial import doers, is_credit, is_past, is_spoken_of, name_of, names_alone
from rag.short.slots import located, natives, slots
from rag.short.spans import SURE, Span, titles
from rag.types import Language

_NO_PLACE = re.compile("新区|[本各全两我该]?[地区市县省]|地区|区域")
_WHERE = re.compile(r"[在于]$|(?:地址|位置)[是为]$")
# What is written somewhere, and how a sentence says where that is.
_SOURCE = re.compile(
    "出自|源自|(?<![下装搭运])载|发表(?!声明|讲话|演讲|谈话|致辞|意见|看法|评论)|(?:最[早初先]|首[次先]).*出现|刊登|收录|引自"
)
_IN_WRITING = re.compile("(?:[于自在见]|著作|论文|作品|小说|杂志|[^，,。；;]的)$")
_DOES = re.compile(r"ed by (?:the )?$")
# What is done by a body as well as by a person.
_MAY_BE_BODY = re.compile(
    r"谁.{0,4}(?:批|同意|拍板|授权|[主承]办|举办|组织|出资|[资赞]助|投资|出钱|掏钱|付|买单|颁|发布|公布|制定|管|建|修|开发|运营)"
    r"|(?:(?:赞助|运营|出版|制造|开发|供应|发行|承建|承包|生产|经销|投资)[商方]|[主承]办方|东家|业主|买家|股东|冠军)[^,?]{0,3}谁"
    r"|\bwho (?:\w+ )?(?:approv|fund|pa(?:y|id)|financ|own|run|organi[sz]|host|sponsor|award|issu|publish|buil[dt]"
    r"|operat|manag|found|set up|produc|support|back|develop|sign|licen[cs]|authori[sz]|order|launch|creat|establish"
    r"|w[io]n|beat|defeat|bought|buy|s[eo]ld?l?\b|acquir|donat|provid|control|govern|announc|releas|distribut|ma[dk]e|restor)"
    r"|\bwho ga?i?ve? (?:\w+ ){1,3}(?:go-ahead|green light|approval|permission|consent|blessing|nod|money|grant)"
    r"|\bwho (?:is|was|are|were) (?:\S+ ){1,4}(?:company|label|publisher|owner|sponsor|manufacturer|operator|supplier)"
)
# Who was there is often said by what they are, and not by name.
_ATTENDS = re.compile(
    r"谁.{0,6}(?:出席|参加|参与|到场|在场|到会|与会|来到|到了|[来去]了)|(?:出席|参加|参与|到场|在场|与会)[^,]{0,12}(?:[有是]谁)"
    r"|\bwho (?:all |else )?(?:\w+ )?(?:attend|t[ao]ke?o?k? part|participat|join|turned up|showed up|gathered|met\b"
    r"|c[oa]me(?= to| along|\W*$)|went(?= to| along|\W*$))"
    r"|\bwho (?:all |else )?(?:was|were|is|are|will be) (?:all |also )?(?:there|present|at|in attendance)\b"
)
# Who is named of those who were there.
_AMONG = re.compile(r"\b(?:among them|amongst them|including)\b|其中[有包]|包括")
_CAME = re.compile(
    r"(?:来到|走进|齐聚|汇聚|聚集)[^，,。]{0,8}(?:会议室|会场|会堂|现场|礼堂|大厅)"
    r"| (?:came to|gathered in|assembled in) the (?:[\w’'-]+ ){0,4}?(?i:halls?|rooms?|venue|meeting|ceremony)\b"
)


def persons_of(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    """The persons, or the bodies that may do what is asked who does, without those who are only spoken of."""
    asked_of = fold(question)
    named = [s for s in persons(text, language) if not is_credit(s, text, question)]
    doing = bodies(text, language)
    may_be = [s for s in doing if not named or _is_beside(s, named, text)] if _MAY_BE_BODY.search(asked_of) else []
    people = list(named)
    named += [s for s in doing if s in may_be or _DOES.search(text, 0, s.start)]
    if language == "zh":
        named = doers(named, text, asked_of)
        named = holders(named, wanted, text) or named
    else:
        by = done_by(text, wanted)
        named = [*by, *(s for s in named if all(s.start != one.start for one in by))]
    phrases = []
    if language == "zh":
        phrases = [name_of(s, named) for s in slots(text, wanted)] + [name_of(s, people) for s in agents(text, wanted)]
    found = [s for s in (*named, *names_alone(named, phrases, text)) if not is_spoken_of(text, s, asked_of)]
    there = [s for s in groups(text, language) if _ATTENDS.search(asked_of) and not is_credit(s, text, question)]
    if (among := _AMONG.search(text)) and any(s.start >= among.end() for s in found):
        there = []
    others = [
        s for s in found if not any(one.start <= s.start < one.end or text[one.end : s.start] == ", " for one in there)
    ]
    return [s for s in (*there, *others) if not is_past(text, s, asked_of)]


def _is_beside(body: Span, named: Sequence[Span], text: str) -> bool:
    """Whether an English name of a body is listed beside one of a person, so that both answer."""
    listed = rows(sorted((body, *named), key=lambda s: s.start), text)
    return any(body in row and len(row) > 1 for row in listed)


def came(question: str, text: str, language: Language) -> Span | None:
    """The one group that came to where something took place, where the question asks who was there."""
    there = [s for s in groups(text, language) if _CAME.match(text, s.end)]
    return there[0] if len(there) == 1 and _ATTENDS.search(fold(question)) else None


def places_of(wanted: Wanted, question: str, text: str, language: Language) -> list[Span]:
    """The places; in Chinese only those behind 位于 and the like where no more is asked than where it is."""
    if language == "en":
        return bound_for(places(text, language), fold(question), text)
    named = [s for s in places(text, "zh") if not _NO_PLACE.fullmatch(text, s.start, s.end)]
    asked_of = wanted.before + wanted.after
    situated = [s for s in named if s.weight > 1 and text[s.start : s.end] not in asked_of]
    standing = slots(text, wanted)
    if situated and not standing and _WHERE.search(wanted.before) and not wanted.after.strip("? 的呢"):
        return situated
    if _SOURCE.search(asked_of):
        named += [replace(s, weight=SURE) for s in titles(text) if _IN_WRITING.search(text, 0, s.start)]
    found = [*named, *located(text), *standing, *natives(text, wanted)]
    return [*found, *(s for s in floors(text, led=True) if not any(one.start <= s.start < one.end for one in found))]
