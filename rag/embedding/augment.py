"""More pairs than the data holds: names and numbers made up, words exchanged for others of their kind.

Where a Chinese word and its gloss both stand in a pair, another word and its gloss can take their places: the pair
still says the same in both languages, and rare words and names are learned inside sentences. (Exchanging aligned words
for rare ones is known from translation: Fadaee et al. 2017, https://aclanthology.org/P17-2090.)
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.embedding.pairs import Pair
from rag.embedding.vocabulary import Entry

_SHORT = re.compile(r"(?:to )?[A-Za-z][A-Za-z'-]*(?: [A-Za-z][A-Za-z'-]*){0,2}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 7  # characters of a word that is looked for
_KINDS = {
    "省": "Province", "市": "City", "区": "District", "县": "County", "镇": "Town", "村": "Village", "路": "Road",
    "新区": "New Area", "大学": "University", "公司": "Company", "集团": "Group", "机场": "Airport", "医院": "Hospital",
    "大桥": "Bridge", "山": "Mountain", "河": "River", "湖": "Lake", "站": "Station", "港": "Port", "寺": "Temple",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Names:
    """Makes up Chinese names of people and places, with their romanised forms."""

    surnames: Sequence[tuple[str, str]]
    syllables: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, entries: Iterable[Entry], characters: Iterable[str]) -> "Names":
        """Surnames from the dictionary; given names from those of `characters` that are read in one way only."""
        single = [entry for entry in entries if len(entry.simplified) == 1]
        readings = defaultdict(set)
        for entry in single:
            readings[entry.simplified].add(entry.reading.lower())
        surnames = {e.simplified: e.reading for e in single if e.glosses[:1] == (f"surname {e.reading}",)}
        only = [(char, min(readings[char])) for char in characters if len(readings[char]) == 1]
        return cls(sorted(surnames.items()), only)

    def make(self, chance: random.Random) -> Pair:
        """A name that probably nobody and nothing has."""
        given = chance.choices(self.syllables, k=chance.choice((1, 2, 2)))
        chinese, spoken = "".join(char for char, _ in given), "".join(sound for _, sound in given)
        if chance.random() < 0.5:
            surname, sound = chance.choice(self.surnames)
            return Pair(surname + chinese, f"{sound} {spoken.capitalize()}")
        kind, english = chance.choice(list(_KINDS.items()))
        return Pair(chinese + kind, f"{spoken.capitalize()} {english}")


class Exchange:
    """Exchanges words, names and numbers of a pair for others."""

    def __init__(
        self, entries: Iterable[Entry], titles: Iterable[Pair], names: Names, folding: Mapping[str, str]
    ) -> None:
        self._glosses: defaultdict[str, list[str]] = defaultdict(list)
        for pair in (*short_glosses(entries), *titles):
            self._glosses[pair.chinese].append(pair.english)
        self._by_kind: defaultdict[str, list[Pair]] = defaultdict(list)
        for word, glosses in self._glosses.items():
            if len(word) > 1:
                self._by_kind[kind(glosses[0])].append(Pair(word, glosses[0]))
        self._names, self._folding = names, str.maketrans(dict(folding))

    def __call__(self, pair: Pair, chance: random.Random) -> Pair:
        """The pair with up to three places exchanged; the same pair where there is none."""
        simplified = Pair(pair.chinese.translate(self._folding), pair.english)
        places = [*_numbers(simplified, chance), *self._words(simplified, chance)]
        chance.shuffle(places)
        for old, new in places[: chance.choice((1, 2, 3))]:
            if simplified.chinese.count(old.chinese) == 1 and len(_find(old.english, simplified.english)) == 1:
                simplified = _replace(simplified, old, new)
        return simplified

    def _words(self, pair: Pair, chance: random.Random) -> Iterator[tuple[Pair, Pair]]:
        lower, text = pair.english.lower(), pair.chinese
        for start in range(len(text)):
            for end in range(min(len(text), start + _LONGEST), start + 1, -1):
                for gloss in self._glosses.get(text[start:end], ()):
                    if gloss.removeprefix("to ").lower() in lower:
                        yield Pair(text[start:end], gloss.removeprefix("to ")), self._other(kind(gloss), chance)
                        break

    def _other(self, wanted: str, chance: random.Random) -> Pair:
        new = chance.choice(self._by_kind[wanted])
        if wanted != "name":
            return Pair(new.chinese, new.english.removeprefix("to "))
        new = self._names.make(chance) if chance.random() < 0.35 else new
        return Pair(f" {new.english} ", new.english) if chance.random() < 0.15 else new


def short_glosses(entries: Iterable[Entry]) -> Iterator[Pair]:
    """Headwords with each of their first glosses that is a plain word or two."""
    for entry in entries:
        for gloss in entry.glosses[:3]:
            yield from (Pair(entry.simplified, part) for part in gloss.split("; ") if _SHORT.fullmatch(part))


def kind(gloss: str) -> str:
    """What can stand in a gloss's place: another verb, name, or other word."""
    return "verb" if gloss.startswith("to ") else "name" if gloss[0].isupper() else "other"


def _numbers(pair: Pair, chance: random.Random) -> Iterator[tuple[Pair, Pair]]:
    for number in sorted({*_NUMBER.findall(pair.chinese)} & {*_NUMBER.findall(pair.english)}):
        new = re.sub(r"\d", lambda _: chance.choice("123456789"), number)
        yield Pair(number, number), Pair(new, new)


def _find(phrase: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def _replace(pair: Pair, old: Pair, new: Pair) -> Pair:
    (found,) = _find(old.english, pair.english)
    english = pair.english[: found.start()] + new.english + pair.english[found.end() :]
    return Pair(pair.chinese.replace(old.chinese, new.chinese), english)
