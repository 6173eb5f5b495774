"""`lumbosacral serve` from the shell: where it listens, what it says, how it ends."""

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

COMMAND = [sys.executable, "-c", "from lumbosacral.cli import main; main()", "serve"]


@contextmanager
def serving(*args: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COMMAND, "--no-browser", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_port_that_is_taken_is_told_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = str(door.getsockname()[1])
        with serving("--port", port) as process:
            _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert said.count("\n") == 1
    assert f"127.0.0.1:{port} cannot be served" in said


@pytest.mark.slow
def test_the_page_is_served_on_this_machine_until_interrupted() -> None:
    with serving("--port", "0", "--json") as process:
        assert process.stdout is not None
        text = "".join(process.stdout.readline() for _ in range(3))
        address = json.loads(text)["page"]
        assert address.startswith("http://127.0.0.1:")
        page = _fetched(address)
        assert "not a medical device" in page
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert address in told
    assert "Traceback" not in told
    assert process.returncode in {0, 130}


def _fetched(address: str) -> str:
    """Wait for the page: the socket is open before the server has begun."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        text: str = answer.read().decode()
    return text
