"""English questions that leave something out, and the noun phrases of an earlier one that fill the gap."""

import re

from rag.followup.ellipsis import About, Gap, exchange_numbered
from rag.followup.english_phrases import (
    ASKING,
    AUXILIARY,
    MARKS,
    NAME,
    PREPOSITION,
    SOMEBODY,
    determined_in,
    lacks_owner,
    names_in,
    subject_phrase,
)

_QUALITY = r"(?:many|much|large|big|long|far|tall|high|wide|deep|old|often|soon|small|important|expensive|fast|heavy)"
_LEAD = re.compile(r"^(?:(?:and|but|or|so|then|also)\b,?\s*)+", re.I)
_ABOUT = re.compile(r"^(?:what|how) about\s+", re.I)
_MORE = re.compile(
    r"(?:what|who|where|anything|anyone|any|and)?\s*(?:else|more|others|other ones|and)(?: is there)?", re.I
)
_BARE = re.compile(
    rf"((?:{PREPOSITION}\s+)?(?:{ASKING}|how come)(?:\s+(?:{_QUALITY}|ones?|year|day|month|date|time|reason))?)"
    r"(?:\s+(?:is|was)\s+(?:that|this))?(?:\s+(?:so|exactly|not))?",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(?P<thing>it(?=\W|$)|its)\b|\b(?P<several>they|them|their|theirs)\b|\b(?P<person>he|she|him|his|hers?)\b"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )\b(?P<place>there)\b(?! (?:is|are|was|were|any|a|an)\b)"
    r"|\b(?:this|that|these|those) (?P<named>(?:new )?(?:area|region|place|city|country|company|firm"
    r"|university|school|organi[sz]ation))\b|\b(?P<event>this|that|these|those)(?=\W*$| mean| matter| important)",
    re.I,
)
_EXPLETIVE = re.compile(
    r"\bit (?:true|possible|likely|important|necessary|clear|known|said|hard|difficult|easy|better"
    r"|worth) (?:that|to|for|how|whether)\b"
    r"|\b(?:is|was) it (?:to|that)\b|\bhow (?:long|much|many \w+) (?:does|did|will|would) it (?:take"
    r"|cost)\b(?=\s+\w)|\bit take to\b|\bwhat time is it\b",
    re.I,
)
_DETERMINER = r"(?:the|an?|my|our|your)"
_LED = rf"(?:{ASKING}|{AUXILIARY}|{PREPOSITION}|{_DETERMINER}|of|and|or|many|much)\b"
_OWN = r"\b(?:my|our|your) (?:own )?\w+\b"
_TURN = r"\b(?:open|close|start|begin|end|finish|stop|arrive|depart)\b"
_WHEN = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|(?:public |bank )?holidays?|spring|summer"
    r"|autumn|winter|the (?:morning|afternoon|evening)|night)",
    re.I,
)
# When something was or will be that happens once.
_ASKS_ONCE = re.compile(
    r"^when\b.*\b(?:open(?:ed)?|found(?:ed)?|born|built|established|take shape|completed|finished)\W*$", re.I
)
_KINDS: tuple[About, ...] = ("several", "person", "event")
_DOER = re.compile(rf"who\s+(?!(?:is|are|was|were|do|does)\b)(.+?)(?:, and (?:{PREPOSITION} )?{ASKING}\b.*)?\W*$", re.I)
_LIGHT_VERB = re.compile(r" (?:take|come|go|get|make|become|be|have)$")
_FOR_KIND = re.compile(r"for (?:an? )?(?!the\b|how\b|wh)[a-z-]+(?: [a-z-]+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_THE_TEXT = re.compile(
    r"^(?:the |this )?(?:article|text|author|paper|page|report|editor|newspaper|journalist)s?$", re.I
)


def gap(question: str) -> Gap | None:
    """What the question leaves out; None where it stands by itself."""
    core = _LEAD.sub("", question).strip(MARKS)
    if not core or _MORE.fullmatch(core):
        return Gap("all")
    if bare := _BARE.fullmatch(core):
        return Gap("topic", bare[1])
    if pronoun := _pronoun(question):
        about: About = next((kind for kind in _KINDS if pronoun[kind]), "thing")
        return Gap("subject", about=about)
    words = _ABOUT.sub("", core)
    if words != core or (core != question.strip(MARKS) and not re.search(rf"\b(?:{ASKING}|{AUXILIARY})\b", core, re.I)):
        return Gap("subject", words) if lacks_owner(words) else Gap("rest", words)
    named = subject_phrase(core)
    return Gap("subject", named) if named and lacks_owner(named) and core.endswith(named) else None


def insert(question: str, found: Gap, subject: str) -> str:
    """The question with the subject that it lacks."""
    asked = _LEAD.sub("", question) if len(_LEAD.sub("", question).split()) > 2 else question
    pronoun = None if found.words else _pronoun(asked)
    if pronoun is None:
        return f"{_capital(asked.rstrip(MARKS))} of {subject}?"
    words, rest = pronoun[0].lower(), asked[pronoun.end() :]
    owns = _owns(words) or (words == "her" and re.match(r"\s+\w", rest) is not None)
    filled = f"in {subject}" if words == "there" else f"{subject}{_possessive(subject)}" if owns else subject
    return _capital(asked[: pronoun.start()] + filled + rest)


def _owns(pronoun: str) -> bool:
    return pronoun.lower() in {"its", "their", "his", "theirs", "hers"}


def _possessive(name: str) -> str:
    return "’" if name.endswith("s") else "’s"


def subject(question: str, about: About = "thing") -> str | None:
    """What the question is about, as it could stand in another; None where that cannot be told."""
    if about == "event":
        return _topic(question)
    named = subject_phrase(question)
    if about == "person" and (doer := _DOER.match(question)):
        return f"the person who {doer[1]}"
    if named and about == "person" and re.search(rf"\b(?:in|at) (?:the )?{re.escape(named)}", question):
        return None
    if named is None or about == "person":
        return named
    owner = re.match(r"(?:the|an?)\s+[^A-Z]*?\bof\s+(.+)", named) or re.match(r"(.+?)['’]s?\s+[a-z].*", named)
    return owner[1] if owner else named


def topics(question: str) -> list[str]:
    """The names and other noun phrases of a question."""
    return names_in(question) or determined_in(question)


def replace(earlier: str, words: str) -> str | None:
    """The earlier question about what `words` name instead, in the place of the phrase that is most like them."""
    words = re.sub(r"['’]s?$", "", words)
    bare = re.sub(rf"^{PREPOSITION}\s+", "", words, flags=re.I)
    found = exchange_numbered(earlier, bare) or _behind_preposition(earlier, words)
    if found := found or _exchange_headed(earlier, bare) or _exchange_of_kind(earlier, bare):
        return found
    subjects = dict.fromkeys((subject(earlier), *names_in(earlier), subject_phrase(earlier)))
    phrases = [phrase for phrase in subjects if phrase and not SOMEBODY.fullmatch(phrase)] or determined_in(earlier)
    if not phrases:
        return None
    if at_time := _at_time(earlier, words, bare, phrases[0]):
        return at_time
    best = max(phrases, key=lambda phrase: _likeness(phrase, bare))  # the first of several that are equally like
    if of_one := _exchange_one(earlier, bare, best):
        return of_one
    old = f"the {best}" if f"the {best}" in earlier and NAME.fullmatch(bare) else best
    return _capital(re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: bare, earlier, count=1))


def _at_time(earlier: str, words: str, bare: str, subject: str) -> str | None:
    """The earlier question about another time; one that asks when, as what is with its subject then."""
    if _YEAR.fullmatch(bare) and _ASKS_ONCE.search(earlier):
        return f"What about {_LIGHT_VERB.sub('', subject)} in {bare}?"
    old = re.search(rf"\b{_WHEN.pattern}\b", earlier, re.I) if _WHEN.fullmatch(bare) else None
    if old:
        return f"{earlier[: old.start()]}{bare}{earlier[old.end() :]}"
    if (bare != words and bare[0].isdigit()) or _WHEN.fullmatch(bare):
        return f"{earlier.rstrip(MARKS)} {words}?"
    return None


def _behind_preposition(earlier: str, words: str) -> str | None:
    """The earlier question with other words behind the preposition that both end with, or for somebody of a kind behind
    what it asks of a thing; None where that is not so.
    """
    led = re.match(rf"({PREPOSITION}|of)\s+\D", words, re.I)
    last = re.search(rf"\b{led[1]}\s+(?!.*\b(?:{PREPOSITION}|of)\s)[^,;]+?(?=\W*$)", earlier, re.I) if led else None
    if last:
        return f"{earlier[: last.start()]}{words}{earlier[last.end() :]}"
    of_thing = _FOR_KIND.fullmatch(words) and re.match(r"(?:the|an?)\s", subject(earlier) or "", re.I)
    return f"{earlier.rstrip(MARKS)} {words}?" if of_thing else None


def _exchange_headed(earlier: str, words: str) -> str | None:
    """The earlier question with `words` for what ends with the same word and has another before that ("sick leave",
    parental leave); None where there is nothing of the kind.
    """
    given = re.fullmatch(rf"({_DETERMINER} )?([a-z-]+ ([a-z-]+))", words)
    old = re.search(rf"\b({_DETERMINER} |{_LED} )(?!{_LED})[a-z-]+ {given[3]}\b", earlier) if given else None
    if not given or not old:
        return None
    own = given[1] or ""
    led = own or old[1] if re.fullmatch(f"{_DETERMINER} ", old[1]) else old[1] + own
    return f"{earlier[: old.start()]}{led}{given[2]}{earlier[old.end() :]}"


def _exchange_one(earlier: str, words: str, best: str) -> str | None:
    """The earlier question with "the advanced one" as what it calls by the noun, the last of the phrase `best` and of
    what that owns; None where that is not so.
    """
    one = re.fullmatch(r"(.+) ones?", words)
    old = re.search(rf"{re.escape(best)}(?:['’]s?(?: [a-z]+)+?(?=\W*$| [a-z]+\b))?", earlier) if one else None
    return f"{earlier[: old.start()]}{one[1]} {old[0].split()[-1]}{earlier[old.end() :]}" if one and old else None


def _exchange_of_kind(earlier: str, words: str) -> str | None:
    """The earlier question with `words` for what is the speaker's as they are (my dog, my bike), or for a verb like the
    one that they are (open, close); None where there is nothing of the kind.
    """
    kind = next((kind for kind in (_OWN, _TURN) if re.fullmatch(kind, words)), None)
    old = re.search(kind, earlier) if kind else None
    return f"{earlier[: old.start()]}{words}{earlier[old.end() :]}" if old else None


def _likeness(one: str, other: str) -> int:
    """How much two phrases are of one kind: 2 the same last word, 1 both names or both not, 0 nothing."""
    if one.rsplit(maxsplit=1)[-1].lower() == other.rsplit(maxsplit=1)[-1].lower():
        return 2
    return int(bool(NAME.fullmatch(one)) == bool(NAME.fullmatch(other)))


def ask_instead(earlier: str, words: str) -> str:
    """The earlier question with another question word."""
    asked = re.match(rf"(?P<old>.*?\b{ASKING}\b.*?)\s*\b(?P<rest>{AUXILIARY}\b.*?)\W*$", earlier, re.I)
    if not asked:
        counted = re.match(r"(?:which|what)\s+(.+)", earlier, re.I)
        if counted and words.lower() == "how many":
            return f"How many {counted[1]}"
        return f"{earlier.rstrip(MARKS)}, and {words[0].lower()}{words[1:]}?"
    old = re.sub(rf"^.*?\b{ASKING}\b\s*(?:many|much)?\s*", "", asked["old"], flags=re.I)
    if re.fullmatch(r"how many|which(?: ones?)?", words, re.I):
        return _capital(f"{words.split(' one', maxsplit=1)[0]} {old} {asked['rest']}?".replace("  ", " "))
    said = words.lower().endswith(old.lower())
    return _capital(" ".join(filter(None, (words, asked["rest"], "" if said else old))) + "?")


def beside(topic: str, words: str) -> str:
    """A topic and the question about it, side by side."""
    return f"{_capital(topic.rstrip(MARKS))}: {words.rstrip(MARKS).lower()}?"


def _topic(question: str) -> str:
    """The question without what asks in it."""
    asking = rf"^(?:{PREPOSITION}\s+)?{ASKING}(?:\s+{_QUALITY})?\s+(?:{AUXILIARY}\s+)?"
    return re.sub(asking, "", question, flags=re.I).rstrip(MARKS)


def _pronoun(question: str) -> re.Match[str] | None:
    """The first pronoun, unless the question itself names before it what it may stand for."""
    if _EXPLETIVE.search(question):
        return None
    for match in _PRONOUN.finditer(question):
        before = question[: match.start()]
        # In "which system has its own" the question word is what the pronoun stands for.
        if re.match(
            rf"(?:which|what|how many)\s+(?!{AUXILIARY}\b).*(?<!\w)(?!{AUXILIARY}\s+$)\S+\s+$", before, re.I
        ) and _owns(match[0]):
            return None
        own = [name for name in (*names_in(before), *determined_in(before)) if not _OF_THE_TEXT.match(name)]
        return None if own else match
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
