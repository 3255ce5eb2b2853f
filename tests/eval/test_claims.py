"""Claims made by rule, right and wrong, and how they are counted."""

import json
import random
from pathlib import Path

import pytest

from eval import forge, reword
from eval.claims import claims, outcomes
from eval.forge import Source
from eval.sources import from_bundled, unseen
from rag.types import Language

THINGS, PLACES = "bridge port park hall mill".split(), "大桥 港口 公园 市场 学校".split()
ENGLISH = "".join(f"The {one} of town number {{0}} was opened by its mayor. " for one in THINGS)
CHINESE = "".join(f"第{{0}}号城市的{one}由它的市长在五月主持开放。" for one in PLACES) + "\n"


def source(text: str, language: Language = "en", other: str = "") -> Source:
    return Source(text, language, (text,), (other,), said=text)


@pytest.mark.parametrize(
    ("maker", "text"),
    [
        (forge.number, "The bridge is 1,200 metres long."),
        (forge.date, "It was opened on 3 May 1998."),
        (forge.unit, "It lies 12 miles away."),
        (forge.name, "It was opened by Anna Lund."),
        (forge.exchange, "In the final Norway beat Sweden."),
        (forge.negation, "The plan was approved."),
        (forge.reversal, "Exports increased by a tenth."),
    ],
)
def test_a_wrong_claim_differs_from_its_sentence(maker: forge.Maker, text: str) -> None:
    made = maker(source(text, other="The mayor met Peter Holm."), random.Random(1))
    assert made
    assert made != text


@pytest.mark.parametrize(
    ("maker", "text", "made"),
    [
        (reword.passive, "The bridge was designed by Anna Lund.", "Anna Lund designed the bridge."),
        (reword.reordered, "In 1998, the bridge was opened.", "The bridge was opened in 1998."),
        (reword.rewritten, "It was opened on May 3, 1998.", "It was opened on 3 May 1998."),
    ],
)
def test_a_right_claim_says_the_same_otherwise(maker: forge.Maker, text: str, made: str) -> None:
    assert maker(source(text), random.Random(1)) == made


def test_the_same_claims_are_made_every_time_and_most_are_told_apart() -> None:
    made = claims([one for one in from_bundled() if not one.across], most=3)
    assert made == claims([one for one in from_bundled() if not one.across], most=3)
    assert {claim.right for claim in made} == {True, False}
    found = outcomes(made)
    assert sum(one.supported is one.claim.right for one in found) > 0.9 * len(found)


def test_names_in_a_list_are_not_exchanged_for_their_order_says_nothing() -> None:
    assert forge.exchange(source("In the final Norway, Sweden and Finland won medals."), random.Random(1)) is None
    assert forge.exchange(source("決賽在挪威、瑞典和芬蘭舉行。", "zh"), random.Random(1)) is None


def test_other_articles_are_drawn_by_the_seed_and_none_that_the_other_figures_use(tmp_path: Path) -> None:
    english = [{"title": f"{n}", "paragraphs": [{"context": ENGLISH.format(n), "qas": []}]} for n in range(200)]
    (tmp_path / "dev" / "mlqa-r").mkdir(parents=True)
    (tmp_path / "news").mkdir()
    (tmp_path / "dev" / "mlqa-r" / "en.json").write_text(json.dumps({"data": english}), encoding="utf-8")
    (tmp_path / "dev" / "DRCD_dev.json").write_text(json.dumps({"data": []}), encoding="utf-8")
    (tmp_path / "news" / "a.txt").write_text("".join(CHINESE.format(n) for n in range(9)), encoding="utf-8")
    first, again, other = (unseen(tmp_path, 2, seed) for seed in (1, 1, 2))
    assert {name: len({one.article for one in found}) for name, found in first.items()} == {
        "news": 2,
        "DRCD": 0,
        "MLQA": 2,
    }
    assert first == again != other
