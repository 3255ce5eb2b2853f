"""The list under a heading, or behind who gives advice, where a question does not ask for a list in so many words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.fold import fold
from rag.chunk import Unit, texts_of
from rag.extract import Candidate
from rag.field import label_of_item
from rag.language import is_in
from rag.lexical import content_words
from rag.lists.enumeration import Enumeration
from rag.lists.fit import COVERED, of_sentences, said
from rag.lists.markers import announces, begins_item, ordinals
from rag.lists.wanted import LIGHT, bare, named_whole, only_names, says_advice, wants_named
from rag.match import SURELY, Rarity, Words, words_of
from rag.short.asked import asked as short_wanted
from rag.signals.definition import asked_of
from rag.types import Language

TITLED = 0.9  # share of the question's words that the heading of a list says by which it is sure to be the one

MOST_BETWEEN = 6  # sentences from the one on who suggests something to that which introduces it

# What wants the steps of a list, where one says how.
_HOW_TO: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"步骤|流程|怎[么样]|如何"),
    "en": re.compile(r"\bhow (?:to|(?:do|can|should|must|may) (?:i|you|we|one))\b|\bsteps\b"),
}
_STEPS = re.compile(r"(?:哪[些几个]+|什么)?(?:步骤|流程)|\bsteps\b|\bstep by step\b", re.I)

_OTHERS = re.compile(r"(?:大家|与会|人们|各[方位界]|其他|代表们|专家们|(?:the )?others?|everyone|participants|they\b)")
_EMPTY = re.compile(r"\b(?:comes?|gets?|included?|includes|contained|contains)\b")  # what says only that there is some


@dataclass(frozen=True, slots=True)
class Near:
    """The enumerations of one article, shorter ones first, and its sentences."""

    enumerations: Sequence[Enumeration]
    sentences: Sequence[Unit]

    def is_headed(self, enumeration: Enumeration) -> bool:
        """Whether an enumeration is of items with bullets or numbers, right under a heading."""
        first = enumeration.items[0]
        if not of_sentences(enumeration) or not enumeration.titles or not begins_item(first.text):
            return False
        before = self.sentences[max(bisect_left(self.sentences, first.start, key=lambda one: one.start) - 1, 0)]
        return before in (first, enumeration.lead) or before.section != first.section


def steps(
    question: str, language: Language, best: Unit, found: Sequence[Enumeration], rarity: Rarity
) -> Enumeration | None:
    """Of the enumerations found the numbered steps of what a question asks how to do, where the best one stands."""
    if not _HOW_TO[language].search(fold(question)):
        return None
    words = words_of(_STEPS.sub("", question), language, rarity)
    numbered = (e for e in found if e.count > 1 and ordinals(e.items[0].text))
    near = (e for e in numbered if e.items[0].section == best.section)
    least = max(COVERED, words.covered(texts_of(best)))
    return next((e for e in near if words.covered(f"{said(e)} {e.over}") >= least), None)


def under(
    question: str, language: Language, chosen: Sequence[Candidate], best: Unit, near: Near, rarity: Rarity
) -> Enumeration | None:
    """The list under a heading, where a question is on what the heading names rather than on the best sentence, which
    is an item of it, and the heading says most of the question, or more of the `chosen` sentences are items.
    """
    if not (wants_named(question, language) or _HOW_TO[language].search(fold(question))):
        return None
    words = words_of(_STEPS.sub("", question), language, rarity)
    for e in (one for one in near.enumerations if best in one.items and near.is_headed(one)):
        alone, whole = words.covered(texts_of(best)), words.covered(f"{e.titles} {e.over}")
        kept = sum(one.sentence in e.items for one in chosen)
        if alone <= whole and (kept > 1 or whole >= COVERED or _STEPS.search(question)):
            return e
    return None


def titled(
    asked: str, understood: str, language: Language, articles: Iterable[Near], rarity: Rarity
) -> Enumeration | None:
    """The only list whose heading says what a question asks for, or all that it names; None where it asks for one
    thing, or for more, or what something is.
    """
    whole = named_whole(understood, language)
    wants = wants_all(asked, understood, language) or only_names(asked, language)
    if not wants or (asked_of(understood, language) and not whole):
        return None
    names = dict.fromkeys((whole, bare(whole))) if whole else (_EMPTY.sub("", fold(understood)),)
    wordings = [words_of(name, language, rarity) for name in names]
    found = [e for near in articles for e in near.enumerations if near.is_headed(e)]
    fit = [e for e in found if any(_is_on(e, words, language) for words in wordings)]
    return fit[0] if len(fit) == 1 else None


def _is_on(enumeration: Enumeration, words: Words, language: Language) -> bool:
    """Whether the headings above a list say all the words, or they do with the title of the whole and these say most of
    the nearest one.
    """
    least = TITLED if is_in(enumeration.titles, language) else SURELY
    if _says_all(words, enumeration.titles, least):
        return True
    own = content_words(enumeration.items[0].section)
    is_named = 2 * sum(word in words.tokens for word in own) >= len(own) > 0
    return is_named and _says_all(words, f"{enumeration.titles} {enumeration.over}", least)


def wants_all(asked: str, understood: str, language: Language) -> bool:
    """Whether a question asks for all that something names, and for nothing short."""
    wanted, whole = short_wanted(asked, language), named_whole(understood, language)
    return bool(whole or wants_named(asked, language)) and (not wanted or bool(whole and wanted.kind == "thing"))


def _says_all(words: Words, titles: str, least: float) -> bool:
    """Whether headings say at least this share of the words, light ones left out."""
    rated = zip(words.tokens, words.rarity.tolist(), words.matched(titles).tolist(), strict=True)
    counted = [(rarity**2, said) for token, rarity, said in rated if token not in LIGHT or said >= least]
    total = sum(weight for weight, _ in counted)
    return bool(sum(weight * said for weight, said in counted) >= least * total > 0)


def labelled(asked: str, understood: str, language: Language, articles: Iterable[Near], rarity: Rarity) -> Unit | None:
    """The only item of a list that begins with a label which a question says, where that and the headings say all that
    is asked for: 科技类：机器人、无人机.
    """
    wanted = short_wanted(asked, language)
    if not (wants_named(asked, language) or named_whole(understood, language)) or (wanted and wanted.kind != "thing"):
        return None
    folded, found = fold(understood), dict[str, Unit]()
    for e in (e for near in articles for e in near.enumerations if of_sentences(e)):
        for item in e.items:
            label = label_of_item(item.read_in(language))
            if label and _says_label(folded, label):
                rest = words_of(_EMPTY.sub("", folded.replace(label, "")), language, rarity)
                over = f"{e.titles} {e.over} {texts_of(item)}"
                if all(token in over for token in rest.tokens) or rest.covered(over) >= COVERED:
                    found[item.id] = item
    return found.popitem()[1] if len(found) == 1 else None


def _says_label(folded: str, label: str) -> bool:
    """Whether a folded question says all of a label, in Chinese in one."""
    return label in folded if not label.isascii() else set(content_words(label)) <= set(content_words(folded))


def advised(best: Unit, near: Near) -> Enumeration | None:
    """The list of advice that is introduced not far behind a sentence on who gives it, which itself gives none."""
    if says_advice(texts_of(best)):
        return None
    at = near.sentences.index(best)
    behind = [one for one in near.sentences[at : at + MOST_BETWEEN] if one.section == best.section]
    led = ((e.lead, e) for e in near.enumerations if e.lead in behind)
    return next((e for lead, e in led if lead and _is_advice_of_one(lead)), None)


def _is_advice_of_one(lead: Unit) -> bool:
    """Whether a sentence introduces advice, and says by no more than a pronoun whose it is."""
    said = texts_of(lead)
    return announces(lead.text) and says_advice(said) and not _OTHERS.match(fold(said))
