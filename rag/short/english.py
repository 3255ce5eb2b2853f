"""Names in an English sentence, all told by their capital letters: of persons, bodies and places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.short.spans import Span

# What may stand behind a letter and its full stop at the end of a sentence: Plan B. The ...
_OPENS = "(?:The|An?|He|She|It|They|We|I|You|In|On|At|This|That|These|But|And|His|Her|Its|Their|There|When|After|As)"
_LETTERED = "".join(rf"(?<!{word} )" for word in "Plan War Vitamin Class Type Grade Group Room Hall Part Block".split())
_INITIALS = rf"(?<!\.)(?!U\.[SKN]\.|D\.C\.){_LETTERED}(?:[A-Z]\.)+(?= (?!{_OPENS}\b)[A-Z])"
_CAPITAL = rf"(?:{_INITIALS}|(?:[A-Z]\.){{2,}}|[A-Z\u00c0-\u00de][\w'’&-]*)"
_SPACE = rf"(?<!\.) |(?<!U\.[SKN]\.)(?<!D\.C\.)(?<=\.) (?!{_OPENS}\b)"
_CAPITALS = re.compile(
    rf"(?:(?:Dr|Mrs?|Ms|Prof)\.? )?{_CAPITAL}"
    rf"(?:(?: of the | of | de la | del? | d[aio]s? | van der | van | von | al | bin | ibn | the | & |-|{_SPACE})"
    rf"{_CAPITAL})*"
)
_NO_NAME = frozenset(
    """
    the a an in on at by of for from to with after before during since as when while although however and but or it its
    he she his her they their this that these those there then also both some many most all one two three once if so
    such january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday i we you our my your not no yes what who where which how why under over between
    into through meanwhile later other others another each because due according despite among within though unlike
    until upon besides moreover thus therefore did do does asked less more fewer only even just still earlier anyone
    someone everyone nobody ten several thank thanks please never always children people men women students parents
    officials leaders experts authorities users customers visitors guests employees workers members photo photos
    picture pictures image images source like today tomorrow yesterday now finally
    much few little every any
    """.split()
)
_BODY = re.compile(
    r"\b(?:Area|City|District|County|Province|State|League|Union|University|College|School|Academy|Conservatory|Institut(?:e|ion)"
    r"|Company|Corporation|Inc|Ltd|Records|Comics|Museum|Library|Gallery|Church|Party|Committee|Council|Commission|Board"
    r"|Bureau|Office|Authority|Administration|Society|Foundation|Trust|Fund|Daily|Times|News|Herald|Tribune|Gazette"
    r"|Agency|Federation|Ministry|Cent(?:re|er)|Theat(?:re|er)|Orchestra|Choir|Studio|Hotel|Hospital|Clinic|Bank|Group"
    r"|Airport|Department|Association|Organi[sz]ation|Cooperative|Alliance|Coalition|Assembly|Army|Navy|Police|Services?"
    r"|Research|House|Court|Parliament|Senate|Congress|Airlines?|Railways?|Retail|Republic|Kingdom|Empire)s?\b"
)
_KIND = re.compile(
    r"\b(?:Island|River|Street|War|Cup|Award|Prize|Open|Games|Olympics?|Championship|Harbou?r|Ocean|Sea|Gulf|Mountain"
    r"|Valley|Desert|Canal|Square|Road|Avenue|Station|Terminal|Pier|Wharf|Dock|Basin|Parish|Zone|Region|Territory|Village"
    r"|Town|Borough|Cathedral|Abbey|Building|Plaza|Stadium|Arena|Peninsula|Plateau|Era|Age|Act|Treaty|Agreement|Plan"
    r"|Summit|Conference|Meeting|Festival|Week|Year|Century|Revolution|Project|Program(?:me)?|Initiative|Economy"
    r"|System|Thought|\w+(?:tion|sion|ism|istic))s?\b"
)
_AREA = re.compile(r"\b(?:Area|City|District|County|Province|State)$")  # of which a row says what something covers
_NEAR = 60  # characters before a name that can say what it is
_AN = re.compile(r"\b[Aa]n? $")
_ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Next|Last)\b")
_OFFICE = (
    r"(?:(?:Crown )?Prince|Princess|Duke|Duchess|King|Queen|Emperor|Empress|Pope|Sultan|Tsar|Earl|Count|Baron|Marquis"
    r"|Lord|Lady|Rev(?:erend)?"
    r"|Apostle|Venerable|Saint|President|Chancellor|(?:Arch)?[Bb]ishop|Cardinal|Dean|Rector|Principal|Professor|Secretary"
    r"|Minister|Mayor|Governor|Senator|Representative|Councill?or|Ambassador|Commissioner|Attorney|Justice|Judge"
    r"|Chair(?:man|woman)?|Chief(?: Executive| Justice| Constable)?|Director|Manager|Leader|Founder|Treasurer"
    r"|Spokes(?:man|woman|person)|Coach|Captain|Colonel|Commander|Admiral|Lieutenant|Sergeant|Officer|Inspector"
    r"|General(?= \S+ \S))"
)
_RANK = re.compile(rf"(?:{_OFFICE}|Prime|Dalai|Hon|General)\b")
_TITLED = re.compile(rf"\b{_OFFICE} (?=[A-Z])")
_IN_OFFICE = re.compile(rf".*(?<!\bof )\b{_OFFICE}(?: of (?:the )?[A-Z]\w+)? (?=[A-Z])")
# The chairman is Robert Service.
_HOLDER = re.compile(
    rf"\b(?i:{_OFFICE}|author|poet|writer|singer|painter|act(?:or|ress)|composer)(?: of [^,.;]+)? (?:is|was) $"
)
ADJECTIVE = r"(?:[A-Z]\w+(?:ese|ish|ian|ean|ican)|French|Dutch|German|Greek|Swiss|Thai|Czech|Slovak|Iraqi|Israeli)"
_ADJECTIVE = re.compile(ADJECTIVE)
_PEOPLE = rf"(?:{ADJECTIVE}|[A-Z]\w+(?:[cky]an|m[ae]n)|Cuban|Afghan)"
# The Russian Yuri Gagarin, but not the Russian Far East.
_OF_PEOPLE = re.compile(
    rf"{_PEOPLE} (?!(?:Air|Black|Central|Civil|Democratic|Far|Federal|Film|Football|Foreign|Golden|Grand|Great|High"
    r"|Labou?r|National|New|Prime|Red|Royal|Serie|Space|State|Stock|Super|Supreme|White|World)\b)"
    r"[A-Z]\w+ (?:(?:van der|van|von|de la|de|al|bin|ibn) )?[A-Z][\w’'-]+"
)
_OF_ADJECTIVE = re.compile(
    r":| (?!(?:\w+ed|and|or|is|was|has|had|does|did|will|would|can|could|said|says|who|wrote)\b)[a-z]"
)
_FIELD = (
    r"(?:Arts?|Sciences?|Technology|Engineering|Music|Dance|Drama|Design|Medicine|Health|Law|Economics|Business|Finance"
    r"|Commerce|Trade|Industry|Agriculture|Forestry|Fisheries|Education|Culture|Sports?|Tourism|Development|Planning"
    r"|Research|Management|Politics|Transport|Energy|Environment|Housing|Labou?r|Employment|Welfare|Food|Communications?)"
)
_FIELD_END, _FIELD_ALONE = re.compile(rf"\b{_FIELD}$"), re.compile(_FIELD)
_LISTED = re.compile(r",? and (?:the )?|, (?:the )?")
_BEFORE_PLACE = re.compile(
    r"(?<!\baccording )\b(?:in|at|near|to|from|into|outside|of|on|around|through|across|inside|within"
    r"|towards?|attend(?:s|ed|ing)?)(?: the)? $"
)
_BESIDE = re.compile(r"(?:north|south|east|west)[a-z]* of ")


def persons(text: str) -> list[Span]:
    """Every name that is not plainly of another kind, nor listed beside that of a place.

    >>> [s.start for s in persons("Ann Lee cut the ribbon.")], persons("Holm Bay and Lund Harbor met.")
    ([0], [])
    """
    may_be = (_without_bodies(text, row) for row in rows(wholes(text), text))
    named = (row for row in may_be if len(row) > 1 or not any(is_adjective(text, span) for span in row))
    return [span for row in named for span in row if not _is_no_person(text, span)]


def _without_bodies(text: str, row: list[Span]) -> list[Span]:
    """The names of a row that may be persons: beside a body those of several words, beside a place none."""
    kinds = [span for span in row if _is_of_kind(text, span)]
    if not kinds:
        return row
    if not all(_BODY.search(text[span.start : span.end].rsplit(" ", maxsplit=1)[-1]) for span in kinds):
        return []
    return [span for span in row if span not in kinds and " " in text[span.start : span.end]]


def bodies(text: str) -> list[Span]:
    """Names of authorities, firms and other bodies, but for those behind words that say where."""
    found: list[Span] = []
    for chain in _chains(wholes(text), text):
        is_row = len(chain) > 2
        if not is_row or not (is_led(text, chain[0]) or _AREA.search(text, chain[0].start, chain[0].end)):
            found += (span for span in chain if _BODY.search(text, span.start, span.end))
    return [span for span in found if not (is_led(text, span) or _AN.search(text, 0, span.start))]


def is_led(text: str, span: Span) -> bool:
    """Whether a word before a name says that it is a place."""
    return bool(_BESIDE.match(text, span.start) or _BEFORE_PLACE.search(text, 0, span.start))


def rows(names: Sequence[Span], text: str) -> Iterator[list[Span]]:
    """The names listed beside each other, as A, B and C are; of the others each alone."""
    for row in _chains(names, text):
        if len(row) > 1 and " and " in text[row[-2].end : row[-1].start]:
            yield row
        else:
            yield from ([span] for span in row)


def _chains(names: Sequence[Span], text: str) -> Iterator[list[Span]]:
    """The names with no more than commas or `and` between them."""
    chain: list[Span] = []
    for span in names:
        if chain and not _LISTED.fullmatch(text, chain[-1].end, span.start):
            yield chain
            chain = []
        chain.append(span)
    if chain:
        yield chain


def wholes(text: str) -> list[Span]:
    """Whatever is written with capitals, a name with `and` inside, such as Holm Science and Business School, in one."""
    found: list[Span] = []
    for span in capitals(text):
        if found and text[found[-1].end : span.start] == " and " and _is_one(text, found[-1], span):
            found[-1] = replace(found[-1], end=span.end)
        else:
            found.append(span)
    return found


def _is_one(text: str, first: Span, second: Span) -> bool:
    """Whether two names with `and` between are the halves of one."""
    left, right = text[first.start : first.end], text[second.start : second.end]
    if not _FIELD_END.search(left):
        return False
    return (" of " in left and bool(_FIELD_ALONE.fullmatch(right))) or bool(
        _BODY.search(right) and not _BODY.search(left)
    )


def _is_of_kind(text: str, span: Span) -> bool:
    name = text[span.start : span.end]
    if _IN_OFFICE.sub("", name).count(" ") == 1 and _HOLDER.search(text[max(0, span.start - _NEAR) : span.start]):
        return False
    return is_of_kind(name)


def is_of_kind(name: str) -> bool:
    """Whether a name says itself that it is that of a body, a place, an event or a time."""
    name = _IN_OFFICE.sub("", name)
    return bool(_BODY.search(name) or _KIND.search(name) or _ORDINAL.match(name))


def is_adjective(text: str, span: Span) -> bool:
    """Whether a name only says what somebody is or speaks: of `French engineers` no name is French."""
    return bool(_ADJECTIVE.fullmatch(text, span.start, span.end) and _OF_ADJECTIVE.match(text, span.end))


def _is_no_person(text: str, span: Span) -> bool:
    """Whether a name is quoted, stands after a word of place or an article, or describes: `a Greek poet`."""
    name, before, after = text[span.start : span.end], text[: span.start], text[span.end :]
    near = before[-_NEAR:]
    described = re.search(r"\b(?:an?|the)(?: \w+)? $" if " " not in name else r"\ban? $", near, re.I)
    ranked = _RANK.match(name) or _TITLED.search(name) or _OF_PEOPLE.fullmatch(name)
    called = re.search(r"\bthe $", near, re.I) and not (ranked or name.endswith("s"))
    opening = not near.strip() and re.fullmatch(r"[A-Z][a-z]+ing", name)  # Starting today, ...
    quoted = before.count("“") > before.count("”") or before.count('"') % 2
    numbered = re.match(r" \d", after)  # Phase 2
    kind = _BEFORE_PLACE.search(near.lower()) or re.fullmatch(r"[A-Z]{2,}s?|(?:[A-Z]\.){2,}", name)  # FTAs
    return bool(described or called or opening or quoted or numbered or kind)


def capitals(text: str) -> Iterator[Span]:
    """Whatever is written with capitals in English, without the words that only begin a sentence or say the date."""
    for match in _CAPITALS.finditer(text):
        start, words_ = match.start(), match[0].split(" ")
        while words_ and words_[0].casefold() in _NO_NAME:
            start += len(words_.pop(0)) + 1
        if words_:
            name = re.sub(r"['’]s?$", "", text[start : match.end()])
            yield Span(start, start + len(name))
