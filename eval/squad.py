"""Files in the form of SQuAD: SQuAD 1 and 2, CMRC 2018, DRCD, XQuAD, MLQA, and MLQA-R with its sentence breaks.

CMRC 2018 was given out in a form of its own as well: a list of paragraphs, `context_text` and `query_text` in them.

See https://rajpurkar.github.io/SQuAD-explorer/ for the form, and Roy et al. 2020 (LAReQA) for the sentence breaks.
"""

from pathlib import Path
from typing import Any

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, model_validator

from corpus.article import Article, Paragraph, Section
from eval.cases import Case, Gold, Group, Place, QuestionSetError
from eval.dataset import fault
from rag.errors import QuestionError
from rag.language import check, detect


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)


class SquadAnswer(_Record):
    """The words of an answer, and where in the paragraph they begin."""

    text: str
    answer_start: int = 0

    @model_validator(mode="before")
    @classmethod
    def _words_alone(cls, given: Any) -> Any:
        return {"text": given} if isinstance(given, str) else given


class SquadQuestion(_Record):
    """A question; one without answers is not answered by the paragraph."""

    id: str = Field(validation_alias=AliasChoices("id", "query_id"))
    question: str = Field(validation_alias=AliasChoices("question", "query_text"))
    answers: tuple[SquadAnswer, ...] = ()


class SquadParagraph(_Record):
    """A paragraph, its questions, and where its sentences lie, if the file says so."""

    context: str = Field(validation_alias=AliasChoices("context", "context_text"))
    qas: tuple[SquadQuestion, ...]
    sentence_breaks: tuple[tuple[int, int], ...] = ()

    def sentence(self, place: int) -> str:
        """The sentence that holds the character `place`; empty where the file marks none there."""
        spans = (self.context[start:end] for start, end in self.sentence_breaks if start <= place < end)
        return next(spans, "")


class SquadEntry(_Record):
    """The paragraphs of one page."""

    title: str = ""
    paragraphs: tuple[SquadParagraph, ...]

    @model_validator(mode="before")
    @classmethod
    def _one_paragraph(cls, given: Any) -> Any:
        if isinstance(given, dict) and "qas" in given:
            return {"title": given.get("title", ""), "paragraphs": [given]}
        return given


class SquadFile(_Record):
    """All pages of a set."""

    data: tuple[SquadEntry, ...]

    @model_validator(mode="before")
    @classmethod
    def _list_alone(cls, given: Any) -> Any:
        return {"data": given} if isinstance(given, list) else given


def read_paragraphs(path: Path) -> list[SquadParagraph]:
    """All paragraphs of a file. Raises QuestionSetError where it is not in this form."""
    return [
        part for entry in parse_squad(path.read_text(encoding="utf-8"), str(path)).data for part in entry.paragraphs
    ]


def parse_squad(text: str, source: str) -> SquadFile:
    """The records of a file's text. Raises QuestionSetError, which names the file and the place in it."""
    try:
        return SquadFile.model_validate_json(text)
    except ValidationError as error:
        raise QuestionSetError(f"{source}: {fault(error)}") from None


def squad_group(text: str, source: str) -> tuple[Group, list[str]]:
    """One index of all pages, an article for each; and a line on each question that cannot be asked."""
    articles: list[Article] = []
    cases: dict[str, Case] = {}
    faults: list[str] = []
    for number, entry in enumerate(parse_squad(text, source).data):
        kept = [part for part in entry.paragraphs if part.context.strip()]
        article = as_article(_article_id(number, entry), [part.context for part in kept], entry.title)
        articles += [article] if kept else []
        for paragraph, part in zip(article.paragraphs, kept, strict=True):
            for asked in part.qas:
                if asked.id in cases:
                    raise QuestionSetError(f"{source}: the id {asked.id!r} is used twice; give each question its own.")
                try:
                    cases[asked.id] = _case(asked, part, article, paragraph)
                except (QuestionError, ValueError) as error:
                    faults.append(f"{source}: {asked.id} is left out: {error}")
    return Group(tuple(articles), tuple(cases.values())), faults


def as_article(article_id: str, contexts: list[str], title: str = "") -> Article:
    """An article whose paragraphs are these texts, each whole and as it stands, so that offsets in them hold."""
    paragraphs, offset = [], 0
    for number, context in enumerate(contexts, 1):
        paragraphs.append(Paragraph(number, 0, offset, offset + len(context)))
        offset += len(context) + 2
    return Article(
        article_id, title or article_id, "\n\n".join(contexts), (Section(0, "", 0, 0, 0),), tuple(paragraphs)
    )


def _article_id(number: int, entry: SquadEntry) -> str:
    name = "".join(character for character in entry.title if character.isprintable()).strip()
    return f"{number + 1} {name}".strip()


def _case(asked: SquadQuestion, part: SquadParagraph, article: Article, paragraph: Paragraph) -> Case:
    """ValueError where none of the answers stands in the paragraph, QuestionError where it cannot be asked."""
    spans = {_find(answer, part.context) for answer in asked.answers} - {None}
    places = tuple(Place(article.id, *(paragraph.start + end for end in span)) for span in sorted(filter(None, spans)))
    if asked.answers and not places:
        raise ValueError(f"its answer {asked.answers[0].text!r} does not stand in its paragraph.")
    gold = Gold((places,), (((article.id, paragraph.number),),)) if places else Gold()
    accepted = tuple(dict.fromkeys(answer.text for answer in asked.answers if answer.text.strip()))
    return Case(
        id=asked.id,
        type="answerable" if places else "unanswerable",
        language=detect(check(asked.question)),
        question=asked.question,
        answerable=bool(places),
        accepted=(accepted,) if places else (),
        gold=gold,
    )


def _find(answer: SquadAnswer, context: str) -> tuple[int, int] | None:
    """Where the answer stands; where the file's place is off, the occurrence that is nearest to it."""
    words, found, at = answer.text.strip(), [], -1
    while words and (at := context.find(words, at + 1)) >= 0:
        found.append(at)
    start = min(found, key=lambda one: abs(one - answer.answer_start), default=None)
    return None if start is None else (start, start + len(words))
