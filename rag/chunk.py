"""Articles cut into chunks for retrieval and sentences for answering.

Neither ever cuts a sentence or crosses a paragraph.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.article import Article, Paragraph, Section
from rag.language import is_in
from rag.lead import goes_on
from rag.lists.markers import announces
from rag.signals.byline import is_byline
from rag.table import is_rule, tables
from rag.types import Language

MAX_CHUNK = 400  # characters; a single longer sentence is a chunk of its own
MAX_TAIL = 40  # characters
END_MARKS = "。！？；：…—.!?;:”’」』）)\"'"

Span = tuple[int, int]
_LINE = re.compile(r"[^\n]+")
# sentencex knows the abbreviations of English, but runs Chinese sentences together where the next begins with a digit.
_CHINESE_END = re.compile(
    r"(?:[。｡]++[”’」』）】》)\"']*+|(?:[！？?]|(?<![A-Za-z])!)++[”’」』\"']*+(?![）】》)]))(?![，、；：,;:])"
)
_NUMBERING = re.compile(r"(?:^|(?<=[:;!?])|(?<=\D\.)|(?<=\.)(?=\s))\s*\(?\d{1,2}\.(?=\s)")
# Words that look like abbreviations at the end of a sentence: "voted no. She left."
_WORD_AT_END = re.compile(r"\b(?:no|me|ill|[Mm]ay|etc|min)\.(?=\s+[“\"‘']?(?:[A-Z][a-z’']+|I(?!-))\b)")
_REFERENCE = re.compile(r"[\[［]\d+(?:[,，-]\d+)*[\]］]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of an article: `text == article.text[start:end]`. The id comes from place and content.

    `translation` is the same stretch in the other language where the article has one, else None. `head` is, of the row
    of a table, the one that heads its columns, where there is one.
    """

    id: str
    article_id: str
    section: str
    paragraph: int
    start: int
    end: int
    text: str
    translation: str | None
    head: "Unit | None" = field(default=None, compare=False, repr=False)

    def read_in(self, language: Language) -> str:
        """The text, or its translation where only that is in the language."""
        return self.text if self.translation is None or is_in(self.text, language) else self.translation


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is retrieved: a unit, its sentences, the translation of its heading, the headings above that one, who wrote
    it, and the sentence before it that it must be read with, where there are any.
    """

    unit: Unit
    sentences: tuple[Unit, ...]
    heading_translation: str | None
    above: str = ""
    bylines: str = ""
    lead: Unit | None = None

    def heading_in(self, language: Language) -> str | None:
        """The heading, or its translation where only that can be in the language."""
        return self.unit.section if is_in(self.unit.section, language) else self.heading_translation


def split_sentences(text: str) -> list[Span]:
    """Where the sentences of `text` lie, outer white space left out; a line break always ends one.

    >>> [ "天晴。“好！”他说。"[a:b] for a, b in split_sentences("天晴。“好！”他说。") ]
    ['天晴。', '“好！”', '他说。']
    """
    return [span for line in _LINE.finditer(text) for span in _split_line(line[0], line.start())]


def _split_line(line: str, offset: int) -> list[Span]:
    # Reference marks such as [3] belong to no sentence: blanked out, they hide no sentence end and are trimmed off.
    line = _REFERENCE.sub(lambda match: " " * len(match[0]), line)
    spans: list[Span] = []
    start = 0
    for end in (*(_chinese_ends(line) if is_in(line, "zh") else _other_ends(line)), len(line)):
        inner = line[start:end]
        if inner.strip():
            spans.append((start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())))
        start = end
    # A short tail without an end mark is a credit or source of what stands before it.
    if len(spans) > 1 and spans[-1][1] - spans[-1][0] <= MAX_TAIL and line[spans[-1][1] - 1] not in END_MARKS:
        spans[-2:] = [(spans[-2][0], spans[-1][1])]
    return [(offset + a, offset + b) for a, b in spans]


def _chinese_ends(line: str) -> list[int]:
    return [match.end() for match in _CHINESE_END.finditer(line)]


def _other_ends(line: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    # The number of an item ("2. Speed") is taken for a sentence: its end counts as the end of what stands before it.
    numbers = {match.end(): match.start() for match in _NUMBERING.finditer(line)}
    ends = {bound["end_index"] for bound in get_sentence_boundaries("en", line)}
    ends |= {match.end() for match in _WORD_AT_END.finditer(line)}
    return [numbers.get(len(line[:end].rstrip()), end) for end in sorted(ends)]


def chunk(article: Article) -> list[Chunk]:
    """The chunks of an article, in reading order."""
    chunks = [chunk for paragraph in article.paragraphs for chunk in _chunk_paragraph(article, paragraph)]
    pairs = ((before.sentences[-1], chunk) for before, chunk in pairwise(chunks))
    led = (replace(chunk, lead=before) if _leads(before, chunk.unit) else chunk for before, chunk in pairs)
    return [*chunks[:1], *led]


def _leads(before: Unit, unit: Unit) -> bool:
    """Whether a sentence must be read with the one before it: that it is announced by, or goes on with."""
    if before.paragraph == unit.paragraph or announces(before.text):
        return True
    return before.section == unit.section and goes_on(unit.text)


def _chunk_paragraph(article: Article, paragraph: Paragraph) -> Iterator[Chunk]:
    text = article.text[paragraph.start : paragraph.end]
    spans = split_sentences(text)
    whole = article.translations.get(paragraph.number)
    translations = _translate(whole, len(spans))
    units = _headed([_unit(article, paragraph, *one) for one in zip(spans, translations, strict=True)])
    for first, last in _groups(spans):
        sentences = tuple(units[first:last])
        part = whole if last - first == len(spans) else _join(translations[first:last])
        unit = _unit(article, paragraph, (spans[first][0], spans[last - 1][1]), part)
        heading = article.heading_translations.get(paragraph.section)
        yield Chunk(unit, sentences, heading, _above(article, paragraph), _bylines(article, paragraph))


def _headed(units: Sequence[Unit]) -> list[Unit]:
    """The sentences of a paragraph, the rows of its tables with what heads their columns."""
    found = tables([unit.text for unit in units])
    heads = {row.id: units[at] for at, end in found for row in units[at + 1 : end] if not is_rule(row.text)}
    return [replace(unit, head=heads.get(unit.id)) for unit in units]


def _above(article: Article, paragraph: Paragraph) -> str:
    """The headings above that of a paragraph, with their translations; the title of the whole left out."""
    chain = article.headings(article.sections[paragraph.section])[1:]
    return _both((part.title, article.heading_translations.get(part.number)) for part in chain if part.level > 1)


def _bylines(article: Article, paragraph: Paragraph) -> str:
    """The by-lines that stand under the same heading as a paragraph, with their translations."""
    beside = (other.number for other in article.paragraphs if other.section == paragraph.section)
    texts = ((article.paragraph_text(number), article.translations.get(number)) for number in beside)
    return _both(text for text in texts if is_byline(text[0]))


def _both(texts: Iterable[tuple[str, str | None]]) -> str:
    return " ".join(part for pair in texts for part in pair if part)


def _translate(translation: str | None, sentences: int) -> Sequence[str | None]:
    """The translation sentence by sentence; where the numbers differ, the whole of it for each."""
    if translation is None:
        return [None] * sentences
    parts = [translation[start:end] for start, end in split_sentences(translation)]
    return parts if len(parts) == sentences else [translation] * sentences


def _join(parts: Sequence[str | None]) -> str | None:
    return " ".join(dict.fromkeys(part for part in parts if part)) or None


def _groups(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring sentences, as (first, last + 1), each as long as MAX_CHUNK allows."""
    first = 0
    for number in range(1, len(spans) + 1):
        if number == len(spans) or spans[number][1] - spans[first][0] > MAX_CHUNK:
            yield first, number
            first = number


def _unit(article: Article, paragraph: Paragraph, span: Span, translation: str | None) -> Unit:
    start, end = paragraph.start + span[0], paragraph.start + span[1]
    text = article.text[start:end]
    name = f"{article.id}\n{start}\n{text}\n{translation or ''}"
    return Unit(
        id=hashlib.sha256(name.encode()).hexdigest()[:24],
        article_id=article.id,
        section=article.section_title(paragraph),
        paragraph=paragraph.number,
        start=start,
        end=end,
        text=text,
        translation=translation,
    )


def heading_unit(article: Article, section: Section) -> Unit:
    """A heading of the article."""
    under = (paragraph.number for paragraph in article.paragraphs if paragraph.start > section.start)
    return Unit(
        id=f"{article.id}#{section.number}",
        article_id=article.id,
        section=section.title,
        paragraph=next(under, len(article.paragraphs)),
        start=section.start,
        end=section.end,
        text=section.title,
        translation=article.heading_translations.get(section.number),
    )


def reads(unit: Unit, language: Language) -> bool:
    """Whether the unit can be read in the language, as printed or in its translation."""
    return is_in(unit.text, language) or unit.translation is not None


def texts_of(unit: Unit) -> str:
    """The unit's text and its translation."""
    return " ".join(filter(None, (unit.text, unit.translation)))
