"""The names that articles are all about, called in full as the articles call them: 两江 where they say 两江新区."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice, takewhile

from corpus.fold import fold_aligned
from rag.lexical import Lexicon, content_terms, content_words
from rag.short.names import words
from rag.topic import is_common
from rag.types import Language

_ALWAYS = 0.9  # share of the places of a name where the rest of it must follow
_FEWEST = 5  # places
_MOST = 1000  # passages that are looked at
# Where it stands behind another name, which shares it or only looks like it: 两江创新区, the Lima and Quito new areas.
_NEAR: Mapping[Language, str] = {"zh": r"^[\u4e00-\u9fff]{{0,2}}{}", "en": r"\s[A-Z][\w-]*(?i:{})"}
_LIKELY = 3  # kinds that are tried
_SHORTEST = 2  # characters of a name
_REST: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[\u4e00-\u9fff]{2}"),
    "en": re.compile(r" [A-Z][a-z]+(?: [A-Z][a-z]+)*"),
}
# No part of another name: of South Africa where all is about South Korea.
_ALONE: Mapping[Language, str] = {
    "zh": "{}",
    "en": r"(?<![\w-])(?i:{})(?![\w-]| [A-Z\d])",
}
# What things are that have names of their own which begin with that of a place: 天府国际机场.
_OWN = re.compile(
    "(?:大道|[路街桥站城厅馆湖山寺塔楼店宫局厂港湾岛]|[机广剧商球牧]场|[大中小]学|学[院校]|[医剧影法]院|公园|[业件技]园|园区"
    "|公司|集团|银行|[新济]区|中心|交易所|研究[院所]|地铁|快线|运河|大厦)$"
)
_NAMED_BEFORE = re.compile(r"\s[A-Z][\w’'-]* $")
# What the rest of a name may be: a kind of place or body.
_KIND: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        "新区|公司|集团|大学|学院|中学|小学|学校|银行|医院|景区|公园|机场|车站|大桥|水库|社区|街道|酒店|餐厅|协会"
    ),
    "en": re.compile(
        r" (?:[A-Z][a-z]+ )*(?:Area|University|College|School|Company|Group|Bank|Museum|Library|Hospital|Park|Airport"
        r"|Station|Bridge|Hotel|District|County|Island|Club)"
    ),
}
# What asks which of two things of a kind, and what shows that they are compared.
_OF_TWO: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[这那]?(?P<two>两个)?(?(two)|哪一?个)(?P<kind>[\u4e00-\u9fff]{2})(?=谁|哪|[^\W\d_])"),
    "en": re.compile(
        r"^which (?:one )?(?:of the two )?(?P<kind>(?:[a-z]+ )?[a-z]+)(?P<rest> (?:is|was|are|were|has|covers)\b.*)",
        re.I,
    ),
}
_COMPARES: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"谁|更|哪一?个.*[大小早晚多少长短高低新旧先](?:一?[些点])?[?？]?$|[\u4e00-\u9fff][先早晚](?![进生导锋后行前上间晨餐饭茶会报班期年])\w"
    ),
    "en": re.compile(r"\b(?:[a-z]+er|more|less|first)\b", re.I),
}
# What calls any two places that all is about.
_ANY: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile("地[方区]|[城区]域"),
    "en": re.compile(r"(?:one|zone|place|area|region|site)s?", re.I),
}


class FullNames:
    """The full names of what some texts are all about."""

    def __init__(self, texts: Iterable[str], lexicon: Lexicon) -> None:
        self._text, self._lexicon = "\n".join(islice(texts, _MOST)), lexicon
        self._rest = lru_cache(maxsize=256)(self._find_rest)

    def in_full(self, question: str, language: Language) -> str:
        """The question with the name in full that the texts are all about; unchanged where it has several in short, of
        which the rest would say the same.
        """
        common = (said for token, said in content_terms(question) if is_common(token, self._lexicon))
        fuller = [full for name in common if (full := self._with_rest(question, name, language)) != question]
        return fuller[0] if len(fuller) == 1 else self._both(question, language)

    def _both(self, question: str, language: Language) -> str:
        """A question that compares the two things of one kind that the texts are all about, with their names."""
        match = _OF_TWO[language].search(question)
        names = self._pair(match["kind"], language) if match and _COMPARES[language].search(question) else []
        if not match or not names or any(name in question for name, _ in names):
            return question
        both = ["".join(name) for name in names]
        if language == "en":
            return f"Which{match['rest'].rstrip(' ?.')}, {' or '.join(both)}?"
        which = "" if match["two"] else "哪个"
        return question[: match.start()] + "和".join(both) + which + question[match.end() :]

    def _pair(self, kind: str, language: Language) -> list[tuple[str, str]]:
        """The names of the only two things of a kind, each with its rest; of any kind where a word for any is said."""
        found = [self._called(one, language) for one in (kind, *self._kinds(kind, language))]
        return next((names for names in found if len(names) == 2), [])

    def _kinds(self, kind: str, language: Language) -> list[str]:
        """The kinds of places that the texts most often say, where `kind` is a word for any."""
        if not _ANY[language].fullmatch(kind):
            return []
        before = "" if language == "zh" else r"\b[A-Z][a-z]+ "
        said = re.findall(f"{before}({_KIND[language].pattern.strip()})", self._text)
        return [one for one, _ in Counter(said).most_common(_LIKELY)]

    def _called(self, kind: str, language: Language) -> list[tuple[str, str]]:
        """The names, each with its rest, that end with what things of a kind are called."""
        before = r"[\u4e00-\u9fff]{2}" if language == "zh" else r"\b[A-Z][a-z]+"
        said = Counter(re.findall(rf"({before})(?= ?{kind.rstrip('s')})", self._text, re.I))
        names = [name for name, often in said.items() if often >= _FEWEST and self._is_word(name)]
        full = [(name, self._rest(name, language)) for name in names]
        return [(name, rest) for name, rest in full if rest.strip().lower() == kind.rstrip("s").lower()]

    def _is_word(self, name: str) -> bool:
        """Whether what stands before it differs: 家级 is but the end of 国家级."""
        before = Counter(self._text[match.start() - 1] for match in re.finditer(re.escape(name), self._text))
        return name.isascii() or max(before.values()) < _ALWAYS * before.total()

    def _with_rest(self, question: str, name: str, language: Language) -> str:
        """The question with the rest of a name, folded, behind it, if it has that nowhere and is on no longer name."""
        plain = fold_aligned(question) if language == "zh" else question
        match = re.search(_ALONE[language].format(re.escape(name)), plain)
        rest = self._rest(match[0], language) if match else ""
        if not match or rest.strip() in (plain if language == "en" else content_words(plain)):
            return question
        if re.search(_NEAR[language].format(re.escape(rest)), plain[match.end() :] if language == "zh" else plain):
            return question
        if _NAMED_BEFORE.search(plain[: match.start()]) or (language == "zh" and self._is_longer(plain, match)):
            return question
        return question[: match.end()] + rest + question[match.end() :]

    def _is_longer(self, question: str, name: re.Match[str]) -> bool:
        """Whether the nouns behind a name in a folded Chinese question make another name of it, or the texts say them
        right behind it too.
        """
        behind = [(word, tag) for word, tag, at in words(question) if at >= name.end()]
        nouns = [word for word, _ in takewhile(lambda word: word[1][0] in "njb" or word[1] == "vn", behind)]
        return bool(nouns) and (bool(_OWN.search("".join(nouns))) or name[0] + nouns[0] in self._text)

    def _find_rest(self, name: str, language: Language) -> str:
        """What follows a name nearly everywhere and says what kind of place or body it is; empty where nothing does."""
        if len(name) < _SHORTEST or (language == "en" and not name[0].isupper()):
            return ""
        places = [match.end() for match in re.finditer(re.escape(name), self._text)]
        found = Counter(match[0] for at in places if (match := _REST[language].match(self._text, at)))
        rest, often = found.most_common(1)[0] if found else ("", 0)
        return rest if _KIND[language].fullmatch(rest) and often >= max(_FEWEST, _ALWAYS * len(places)) else ""
