"""Which of the articles a question is asked of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from corpus.article import Article


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
