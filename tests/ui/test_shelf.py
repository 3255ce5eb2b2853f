import pytest

from corpus.article import Article, parse
from tests.ui.fake import FakeAssistant
from ui import labels, shelf
from ui.shelf import FIRST, Shelf, ShelfError, Source


def article(number: int) -> Article:
    return parse(f"mill-{number}", f"The mill number {number} was built in 179{number}.")


def add(to: Shelf, visitor: str, number: int) -> Source:
    *_, source = to.add(visitor, article(number))
    assert isinstance(source, Source)
    return source


def test_an_own_article_is_found_by_its_visitor_alone() -> None:
    kept = Shelf(FakeAssistant())
    source = add(kept, "anne", 1)
    assert kept.find("anne", source.key) is source
    assert [each.key for each in kept.listed("anne")] == [FIRST, source.key]
    assert [each.key for each in kept.listed("bell")] == [FIRST]
    with pytest.raises(ShelfError, match=labels.ARTICLE_GONE.en):
        kept.find("bell", source.key)


def test_the_same_article_again_is_the_one_that_is_there() -> None:
    kept = Shelf(FakeAssistant())
    assert add(kept, "anne", 1) is add(kept, "anne", 1)


def test_a_removed_article_leaves_nothing_on_disk() -> None:
    kept = Shelf(FakeAssistant())
    source = add(kept, "anne", 1)
    assert source.folder
    assert any(source.folder.rglob("*"))
    kept.remove("anne", source.key)
    assert not source.folder.exists()


def test_a_visitor_has_so_many_articles_and_all_together_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MAX_OWN", 1)
    monkeypatch.setattr(shelf, "MAX_KEPT", 2)
    kept = Shelf(FakeAssistant())
    oldest = add(kept, "anne", 1)
    with pytest.raises(ShelfError, match="1 articles already"):
        add(kept, "anne", 2)
    add(kept, "bell", 1)
    add(kept, "carr", 1)
    assert len(kept.listed("anne")) == 1
    with pytest.raises(ShelfError):
        kept.find("anne", oldest.key)


def test_an_article_that_nobody_asks_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Shelf(FakeAssistant())
    add(kept, "anne", 1)
    monkeypatch.setattr(shelf, "MAX_IDLE", -1)
    add(kept, "bell", 2)
    assert len(kept.listed("anne")) == 1
