"""Claims made by rule, right and wrong, and how they are counted."""

import random

import pytest

from eval import forge, reword
from eval.claims import claims, from_bundled, outcomes
from eval.forge import Source
from rag.types import Language


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
