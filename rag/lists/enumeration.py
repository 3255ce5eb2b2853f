"""The enumerations of an article: runs of sentences, or of headings, that are the items of one list."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from corpus.article import Article, Section
from rag.chunk import Unit, heading_unit
from rag.lists.formed import counted_behind, told_behind
from rag.lists.markers import (
    NEXT,
    UNNUMBERED,
    announces,
    counts_named,
    counts_some,
    is_row,
    list_sizes,
    openings,
    ordinals,
)

MOST_ANNOUNCED = 6  # paragraphs that one sentence introduces, where nothing but its announcing them shows it
MAX_GAP = 8  # sentences that an item may go on for before the next one begins
Member = tuple[int, list[int]]  # the index of a sentence and the places of the items in it


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The items of one list in reading order: a sentence of the article, or a heading, for each.

    `lead` is the sentence that introduces them, where there is one. `count` is how many items there are; one sentence
    may hold more than one. `inside` holds the ids of all sentences of the items, also those that go on after the
    first, `titles` the headings above, `over` the title of the whole where it is not among these, `frame` the beginning
    that items without a number have in common. Where nothing shows what the items are, the one sentence after the
    introducing one stands for them, and `count` is 0.
    """

    lead: Unit | None
    items: tuple[Unit, ...]
    count: int
    inside: frozenset[str]
    titles: str
    over: str
    frame: str


def enumerations(article: Article, sentences: Sequence[Unit]) -> list[Enumeration]:
    """Every enumeration of an article whose sentences, all of them and in reading order, are given; shorter ones first.

    Items are told by bullets, by numbers and ordinal words of one style in their order, by labels before a colon with
    a common beginning, by the same beginning of three or more neighbours that are introduced, and by being the headings
    under one heading.
    """
    found = [*_runs(article, sentences), *_sibling_headings(article, sentences)]
    found += _announced(article, sentences, {enumeration.lead for enumeration in found})
    return sorted(found, key=lambda enumeration: len(enumeration.inside))


def _runs(article: Article, sentences: Sequence[Unit]) -> Iterator[Enumeration]:
    families: dict[str, list[Member]] = defaultdict(list)
    for index, unit in enumerate(sentences):
        for family, places in ordinals(unit.text).items():
            families[family].append((index, places))
        for family in openings(unit.text):
            # Bullets further in are those of another list.
            name = f"{family} {_indent(article, unit)}" if family.startswith("bullet") else family
            families[name].append((index, [NEXT]))
    for family, members in families.items():
        for run, count in _split(article, sentences, family, members):
            if len(run) > 1:
                yield from _enumeration(article, sentences, run, count, family)


def _split(
    article: Article, sentences: Sequence[Unit], family: str, members: Iterable[Member]
) -> Iterator[tuple[list[int], int]]:
    """The runs, each with its number of items, that the sentences with markers of one family make."""
    run: list[int] = []
    count = 0
    for index, places in members:
        if run and places[0] in (NEXT, count + 1) and _goes_on(article, sentences[run[-1] : index + 1], family):
            run.append(index)
            count += len(places)
            continue
        yield run, count
        begins = places[0] == 1 or family.startswith(UNNUMBERED)
        run, count = ([index], len(places)) if begins else ([], 0)
    yield run, count


def _goes_on(article: Article, stretch: Sequence[Unit], family: str) -> bool:
    """Whether the last sentence of the stretch can be the next item after the first, by what lies between."""
    if len(stretch) > MAX_GAP + 2:
        return False
    first, *between, last = stretch
    if any(_section(article, unit) != _section(article, first) for unit in stretch):
        return False
    if family.startswith("bullet"):
        indents = [_indent(article, unit) for unit in between]
        return all(indent is None or indent > (_indent(article, first) or 0) for indent in indents)
    if family.startswith(UNNUMBERED):
        begin = first.paragraph != last.paragraph and _indent(article, first) is not None
        return all(unit.paragraph == first.paragraph for unit in between) if begin else not between
    return True


def _announced(article: Article, sentences: Sequence[Unit], leads: Container[Unit | None]) -> Iterator[Enumeration]:
    for index, (unit, following) in enumerate(pairwise(sentences)):
        section = _section(article, unit)
        if unit in leads or _section(article, following) != section:
            continue
        after = [one for one in sentences[index + 1 :] if _section(article, one) == section]
        if not (items := _behind(article, unit, after)):
            continue
        titles = _titles(article, article.sections[section])
        if len(items) > 1:
            inside = frozenset(one.id for one in after if one.start <= items[-1].start)
            yield Enumeration(unit, items, len(items), inside, *titles, "")
        else:
            yield Enumeration(unit, items, 0, frozenset(), *titles, "")


def _behind(article: Article, unit: Unit, after: Sequence[Unit]) -> tuple[Unit, ...]:
    """The items that a sentence introduces, of the sentences after it; one stands for all where nothing shows what the
    items are.
    """
    if announces(unit.text):
        rows = _rows(article, after)
        paragraphs = _paragraphs(after) if after[0].paragraph != unit.paragraph else ()
        return rows if len(rows) > 1 else paragraphs if len(paragraphs) > 1 else (after[0],)
    beside = tuple(one for one in after if one.paragraph == unit.paragraph)
    return counted_behind(unit, beside) or told_behind(unit, beside)


def _rows(article: Article, after: Sequence[Unit]) -> tuple[Unit, ...]:
    """The lines of the first paragraph, where each is a row; none where one is not."""
    lines = tuple(one for one in after if one.paragraph == after[0].paragraph)
    return lines if all(_indent(article, one) is not None and is_row(one.text) for one in lines) else ()


def _paragraphs(after: Sequence[Unit]) -> tuple[Unit, ...]:
    """The first sentence of each paragraph, up to one that announces something else; none where they are too many."""
    told = list(takewhile(lambda unit: not announces(unit.text), after))
    firsts = tuple({unit.paragraph: unit for unit in reversed(told)}.values())[::-1]
    return firsts if len(firsts) <= MOST_ANNOUNCED else ()


def _indent(article: Article, unit: Unit) -> int | None:
    """How many blanks stand before the sentence on its line; None where it does not begin the line."""
    line = article.text[article.text.rfind("\n", 0, unit.start) + 1 : unit.start]
    return None if line.strip() else len(line)


def _section(article: Article, unit: Unit) -> int:
    return article.paragraphs[unit.paragraph - 1].section


def _enumeration(
    article: Article, sentences: Sequence[Unit], run: Sequence[int], count: int, family: str
) -> Iterator[Enumeration]:
    items = tuple(sentences[index] for index in run)
    before = sentences[max(run[0] - 1, 0) : run[0]]
    section = _section(article, items[0])
    inside = frozenset(unit.id for unit in sentences[run[0] : run[-1] + 1])
    lead = _lead(article, before, section, count)
    kind, _, frame = family.partition(" ")
    # Neighbours begin alike for many reasons: only an introduction makes a list of them.
    if kind != "opening" or (lead and len(run) > 2):
        titles = _titles(article, article.sections[section])
        yield Enumeration(lead, items, count, inside, *titles, "" if kind == "bullet" else frame)


def _lead(article: Article, before: Sequence[Unit], section: int, count: int) -> Unit | None:
    """The sentence before the first item where it introduces so many items, and does not list them itself."""
    for unit in before:
        named = count in counts_named(unit.text) and count not in list_sizes(unit.text)
        if _section(article, unit) == section and (named or announces(unit.text) or counts_some(unit.text)):
            return unit
    return None


def _titles(article: Article, section: Section) -> tuple[str, str]:
    """The headings above a place in a section, its own first, and their translations; those of everything in the
    article apart, unless there are no others.
    """
    chain = article.headings(section)
    own = [part for part in chain if part.level > 1]
    return (_both(article, own or chain), _both(article, chain[len(own) :] if own else ()))


def _both(article: Article, parts: Sequence[Section]) -> str:
    translations = (article.heading_translations.get(part.number) for part in parts)
    return " ".join(filter(None, [*(part.title for part in parts), *translations]))


def _sibling_headings(article: Article, sentences: Sequence[Unit]) -> Iterator[Enumeration]:
    """The headings right under one heading; those of whole articles are none."""
    children: dict[int, list[Section]] = defaultdict(list)
    parents = [article.sections[0]]
    for section in article.sections[1:]:
        while parents[-1].level >= section.level:
            parents.pop()
        children[parents[-1].number].append(section)
        parents.append(section)
    for number, siblings in children.items():
        if len(siblings) > 1 and siblings[0].level > 1:
            yield _of_headings(article, sentences, article.sections[number], siblings)


def _of_headings(
    article: Article, sentences: Sequence[Unit], parent: Section, siblings: Sequence[Section]
) -> Enumeration:
    after = (section.number for section in article.sections[siblings[-1].number + 1 :] if section.level <= parent.level)
    end = next(after, len(article.sections))
    before = [unit for unit in sentences if _section(article, unit) < siblings[0].number][-1:]
    titles, over = _titles(article, parent)
    return Enumeration(
        lead=_lead(article, before, parent.number, len(siblings)),
        items=tuple(heading_unit(article, section) for section in siblings),
        count=len(siblings),
        inside=frozenset(u.id for u in sentences if siblings[0].number <= _section(article, u) < end),
        titles=titles,
        over=over,
        frame="",
    )
