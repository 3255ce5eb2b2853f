"""Claims made by rule, right and wrong, and how they are counted."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from eval import forge, reword, weigh
from eval.claims import claims, outcomes
from eval.forge import Source
from eval.sources import from_bundled, unseen, wmt
from rag.generate.support import Judged, Signals
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


def example(right: bool, kind: str = "zh", **known: float) -> weigh.Example:
    plain = Signals(coverage=0.5, clause=0.5, unsaid=0.0, denied=0.0, reversed=0.0, exchange=0.0, apart=0.0)
    return Judged(replace(plain, **known), (), (), kind), right


def test_a_signal_that_speaks_against_its_sense_is_left_out() -> None:
    right, wrong = [example(True, denied=0.0, apart=1.0)] * 20, [example(False, denied=1.0, apart=0.0)] * 20
    weights = weigh.fit([*right, *wrong], cost=1.0)
    assert weights["denied"] < 0
    assert weights["apart"] == 0


def test_a_wrong_claim_that_passes_costs_no_more_than_is_needed_for_few_to_pass() -> None:
    right, wrong = [example(True, unsaid=1.0)] * 20, [example(False, unsaid=1.0 + n % 2) for n in range(20)]
    cost, weights = weigh.choose([*right, *wrong], [*right, *wrong])
    assert weigh.passing([*right, *wrong], weights) <= weigh.MOST_PASS
    assert weigh.passing(wrong, weigh.fit([*right, *wrong], weigh.COSTS[weigh.COSTS.index(cost) - 1])) > weigh.MOST_PASS


def test_translations_are_drawn_with_what_stands_beside_them(tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    lines = [
        f"The bridge of town number {n} was opened by its mayor.\t第{n}号城市的大桥由它的市长在五月主持开放。"
        for n in range(2000)
    ]
    (tmp_path / "train" / "wmt-news.en-zh.tsv").write_text("\n".join(["Short.\t短。", *lines]), encoding="utf-8")
    drawn = [one for one in wmt(tmp_path) if one.language == "en"]
    assert len(drawn) == 400
    assert all(one.across and len(one.others) >= 4 for one in drawn)
    numbers = [int(one.text.split()[5]) for one in drawn]
    assert numbers[:10] == list(range(numbers[0], numbers[0] + 10))
