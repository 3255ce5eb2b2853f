"""By whom something is done: the name that a Chinese sentence puts between 由, 被 or 经 and the deed that is asked
about, and an English one behind the deed and `by`.

Patterns read the sentence as `fold_aligned` gives it.
"""

import re
from dataclasses import replace

from rag.lexical import content_terms
from rag.short.asked import Wanted
from rag.short.english import is_adjective, wholes
from rag.short.names import BODY_END, SOUNDS, Word, behind_office, words
from rag.short.spans import SURE, Span

_DATE = r"(?:[于在](?:公元前?)?\d{3,4}年(?:\d+月)?(?:\d+日)?)?"
_AGENT = (
    r"(?:由(?!于)|被|(?<![已曾历])经(?![过济]))(?P<who>[^，,。；;、由被经]{2,24}?)"
    rf"{_DATE}(?:所|来|共同|平均|分别|亲自|负责|首先)*"
)
_NOBODY = re.compile(r"[\d他她它其你我们]|自己|[年月日时面中下]$|(?<![双各甲乙买卖校警官院资])方$")
_NAMED = re.compile(r"n[rt]|ns|nz|x|eng")
_SOMEBODY = re.compile(
    rf"(?:[人者家员长师士官兵生童队妃父母子手主客户民众友亲妻夫姐妹兄弟爷奶婆方{BODY_END}]|企业|学校|单位|部门|中心|政府)$"
)
_NO_BODY = re.compile("(?:电|原|分|质|种|叶|机|句|例|双|增)[子手长]$")
# Between the deed and the name stands no more than what somebody is, or whose: by her friend, the Danish poet.
_NO_ROLE = (
    r"(?:in|on|at|of|from|for|with|to|by|near|under|after|before|during|between|against|about|into|over|as|than|and|or"
    r"|but|who|whom|whose|which|that|where|when|while|is|was|were|are|had|has|have|did|\w+ing|\w{2,}ed|led|sent|born)"
)
_ROLES = rf"(?:(?!{_NO_ROLE}\b)[a-z-]+ (?:and (?!{_NO_ROLE}\b))?|retired |leading )"
_BY = (
    rf"(?:ed|en|t|n|ung|ade)? (?:(?!by\b)[a-z\d]+ ){{0,3}}?by (?:the |an? |h(?:is|er) |its |their )?{_ROLES}{{0,3}}?"
    rf"(?:[A-Z][\w.]* {_ROLES}{{1,3}}?)?$"
)
_LEADS_TO = re.compile(
    rf" {_ROLES}{{1,3}}(?=[A-Z])"
)  # what stands so between two names is an office: the US giant Norsk
_WHERE = re.compile(r"\b(?:Lake|River|Sea|Street|Road|Square|Canal|Harbou?r|Bay|Day|Eve|Easter|Christmas)\b")
_LONGEST = 12  # characters
# Of verbs whose participle does not begin as what the question says of them.
_PARTICIPLES = dict(
    pair.split(":")
    for pair in (
        "wrote:writ drew:draw sang:sung gave:giv took:tak chose:chos stole:stol wove:wov broke:brok ran:run spoke:spok"
    ).split()
)


def agents(text: str, wanted: Wanted) -> list[Span]:
    """Who does the deed, in a Chinese text."""
    deed = next((said for said, tag, _ in words(wanted.after) if tag[0] == "v" and len(said) > 1), "")
    if not deed:
        return []
    found = (match.span("who") for match in re.finditer(_AGENT + re.escape(deed), text))
    named = (_name(text, start, end) for start, end in found)
    return [s for s in named if s and 1 < s.end - s.start <= _LONGEST and not _NOBODY.search(text, s.start, s.end)]


def _name(text: str, start: int, end: int) -> Span | None:
    """The name alone, without what says whose or what somebody is: of 日本诗人松尾 only 松尾. None where it is not that
    of a person or a body.
    """
    start = max(start, text.rfind("的", start, end) + 1)
    inside: list[Word] = [word for word in words(text) if start <= word[2] < end]
    said, tag, at = inside[-1] if inside else ("", "", start)
    is_body = text[end - 1] in BODY_END
    name = inside if is_body else behind_office(inside)
    is_named = (_NAMED.match(tag) and at + len(said) == end) or len(name) < len(inside)
    if not is_named and not _is_somebody(text[start:end]):
        return None
    return Span(name[0][2] if len(name) < len(inside) else start, end, weight=SURE)


def _is_somebody(said: str) -> bool:
    is_foreign = len(said) > 2 and set(said) <= set(SOUNDS)
    return is_foreign or (_SOMEBODY.search(said) is not None and not _NO_BODY.search(said))


def done_by(text: str, wanted: Wanted) -> list[Span]:
    """Whatever an English text names behind the deed that is asked about and `by`, be it a person or a body."""
    deed = next(iter(content_terms(wanted.after)), None)
    if deed is None or not wanted.after.lstrip().startswith(deed[1]):
        return []
    stem = _PARTICIPLES.get(deed[1]) or re.sub(r"iz$", "i[sz]", re.sub(r"[ei]$", "", deed[0]))
    by = re.compile(rf"\b(?i:{stem})\w*?{_BY}")
    names = wholes(text)
    starts = {s.start for s in names}
    named = (s for s in names if by.search(text, 0, s.start) and not is_adjective(text, s))
    leads = (_LEADS_TO.match(text, s.end) for s in names)
    of_others = {one.start() for one in leads if one and one.end() in starts}
    return [
        replace(s, weight=SURE) for s in named if s.end not in of_others and not _WHERE.search(text, s.start, s.end)
    ]
