"""The process in which strangers' files are read: `python -m corpus.readers.worker MEMORY CPU` (bytes, seconds).

It takes, for each file, a line of JSON {"ending", "origin", "size"} and then the bytes, and gives a line of JSON:
{"blocks": [[text, level, pages], ...], "date", "source", "title"} or {"error": what to tell the user, "fault"}.
"""

import json
import sys
import time
from contextlib import suppress
from typing import Any, BinaryIO

from corpus.errors import ArticleError
from corpus.readers.cleaned import READERS


def serve(requests: BinaryIO, replies: BinaryIO, memory: int, cpu: int) -> None:
    """Read one file after the other until there is no more request."""
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _limit(memory, cpu)
        replies.write(json.dumps(_reply(data, request["ending"], request["origin"])).encode() + b"\n")
        replies.flush()


def _limit(memory: int, cpu: int) -> None:
    """Let the system end this process where the next file takes too much, also when nobody waits for it any more."""
    with suppress(ImportError):  # there is none on Windows
        import resource

        spent = int(time.process_time()) + 1
        wanted = {resource.RLIMIT_AS: memory, resource.RLIMIT_CPU: spent + cpu, resource.RLIMIT_CORE: 0}
        for kind, most in wanted.items():
            with suppress(OSError, ValueError):  # macOS has no limit of memory, and there may be a lower one already
                resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _reply(data: bytes, ending: str, origin: str) -> dict[str, Any]:
    try:
        content = READERS[ending](data, origin)
    except ArticleError as error:
        return {"error": str(error), "fault": error.fault}
    except MemoryError:
        raise  # what has run out of memory once is no good for the next file
    except RecursionError:
        said = f"{origin} is nested too deep to be read: save its words as text and give that."
        return {"error": said, "fault": "damaged"}
    except Exception:  # what a broken file does in the libraries cannot be foreseen
        said = f"{origin} is damaged, or made in a way that is not known: save its words as text and give that."
        return {"error": said, "fault": "damaged"}
    day = content.imprint.date
    return {
        "blocks": [[block.text, block.level, block.pages] for block in content.blocks],
        "date": day and day.isoformat(),
        "source": content.imprint.source,
        "title": content.title,
    }


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, *map(int, sys.argv[1:]))
