"""Who is asked for, in a sentence of the other language: the one person beside the role that the question names, or of
whom the deed is said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from rag.lexical import content_terms
from rag.match import words_of
from rag.meaning import is_word, likeness, word_vectors
from rag.short.events import events
from rag.short.given import SURNAMES
from rag.short.names import persons, words
from rag.short.roles import CHINESE_ROLE, KIN, role_across
from rag.short.spans import UNDER, Span
from rag.short.territory import alike, is_named
from rag.types import OTHER, Language

_ROLE_EN = re.compile(
    r"^(?:and )?(?:who|what) (?:is|was|are|were) (?:the (?:full )?name of )?"
    r"(?:(?P<pron>his|her|their|its)|the|an?|[\w ’'-]+?['’]s?) "
    r"(?:(?:current|present|new|former|first|old|late|full|own) )*(?P<role>[a-z-]+(?: [a-z-]+)?)"
    r"(?:['’]s (?:full )?name| called)?(?: (?:of|at|for|in|on|who|that|when|to)\b.*)?\W*$"
)
_ROLE_ZH = re.compile(
    r"(?:^|的|是|任)(?P<role>[^的是，,谁]{2,5})(?:是谁|叫什么(?:名字)?|是哪[一]?位)[?]?$|谁是(?:.*的)?(?P<role2>[^的是，,谁]{2,5})[?]?$"
)
_MARRIED = re.compile(r"\b(?:husband|wife|spouse|married|marry)\b")
_WEDDED = re.compile("(?:与|和|同|嫁给|娶)[^，,。；;]{0,12}$")
_WEDDING = re.compile("[^，,。；;]{0,4}(?:结婚|成婚|完婚|为妻|[，,。；;]|$)")
_DEED_EN = re.compile(r"^(?:and )?(?:by )?who(?:m)? (?:first |originally |also )?(?P<verb>[a-z]+)\b")
_DEED_ZH = re.compile(r"(?:^|[由是被])谁(?:来|最先|首先|最早)?(?P<verb>[^的了过?]{1,6})|谁(?P<verb2>[^的了过?]{1,4})")
_NO_DEED = frozenset("is was are were did does do has have had will would can could should may might else".split())
_TO_EN = re.compile(r"\b(?:to|contact|with|from|by|call|ask) (?:the |our )?(?:[a-z]+ ){0,3}?(?:[a-z]+,? )?$", re.I)
_TO_ZH = re.compile("(?:给|向|找|联系|跟|问)谁")
_CLAUSE_END = re.compile(r"[，,。；;！？!?\n]|$")
_PASSIVE = re.compile("[由被][^，,。；;]{0,12}$")
_NOT_DOING = re.compile("[给向为对跟把让请]$|(?:与|和)[^，,。；;]{0,6}$")
_BEHIND_NAME = re.compile("[在介说表为设带写告开算是和与等把对从向于一结创教任担率主负领，。、；：（(,;:. ）)”的]|$")
_NAME_LED = re.compile(f"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})")
_BY = re.compile(r" by (?:(?:the|an?|its|our) )?(?:(?!by\b)[\w’'-]+,? ){0,4}?$")
_LINK = "(?:(?:是|为|叫|名叫|系)|[:：])?"  # what may stand between a role and a name
_FORMER, _ASKS_FORMER = (
    re.compile(r"(?:前任?|原|已故)$|\b(?:former|ex|late)[ -]$"),
    re.compile(r"\b(?:was|were|former|then|late|did)\b|前|原|曾|当时|那时|以前"),
)
_WORDS_BREAK = re.compile(r"[,;:]| and | by ")


def who(question: str, language: Language, text: str) -> Span | None:
    """The person for whom a question asks, in a folded text of the other language."""
    asked = fold(question)
    named = _named(text, OTHER[language])
    others = [s for s in named if not _is_known(text[s.start : s.end], question, language)]
    found = _by_role(others, named, asked, question, language, text) or _doing(others, asked, language, text)
    said = {text[s.start : s.end] for s in found}
    return found[0] if len(said) == 1 else None


def _named(text: str, language: Language) -> list[Span]:
    """The names of persons, in Chinese also those that only a role before them shows to be names."""
    if language == "en":
        return [_without_role(s, text) for s in persons(text, "en") if not _is_opening(s, text)]
    found = persons(text, "zh")
    led = (_led(match.end(), text) for match in CHINESE_ROLE.finditer(text))
    return [*found, *(s for s in led if s and not any(s.start < o.end and o.start < s.end for o in found))]


def _without_role(span: Span, text: str) -> Span:
    """The name alone of Mayor Ana Ruiz."""
    role, _, name = text[span.start : span.end].partition(" ")
    return replace(span, start=span.end - len(name)) if " " in name and role_across(role.lower()) else span


def _led(at: int, text: str) -> Span | None:
    """The name that begins at a place behind a role, of three characters where what follows may follow a name."""
    link = re.compile(_LINK).match(text, at)
    at = link.end() if link else at
    match = _NAME_LED.match(text, at)
    if match is None:
        return None
    for end in (at + 3, at + 2):
        if end <= match.end() and _BEHIND_NAME.match(text, end) and not _is_words(text[at:end]):
            return Span(at, end)
    return None


def _is_words(said: str) -> bool:
    return is_word(said) or (len(said) == 3 and is_word(said[1:]) and is_word(said[:1]) and said[1:] in "负责介绍表示")


def _is_opening(span: Span, text: str) -> bool:
    """Whether a single word only looks like a name because it opens the sentence."""
    name = text[span.start : span.end]
    return not text[: span.start].strip() and " " not in name and is_word(name.lower())


def _is_known(name: str, question: str, language: Language) -> bool:
    if name in question or fold(name) in fold(question):
        return True
    return language == "en" and is_named(name, question)


def _by_role(
    others: Sequence[Span], named: Sequence[Span], asked: str, question: str, language: Language, text: str
) -> list[Span]:
    match = (_ROLE_EN if language == "en" else _ROLE_ZH).search(asked)
    role = match and (match["role"] if language == "en" else match["role"] or match["role2"])
    if match is None or not role:
        return _wedded(others, named, asked, text) if language == "en" else []
    said = role_across(role) or (role_across(role.rsplit(" ", 1)[-1]) if language == "en" else _tail(role))
    wedded = _wedded(others, named, asked, text) if language == "en" else []
    if said is None or not _is_told_of(question, role, text, language):
        return wedded
    under = bool(re.search(r"\b(?:deputy|vice|assistant)\b|副", asked))
    held = [s for s in others if _holds(s, said, text, under)]
    if not _ASKS_FORMER.search(asked):
        held = [s for s in held if not _is_former(s, said, text)]
    if language == "en" and match["pron"]:
        return held
    return [s for s in held if not _is_of_another(s, named, question, language, text)] or wedded


def _tail(role: str) -> re.Pattern[str] | None:
    return next((found for at in range(1, len(role) - 1) if (found := role_across(role[at:]))), None)


def _is_told_of(question: str, role: str, text: str, language: Language) -> bool:
    """Whether the text says of what a question asks the role of; names are no words that one can look up."""
    own = words_of(question, language, alike)
    left_out = {token for token, _ in content_terms(role + " name full 名字 叫 当时 现在 目前 现任 时任 now")}
    names = {token for match in re.finditer(r"\b[A-Z][a-z]+", question[4:]) for token, _ in content_terms(match[0])}
    rest = [share for token, share in zip(own.tokens, own.matched(text), strict=True) if token not in left_out | names]
    return not rest or max(rest) >= 0.3


def _holds(span: Span, said: re.Pattern[str], text: str, under: bool) -> bool:
    """Whether the role stands right before a name, or behind it in an aside or with a verb of being."""
    before, after = text[max(0, span.start - 48) : span.start], text[span.end : span.end + 50]
    if text[span.start].isascii():
        before, after = before.lower(), after.lower()
        led = re.search(
            rf"(?P<of>\b\w+ )?(?:{said.pattern})(?: (?:of|for|at) [\w ’'-]{{1,25}})?(?:,| is| was)? $", before
        )
        aside = re.match(
            rf",? (?:(?:who|the|an?|its|their|our|is|was|as|became|has|been) ){{1,3}}"
            rf"(?:[\w’'-]+ ){{0,2}}?(?:{said.pattern})",
            after,
        )
        return _ranked(before[: led.start() + len(led["of"] or "")] if led else "", under) if led else bool(aside)
    led = re.search(rf"(?:{said.pattern})(?:、[\u4e00-\u9fff]{{2,6}})?{_LINK}$", before)
    if led:
        return _ranked(before[: led.start()], under)
    behind = re.match(
        rf"(?:同志)?(?:是|任|担任|当|出任|为|，)[^，,。；;、]{{0,10}}?(?:{said.pattern})(?![\u4e00-\u9fff]{{0,2}}的)",
        after,
    )
    return behind is not None and ("副" in behind[0]) == under


def _is_former(span: Span, said: re.Pattern[str], text: str) -> bool:
    """Whether the role before a name is one that its holder had."""
    before = text[max(0, span.start - 48) : span.start].lower()
    led = re.search(rf"(?:{said.pattern})[^,，.。;；]{{0,12}}$", before)
    return led is not None and _FORMER.search(before[: led.start()]) is not None


def _ranked(before: str, under: bool) -> bool:
    return (UNDER.search(before) is not None or before.endswith("副")) == under


def _is_of_another(span: Span, named: Sequence[Span], question: str, language: Language, text: str) -> bool:
    """Whether the role is kin or the like of somebody whom the text names before it and the question does not."""
    owner = re.search(r"的[\u4e00-\u9fff]{2,5}$|['’]s [a-z ]{2,20},? ?$", text[: span.start])
    at = owner.start() if owner else -1
    by = [s for s in named if s.end == at]
    return any(not _is_known(text[s.start : s.end], question, language) for s in by) and bool(
        KIN.search(fold(question))
    )


def _wedded(others: Sequence[Span], named: Sequence[Span], asked: str, text: str) -> list[Span]:
    """Whom the person whom an English question names married."""
    if not _MARRIED.search(asked) or len(named) != 2 or len(others) != 1:
        return []
    return [s for s in others if _WEDDED.search(text[: s.start]) and _WEDDING.match(text, s.end)]


def _doing(others: Sequence[Span], asked: str, language: Language, text: str) -> list[Span]:
    """Those who do what is asked who does."""
    if language == "zh" and _TO_ZH.search(asked):
        return [s for s in others if _TO_EN.search(text[max(0, s.start - 40) : s.start])] if len(others) == 1 else []
    match = (_DEED_EN if language == "en" else _DEED_ZH).search(asked)
    deed = match and (match["verb"] if language == "en" else match["verb"] or match["verb2"])
    if not deed or deed in _NO_DEED:
        return []
    return [s for s in others if (_does_en if text[s.start].isascii() else _does_zh)(s, deed, asked, text)]


def _does_zh(span: Span, deed: str, asked: str, text: str) -> bool:
    """Whether the clause of a Chinese name goes on with the deed, and the name is not of whom it is done to."""
    start, before = span.end, text[: span.start]
    end = _CLAUSE_END.search(text, start)
    rest = text[start : end.start() if end else len(text)]
    if _NOT_DOING.search(before) and not _PASSIVE.search(before):
        return False
    verbs = [word for word, tag, _ in words(rest) if tag[0] == "v"][:3]
    happened = events(f"who {deed}") or events(asked)
    return bool(happened & events(rest)) or _means(deed, verbs)


def _does_en(span: Span, deed: str, asked: str, text: str) -> bool:
    """Whether an English name follows the deed with by, or the deed follows the name."""
    before = text[max(0, span.start - 80) : span.start].lower()
    by = _BY.search(before)
    behind = re.match(r"(?:,? who|, [^,]{1,40},)? (?P<verb>[a-z]+)", text[span.end :])
    said = _WORDS_BREAK.split(before[: by.start()])[-1].split()[-7:] if by else []
    said += [behind["verb"]] if behind else []
    happened = events(deed) or events(asked)
    return any(happened & events(f"it {verb} ") for verb in said) or _means(deed, said)


def _means(deed: str, said: Sequence[str]) -> bool:
    if not said:
        return False
    vectors = word_vectors()
    return float(likeness(vectors.of([deed]) @ vectors.of(list(said)).T).max()) >= 0.4
