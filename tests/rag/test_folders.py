"""What lies under the root of the indexes."""

import os
import subprocess
import sys
import time
from pathlib import Path

from rag import Assistant, Settings
from rag.folders import WEEK
from tests.rag.conftest import TEXTS
from tests.rag.test_index import rebuilt


def test_what_a_killed_build_of_another_index_left_is_removed_when_a_day_old(tmp_path: Path) -> None:
    left = [tmp_path / name for name in ("0123-old", "0123-new")]
    for folder in left:
        folder.mkdir()
    os.utime(left[0], (0, 1))
    rebuilt(tmp_path)
    assert [folder.exists() for folder in left] == [False, True]


def test_an_index_that_was_used_in_the_future_is_used_still(tmp_path: Path) -> None:
    rebuilt(tmp_path)
    (manifest,) = tmp_path.glob("*/manifest.json")
    os.utime(manifest, (time.time() + 2 * WEEK,) * 2)  # the clock has gone back since
    assert not rebuilt(tmp_path)
    rebuilt(tmp_path, fingerprint="another")
    assert not rebuilt(tmp_path)


def test_a_full_disk_is_one_clear_line_and_with_room_again_the_index_is_built(tmp_path: Path) -> None:
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    (tmp_path / "tea.txt").write_text(TEXTS["茶"], encoding="utf-8")
    given = ["index", "--index-dir", str(tmp_path / "index"), str(tmp_path / "tea.txt")]
    started = f"{limited}; from rag.__main__ import main; sys.exit(main({given!r}))"
    full = subprocess.run([sys.executable, "-c", started], capture_output=True, text=True, check=False)
    assert (full.returncode, full.stderr.count("\n")) == (2, 1)
    assert "--index-dir" in full.stderr
    assistant = Assistant.from_texts({"tea": TEXTS["茶"]}, Settings(index_dir=tmp_path / "index"))
    assert assistant.ask("茶园的面积是多少？").answered
