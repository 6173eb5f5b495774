"""A server of the page in a thread, and a browser to look at it with."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn

from lumbosacral.web.banks import Banks
from lumbosacral.web.serving import configured

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")
MUST = "LUMBOSACRAL_BROWSER"
"""Where this variable is set, a missing browser is a failure and no reason to leave tests out."""


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """Address of a running page."""
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(configured(Banks(full=False), "127.0.0.1"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def found_browser() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium of the system."""
    path = found_browser()
    if path is None and MUST in os.environ:
        pytest.fail(f"{MUST} is set, and no Chromium is there")
    if path is None:
        pytest.skip("no Chromium on this machine")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@dataclass
class Watched:
    """What a page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def page(browser: Any, site: str, watched: Watched) -> Iterator[Any]:
    """An empty page at 1440 x 900; nothing it asks for may leave the origin, nothing may go wrong."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site)
    opened = context.new_page()
    opened.on("request", lambda request: watched.requests.append(request.url))
    opened.on("console", lambda message: watched.complaints.append(message.text))
    opened.on("pageerror", lambda error: watched.complaints.append(str(error)))
    opened.set_default_timeout(30_000)
    opened.goto("/")
    yield opened
    context.close()
    foreign = [url for url in watched.requests if not url.startswith((site, "blob:"))]
    assert foreign == []
    assert watched.complaints == []
