"""The making of a reader on a handful of questions: it learns, goes on where it was cut off, and is written."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch

from rag.meaning import word_vectors
from rag.reader import learn
from rag.reader.export import export, large_units
from rag.reader.learn import Sentence, loss_of, span_loss
from rag.reader.model import Reader
from rag.reader.network import Network, batch_of, place_of
from rag.reader.pair import Pair

ASKED = "茶园有多大？"
RIGHT = Sentence(Pair(ASKED, "", "茶园面积是320亩。"), True, (5, 9))
WRONG = Sentence(Pair(ASKED, "茶园面积是320亩。", "每年四月采茶。"))
NEAR_MISS = Sentence(Pair("茶园有多少工人？", "", "茶园面积是320亩。"))
GROUPS = [[RIGHT, WRONG], [NEAR_MISS], [WRONG]] * 24

fit = partial(learn.fit, rate=5e-4)


def network(seed: int = 1) -> Network:
    torch.manual_seed(seed)
    return Network(layers=1)


def scores_of(made: Network, *sentences: Sentence) -> list[float]:
    batch = batch_of([one.pair for one in sentences])
    with torch.inference_mode():
        scores, _ = made.eval()(batch.vectors, batch.kinds, batch.mask)
    return [float(score) for score in scores]


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learn, "TOKENS_A_BATCH", 60)
    monkeypatch.setattr(learn, "_LOGGED", 4)


def test_it_learns_which_sentence_answers_which_question(tmp_path: Path) -> None:
    made = network()
    fit(made, GROUPS, 1, tmp_path / "reader.pt")
    right, wrong, near_miss = scores_of(made, RIGHT, WRONG, NEAR_MISS)
    assert right > 0 > max(wrong, near_miss)


def test_learning_cut_off_in_the_middle_ends_where_it_would_have_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight, cut = network(), network()
    fit(straight, GROUPS, 1, tmp_path / "straight.pt")
    saved = learn._save

    def stop(*arguments: object) -> None:
        saved(*arguments)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(learn, "_save", stop)
    with pytest.raises(KeyboardInterrupt):
        fit(cut, GROUPS, 1, tmp_path / "cut.pt")
    monkeypatch.setattr(learn, "_save", saved)
    again = network(seed=2)
    fit(again, GROUPS, 1, tmp_path / "cut.pt")
    assert scores_of(again, RIGHT, WRONG) == scores_of(straight, RIGHT, WRONG) != scores_of(cut, RIGHT, WRONG)


def test_what_was_learned_of_other_groups_is_not_gone_on_from(tmp_path: Path) -> None:
    first, other = network(), network()
    fit(first, GROUPS, 1, tmp_path / "reader.pt")
    before = scores_of(other, RIGHT)
    fit(other, GROUPS[:3], 1, tmp_path / "reader.pt")
    assert scores_of(other, RIGHT) != scores_of(first, RIGHT)
    assert scores_of(other, RIGHT) != before


def test_another_round_begins_with_what_the_last_one_learned(tmp_path: Path) -> None:
    first, second, alone = network(), network(), network()
    fit(first, GROUPS, 1, tmp_path / "first.pt")
    fit(second, GROUPS[:3], 2, tmp_path / "second.pt", start=tmp_path / "first.pt")
    fit(alone, GROUPS[:3], 2, tmp_path / "alone.pt")
    asked = [[RIGHT, WRONG]]
    learned, not_learned = (loss_of(torch.tensor(scores_of(one, RIGHT, WRONG)), asked) for one in (second, alone))
    assert learned < 0.5 < not_learned


def test_what_was_learned_from_another_start_is_not_gone_on_from(tmp_path: Path) -> None:
    first, other = network(), network()
    fit(first, GROUPS, 1, tmp_path / "reader.pt")
    (tmp_path / "reader.pt").rename(tmp_path / "start.pt")
    fit(network(), GROUPS, 1, tmp_path / "reader.pt")
    fit(other, GROUPS, 1, tmp_path / "reader.pt", start=tmp_path / "start.pt")
    assert scores_of(other, RIGHT) != scores_of(first, RIGHT)


def test_what_is_written_says_what_the_network_says(tmp_path: Path) -> None:
    made = network()
    made.score.weight.data *= 20
    pairs = [one.pair for one in (RIGHT, WRONG, NEAR_MISS)]
    export(made.eval(), tmp_path, pairs)
    scores = scores_of(made, RIGHT, WRONG, NEAR_MISS)
    found = Reader(tmp_path)
    assert max(scores) - min(scores) > 1
    assert found.scores(pairs) == pytest.approx(scores, abs=0.3)
    assert found.vectors == word_vectors().fingerprint
    assert [path.name for path in tmp_path.iterdir()] == ["reader.onnx"]


def test_a_few_large_values_do_not_drown_the_others(tmp_path: Path) -> None:
    made = network()
    made.score.weight.data *= 20
    layers: Any = made.body.encoder.layer
    for layer in layers:
        layer.intermediate.dense.weight.data[7] *= 400
        layer.output.dense.weight.data[:, 7] /= 400
    pairs = [one.pair for one in (RIGHT, WRONG, NEAR_MISS)]
    assert all(7 in units for units in large_units(made.eval(), pairs))
    export(made, tmp_path, pairs)
    assert Reader(tmp_path).scores(pairs) == pytest.approx(scores_of(made, RIGHT, WRONG, NEAR_MISS), abs=0.3)


def test_padding_changes_nothing() -> None:
    made, pairs = network().eval(), [WRONG.pair, Pair("谁？", "", "他。")]
    together, alone = batch_of(pairs), batch_of(pairs[1:])
    with torch.inference_mode():
        one, _ = made(together.vectors, together.kinds, together.mask)
        other, _ = made(alone.vectors, alone.kinds, alone.mask)
    assert one[1].item() == pytest.approx(other[0].item(), abs=1e-4)


def test_of_candidates_the_right_one_counts_or_none() -> None:
    sure = torch.tensor([9.0, -9.0, -9.0])
    assert loss_of(sure, [[RIGHT, WRONG], [NEAR_MISS]]).item() < 0.01
    assert loss_of(-sure, [[RIGHT, WRONG], [NEAR_MISS]]).item() > 5


def test_the_place_of_an_answer_is_that_of_its_tokens() -> None:
    assert RIGHT.answer is not None
    place = place_of(RIGHT.pair, *RIGHT.answer)
    assert place is not None
    places = torch.full((1, len(RIGHT.pair.tokens()[0]), 2), -9.0)
    places[0, place[0], 0] = places[0, place[1], 1] = 9.0
    assert span_loss(places, [RIGHT]).item() < 0.01
    assert span_loss(places, [WRONG]).item() == 0
    assert place_of(RIGHT.pair, 900, 905) is None
