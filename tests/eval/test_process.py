"""What a system of the bench measures of its own process."""

import subprocess
import sys


def test_the_peak_is_that_of_the_process_and_not_of_what_started_it() -> None:
    held = bytearray(b"x" * (400 * 2**20))
    code = "from eval.process import peak; print(peak())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 0 < float(done.stdout) < len(held) / 2**20 / 2
