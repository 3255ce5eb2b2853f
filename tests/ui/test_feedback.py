"""The file that thumbs are kept in."""

import json
from pathlib import Path

import pytest

from tests.ui.fake import reply
from ui.feedback import Feedback, Rating


def test_a_thumb_after_one_that_was_cut_off_is_a_line_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    rating = Rating.model_validate({**reply("石桥").to_dict(), "id": "1", "good": True})
    Feedback(path).add(rating)
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    Feedback(path).add(rating)
    first, _, last = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(first)["id"] == json.loads(last)["id"] == "1"


def test_a_thumb_that_finds_no_room_is_not_said_to_be_kept() -> None:
    rating = Rating.model_validate({**reply("石桥").to_dict(), "id": "1", "good": True})
    with pytest.raises(OSError, match="No space left"):
        Feedback(Path("/dev/full")).add(rating)
