"""The persons whom the sentences of an article name, and whether each is spoken of as he or as she."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.short import english
from rag.short.owner import people
from rag.short.spans import Span
from rag.types import Language

_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")
_OF_ZH = "的(?!时候)|[妻女儿母父]|爸|妈|家[里的]?(?!$)|自己"
SUBJECT = {
    "en": re.compile(r"\b(?:(?P<m>he)|(?P<f>she))\b", re.I),
    "zh": re.compile(rf"(?<![其犹吉维耳排无利])(?:(?P<m>他)|(?P<f>她))(?![们人国乡方处日州命])(?!{_OF_ZH})"),
}
_OBJECT = {
    "en": re.compile(r"\b(?:(?P<m>him|his)|(?P<f>hers?))\b", re.I),
    "zh": re.compile(rf"(?<![其犹吉维耳排无利])(?:(?P<m>他)|(?P<f>她))(?={_OF_ZH})"),
}
_TITLES = re.compile(
    r"\b(?:(?P<m>Mr|Sir|Lord|King|Prince|Father|(?:his|her) (?:husband|son|brother|father|uncle|nephew|grandson))"
    r"|(?P<f>Mrs|Ms|Miss|Lady|Queen|Princess|Dame|(?:his|her) (?:wife|daughter|sister|mother|aunt|niece|widow)))\.?,? $"
)
_TITLES_ZH = re.compile(
    r"(?P<m>父亲|儿子|丈夫|哥哥|弟弟|爷爷|爸爸|老头|小伙)$|(?P<f>母亲|女儿|妻子|姐姐|妹妹|奶奶|妈妈|姑娘|太太)$"
)
_CALLED_ZH = re.compile("(?P<m>先生|大爷|爷爷|叔叔)|(?P<f>女士|小姐|阿姨|奶奶|大妈)")
# First names that only men, or only women, have.
_FIRST = {
    "m": frozenset(
        "Adam Albert Andrew Anthony Arthur Benjamin Bernard Brian Charles Christopher Daniel David Dennis Donald"
        " Douglas"
        " Edgar Edmund Edward Eric Ernest Frank Frederick Geoffrey George Gerald Gordon Graham Harold Henry Herbert"
        " Howard Hugh Ian Isaac Jack Jacob James Jeffrey John Jonah Jonathan Joseph Keith Kenneth Kevin Lawrence"
        " Leonard"
        " Louis Malcolm Mark Martin Matthew Michael Neil Nicholas Oliver Oscar Patrick Paul Peter Philip Ralph"
        " Raymond"
        " Richard Robert Roger Ronald Samuel Simon Stephen Steven Stuart Theodore Thomas Timothy Tom Victor Walter"
        " William".split()
    ),
    "f": frozenset(
        "Abigail Agnes Alice Amanda Amelia Amy Angela Ann Anna Anne Annie Barbara Beatrice Bridget Caroline Catherine"
        " Charlotte Christine Clara Claire Deborah Diana Diane Dorothy Edith Eileen Eleanor Elizabeth Ellen Emily Emma"
        " Eva Evelyn Fiona Florence Frances Gillian Grace Hannah Harriet Heather Helen Ida Irene Isabel Jane Janet"
        " Jennifer Jessica Joan Joanna Judith Julia Karen Katherine Kathleen Laura Linda Louise Lucy Margaret Maria"
        " Marie"
        " Martha Mary Maud Molly Nancy Olivia Patricia Rachel Rebecca Rosemary Ruth Sarah Sophia Sophie Stella Susan"
        " Sylvia Theresa Victoria Violet Virginia".split()
    ),
}
_FULL = re.compile(
    r"(?:(?:Dr|Mrs?|Ms|Prof)\.? )?[A-Z][\w’'-]*\.?(?: [A-Z]\.)*(?: (?:[a-z]{1,3} ){0,2}[A-Z][\w’'-]*){1,3}"
)
_TITLED = re.compile(
    r"^(?:(?:Dr|Mrs?|Ms|Miss|Prof|Professor|Sir|Lord|Lady|Dame|Captain|Colonel|General|Major|Father|President|Mayor"
    r"|Inspector|Sergeant|Judge|Councillor|Bishop|King|Queen|Prince|Princess)\.? )+"
)
_SURE = 3  # votes that a title or a first name counts
_LIKELY = 2  # times as often he as she, or she as he, where one is sure


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence: where the names of persons stand in it, each by its key (see `key_of`), and whether he or she ("m" or
    "f") does something in it, and whether something is his or hers.
    """

    named: tuple[tuple[int, str], ...]
    subjects: frozenset[str]
    others: frozenset[str]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the persons that it names."""
        return frozenset(key for _, key in self.named)

    def of_sex(self, sex: str, sexes: Mapping[str, str]) -> frozenset[str]:
        """The keys of those of whom the article speaks as he, or as she."""
        return frozenset(key for key in self.keys if sexes.get(key) == sex)


def key_of(name: str, language: Language) -> str:
    """What is the same of a person's full name and of a shorter one: in English its last word."""
    return name.rsplit(" ", 1)[-1] if language == "en" else name


def without_title(name: str) -> str:
    """A name without Dr, Mrs and the like before it."""
    return _TITLED.sub("", name)


def _persons(text: str, alone: frozenset[str]) -> Iterator[Span]:
    """Whatever is written with capitals in English in several words, or in one of those that may stand `alone`, as a
    person's name is, and not as that of a body or a place.
    """
    for span in english.capitals(text):
        name = text[span.start : span.end]
        if name in alone or (_FULL.fullmatch(name) and not english.is_of_kind(name)):
            yield span


@lru_cache(maxsize=16)
def read_article(texts: tuple[str, ...], language: Language) -> tuple[list[Read], dict[str, str]]:
    """The sentences of an article as they are read, and of each person in it whether he or she is spoken of, but for
    those who share the last name with others.
    """
    full = [text[span.start : span.end] for text in texts for span in _persons(text, frozenset())]
    alone = frozenset(name.rsplit(" ", 1)[-1] for name in full) if language == "en" else frozenset()
    reads = [_read(text, language, alone) for text in texts]
    votes: dict[str, Counter[str]] = {}
    before: Read | None = None
    for text, read in zip(texts, reads, strict=True):
        for key, sex in _votes(text, read, before, language):
            votes.setdefault(key, Counter())[sex] += 1
        before = read if read.named else None
    shared = _shared(full) if language == "en" else frozenset()
    return reads, {key: sex for key, counts in votes.items() if key not in shared and (sex := _surely(counts))}


def _shared(names: Sequence[str]) -> frozenset[str]:
    """The last names that several of the full names have with other first names."""
    firsts: dict[str, set[str]] = {}
    for name in names:
        *before, last = without_title(name).split(" ")
        firsts.setdefault(last, set()).update(before[:1])
    return frozenset(last for last, one in firsts.items() if len(one) > 1)


def _surely(counts: Counter[str]) -> str:
    (sex, most), *rest = counts.most_common()
    return sex if not rest or most >= _LIKELY * rest[0][1] else ""


def _read(text: str, language: Language, alone: frozenset[str]) -> Read:
    said = _unquoted(text)
    spans = _persons(text, alone) if language == "en" else people(text)
    named = tuple((span.start, key_of(text[span.start : span.end], language)) for span in spans)
    subjects, others = (
        frozenset(str(match.lastgroup) for match in pattern[language].finditer(said)) for pattern in (SUBJECT, _OBJECT)
    )
    return Read(named, subjects, others)


def _unquoted(text: str) -> str:
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


def _votes(text: str, read: Read, before: Read | None, language: Language) -> Iterator[tuple[str, str]]:
    """What a sentence tells of persons: by titles and first names, and by who is spoken of behind the one name."""
    for at, key in read.named:
        yield from ((key, sex) for sex in _called(text, at, key, language) for _ in range(_SURE))
    if len(read.subjects) != 1:
        return
    pronoun = next(SUBJECT[language].finditer(_unquoted(text)))
    led = {key for at, key in read.named if at < pronoun.start()}
    if not led and before is not None:
        led = set(before.keys)
    if len(led) == 1:
        yield led.pop(), str(pronoun.lastgroup)


def _called(text: str, at: int, key: str, language: Language) -> Iterator[str]:
    """Whether the name at a place in a text is called that of a man or of a woman."""
    if language == "en":
        found = [_TITLES.search(text[:at])]
        first = text[at : text.find(key, at)].split(" ", 1)[0]
        yield from (sex for sex, names in _FIRST.items() if first in names)
    else:
        found = [_TITLES_ZH.search(text[:at]), _CALLED_ZH.match(text, at + len(key))]
    yield from (str(match.lastgroup) for match in found if match)
