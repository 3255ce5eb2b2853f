"""Which numbers of a sentence in the other language count what a question asks how many there are of."""

import re
from collections.abc import Mapping, Sequence

from corpus.fold import fold
from rag.lexical import content_terms
from rag.meaning import is_word, likeness, word_vectors
from rag.short.names import Word, words
from rag.short.spans import CLASSIFIERS, COUNTERS, Span
from rag.types import Language

# Likeness from which on what is counted is what is asked for, where the measure word goes with it, says nothing of it,
# or tells that it is of another kind.
_MAYBE, _SURELY, _THOUGH = 0.1, 0.4, 0.7
_UNSAID = 0.75  # how surely a measure word alone tells what is counted
_NEARLY = 0.12  # how much less surely than another a number may count what is asked for
_MEASURES = ("count", "weight", "area", "volume", "money", "people")  # of what can be said how many or how much
# Where a counted noun ends in English, which no tagger tells: at the first plural.
_PLURAL = re.compile(
    r"(?:[a-z]{2,}(?<![su])s|people|children|(?:[a-z]+)?m[ae]n|species|series|sheep|fish|aircraft|staff|police|genera|teeth"
    r"|feet|mice|deer|lives|crew)$"
)
_TELLING = "辆艘架栋幢册首门株户篇"  # measure words that count little else than what is given here
_OF_ALL = "次种层级"  # those that say themselves what they count
_NO_COUNTER = "号路线"  # 7号 is the name of one, and counts none
# What Chinese measure words count, where these tell.
_COUNTS: Mapping[str, re.Pattern[str]] = {
    measure: re.compile(rf"(?:{said})$")
    for measures, said in (
        ("户", "households?|famil(?:y|ies)|homes?"),
        ("次回", "times|visits?|trips?"),
        ("篇", "papers?|articles?|essays?"),
        ("册本", "books?|volumes?|copies|logbooks?|notebooks?"),
        ("卷", "volumes?"),
        ("栋幢", "buildings?|houses?|blocks?|towers?"),
        ("位名人", "people|persons?"),
        ("辆", "vehicles?|cars?"),
        ("种", "species|kinds?|types?|sorts?|varieties"),
        ("幅", "pictures?|paintings?|plates?|drawings?|maps?|photos?|illustrations?"),
        ("张", "cards?|tickets?|photos?|pictures?|tables?|beds?|maps?"),
        ("门", "courses?|subjects?|languages?|cannons?"),
        ("艘", "boats?|ships?|vessels?|ferr(?:y|ies)"),
        ("棵株", "trees?|plants?|bushes|seedlings?"),
        ("首", "songs?|poems?|tunes?"),
        ("间", "rooms?|classrooms?|bedrooms?|shops?"),
        ("层", "floors?|stor(?:e?y|e?ys|ies)|levels?|layers?"),
        ("集", "episodes?"),
        ("级", "steps?|stairs?"),
        ("期", "issues?"),
        ("架", "planes?|aircraft|aeroplanes?|airplanes?|helicopters?"),
        ("票", "votes?"),
        ("句", "sentences?|lines?"),
        ("步", "steps?"),
        ("颗", "trees?|seeds?|stars?|teeth"),
    )
    for measure in measures
}
_FLOORS = re.compile(r" stor(?:e?y|(?:ey|ie)s)$")
_CLAUSE_BEFORE = re.compile(r"[^，,、。；;：:！？!?—\n]*$")
_ENDS = re.compile(r"[，,、。；;：:！？!?）)”」\n]|$|以[上下]|左右|次(?=\W|$)")
# What may stand in English between a number and the last word of what it counts.
_PHRASE = re.compile(
    r"(?:(?: |-)(?!(?:in|on|at|for|to|by|from|with|and|or|of|are|is|was|were|had|have|has|who|that|which|per|than|as"
    r"|a|an|the)\b)[a-z][\w’'-]*){1,4}",
    re.I,
)
_OF_THE, _AMONG = (
    re.compile(r"\w of (?:the|its|their|these|those) $"),
    re.compile("[之当]?中(?=有|的?[一二两三四五六七八九十\\d])"),
)
_OF = re.compile(r"(?: [a-z]+)? of (?:the |its |their |his |her |these |those )?(?=[a-z])", re.I)


def counting(found: Sequence[Span], noun: str, text: str, language: Language) -> list[Span]:
    """The numbers of a folded text that count what `noun` says, in this `language`, the other than that of the text."""
    own = counted(noun, language)
    counts = [s for s in found if own and (s.measure in _MEASURES or _is_floors(s, text)) and not _is_whole(s, text)]
    shares = [(_counts(s, own, noun, text, language), s) for s in counts]
    best = max((share for share, _ in shares), default=0.0)
    return [s for share, s in shares if share and share >= best - _NEARLY]


def _is_floors(span: Span, text: str) -> bool:
    """Whether an English length is told in storeys."""
    return _FLOORS.search(text[span.start : span.end]) is not None


def _is_whole(span: Span, text: str) -> bool:
    """Whether a number is that of the whole of which a part is counted: of five of the 24, or 12户中9户."""
    return bool(_OF_THE.search(text[: span.start]) or _AMONG.match(text, span.end))


def counted(noun: str, language: Language) -> list[str]:
    """The words of what is counted, head last, without a measure word and what is said of it."""
    if language == "en":
        own = [written for _, written in content_terms(noun) if not written.isdigit()]
        end = next((place for place, word in enumerate(own, 1) if _PLURAL.match(word)), len(own))
        return own[:end]
    at = int(len(noun) > 1 and noun[0] in CLASSIFIERS + "大名位只")
    run: list[str] = []
    for word, tag, _ in words(noun[at:]):
        if not (tag[0] in "nj" or tag in ("vn", "l", "eng")):
            break
        run.append(word)
    return run or ([noun[0]] if noun[:1] in tuple(CLASSIFIERS + "户") else [])


def _counts(span: Span, own: Sequence[str], noun: str, text: str, language: Language) -> float:
    """How surely (0..1) a number counts what the words say, 0 where it is not sure."""
    if language == "zh":
        return _is_counted(_phrase(span, text), own[-1], noun[:1])
    measure, behind = _measure(span, text), _behind(span, text)
    goes = _goes(measure, own[-1])
    if measure == "户" or (goes and measure in _OF_ALL):
        return float(goes)
    if goes and measure in _TELLING:
        beside = behind or noun_before(span, text)
        return _UNSAID if len("".join(beside)) < 2 else _means(beside, own[-1:], _MAYBE)
    if behind:
        return _means(behind, own[-1:], _MAYBE if goes else _THOUGH if measure in _TELLING else _SURELY)
    if not _ENDS.match(text, span.end):
        return float(goes)
    return max(float(goes), _means(_before(span, text), own[-1:], _SURELY))


def _is_counted(its: Sequence[str], head: str, measure: str) -> float:
    """How surely (0..1) an English phrase counts what a Chinese word says that has a measure word."""
    goes = any(_goes(measure, word) for word in its)
    if goes and (measure in _TELLING or head == measure):
        return 1.0
    return _means(its, [head], _MAYBE if goes else _THOUGH if measure in _TELLING else _SURELY)


def _goes(measure: str, word: str) -> bool:
    return measure in _COUNTS and bool(_COUNTS[measure].match(word))


def _measure(span: Span, text: str) -> str:
    last = text[span.end - 1]
    return last if last in COUNTERS + "户次位名人" and last not in _NO_COUNTER else ""


def _behind(span: Span, text: str) -> list[str]:
    """The nouns right behind a number and its measure word."""
    run: list[str] = []
    for word, tag, _ in words(text[span.end : span.end + 12]):
        if not (tag[0] in "njb" or tag in ("vn", "l", "a", "eng")):
            break
        run.append(word)
    return run


def _before(span: Span, text: str) -> list[str]:
    """The nouns before a number in its clause: 完成加装电梯143部."""
    clause = _CLAUSE_BEFORE.search(text[: span.start])
    tagged: Sequence[Word] = words(clause[0]) if clause else ()
    return [word for word, tag, _ in tagged if tag[0] in "njv" and len(word) > 1][-3:]


def noun_before(span: Span, text: str) -> list[str]:
    """The noun right before a number: 护士 in 护士32名."""
    clause = _CLAUSE_BEFORE.search(text[: span.start])
    tagged = words(clause[0]) if clause else ()
    return [tagged[-1][0]] if tagged and tagged[-1][1][0] in "nj" and is_word(tagged[-1][0]) else []


def _phrase(span: Span, text: str) -> list[str]:
    """The words of what an English number counts: of 32 new flats both."""
    of = _OF.match(text, span.end)
    match = _PHRASE.match(text, of.end() - 1 if of else span.end)
    said = span.measure == "people" or _is_floors(span, text)
    last = [text[span.start : span.end].rsplit(" ", 1)[-1]] if said else []
    return last + (re.findall(r"[\w’]+", match[0].lower())[:3] if match else [])


def _means(its: Sequence[str], own: Sequence[str], least: float) -> float:
    """How much any of the words means what any of the others does, in one or in several; 0 where less than `least`."""
    one, other = _forms(its), _forms(own)
    if not one or not other:
        return 0.0
    vectors = word_vectors()
    share = float(likeness(vectors.of(one) @ vectors.of(other).T).max())
    return share if share >= least else 0.0


def _forms(said: Sequence[str]) -> list[str]:
    """The words, and of an English plural the singular too: it is the better known of the two."""
    folded = [fold(word) for word in said]
    return [*folded, *(re.sub("ie$", "y", word[:-1]) for word in folded if re.fullmatch("[a-z]{3,}(?<!s)s", word))]
