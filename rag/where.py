"""Which of the articles a question is asked of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.article import Article
from rag.errors import ArticleError, QuestionError

NAMED = 12  # ids that an error lists


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions on articles, all of which must hold; one that is not given always holds.

    `articles` are ids, `sources` are as `Article.source` says them, `since` and `until` days, both included. An article
    that carries no source or no date meets no condition on it.

    >>> Where(since=date(2020, 1, 1)).picks(Article("a", "A", "", (), (), date=date(2020, 4, 30)))
    True
    """

    articles: Collection[str] = ()
    sources: Collection[str] = ()
    since: date | None = None
    until: date | None = None

    def picks(self, article: Article) -> bool:
        """Whether the article meets the conditions."""
        return (
            (not self.articles or article.id in self.articles)
            and (not self.sources or article.source in self.sources)
            and (self.since is None or (article.date is not None and article.date >= self.since))
            and (self.until is None or (article.date is not None and article.date <= self.until))
        )


def by_id(articles: Sequence[Article]) -> dict[str, Article]:
    """The articles by their ids. Raises ArticleError where there is no text in any, or two have the same id."""
    if not any(article.paragraphs for article in articles):
        raise ArticleError("There is no article to ask about: give at least one with a paragraph of text.")
    named = {article.id: article for article in articles}
    if len(named) < len(articles):
        raise ArticleError("Two articles have the same id: give each its own, so that a citation can tell them apart.")
    return named


def find(articles: Mapping[str, Article], article_id: str) -> Article:
    """The article with this id. Raises ArticleError where there is none."""
    if article_id not in articles:
        some = [*list(articles)[:NAMED], *(["..."] if len(articles) > NAMED else [])]
        raise ArticleError(f"There is no article {article_id!r}; there are: {', '.join(some)}.")
    return articles[article_id]


def picked(articles: Mapping[str, Article], where: Where | None) -> frozenset[str] | None:
    """The ids of the articles that count; None where all do. Raises ArticleError or QuestionError where none does."""
    if where is None:
        return None
    for name in where.articles:
        find(articles, name)
    if not (ids := frozenset(name for name, article in articles.items() if where.picks(article))):
        raise QuestionError("No article meets the conditions (article, source, date): ask of more of them.")
    return ids
