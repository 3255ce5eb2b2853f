"""One system of the bench in a process of its own: its memory and cold start are its own. `eval.bench` starts it."""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from eval.contenders import CONTENDERS, Contender


def measure(contender: Contender, texts: Mapping[str, str], questions: Sequence[str], folder: Path) -> dict[str, Any]:
    """Index the texts and ask every question, after one that warms up; seconds by the wall clock, memory in MB."""
    contender.load()
    started = time.perf_counter()
    contender.build(texts, folder)
    indexed, replies = time.perf_counter() - started, []
    contender.ask(questions[0])
    for question in questions:
        started = time.perf_counter()
        said = contender.ask(question)
        replies.append({"seconds": time.perf_counter() - started, "said": said, "found": contender.search(question)})
    return {"index": indexed, "peak": peak(), "replies": replies}


def peak() -> float:
    """The most memory that this process has held, in MB."""
    import resource

    # The figure below begins, on Linux, with what the process that started this one held.
    with suppress(OSError):
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    """NAME FOLDER: index the job in FOLDER and ask it all; with `cold`, open the index and ask one question."""
    name, folder, mode = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    os.environ.update(ANONYMIZED_TELEMETRY="False", HF_HUB_OFFLINE="1", TOKENIZERS_PARALLELISM="false")
    job = json.loads((folder / "job.json").read_bytes())
    contender = CONTENDERS[name]()
    if mode == "cold":
        contender.load()
        contender.open(job["texts"], folder)
        contender.ask(job["questions"][0])
        return
    found = measure(contender, job["texts"], job["questions"], folder)
    (folder / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
