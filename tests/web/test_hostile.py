"""What hostile or broken clients send: refused in one line, and the server goes on."""

import json
import socket
import time
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from lumbosacral.web import limits
from lumbosacral.web.app import create_app
from lumbosacral.web.banks import Banks
from lumbosacral.web.guard import _check_depth

schemathesis = pytest.importorskip("schemathesis")

EXAMPLES = 40
KNOWN = "status_code_conformance content_type_conformance response_schema_conformance"


def checks() -> list[Any]:
    from schemathesis.specs.openapi import checks as api

    return [schemathesis.checks.not_a_server_error, *(getattr(api, name) for name in KNOWN.split())]


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create_app(banks=Banks(full=False))


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.slow
def test_the_api_keeps_its_word(app: FastAPI, client: TestClient) -> None:
    """Requests of every kind that the document allows, and of many that it does not."""
    head = {"host": "127.0.0.1"}
    document = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=head)
    found = list(document.get_all_operations())
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)
    for operation, mode in product(found, modes):

        @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy(generation_mode=mode))
        def keeps(case: Any) -> None:
            case.call_and_validate(headers=head, checks=checks())

        keeps()
    assert len(found) == 9


def nested(depth: int) -> bytes:
    return b'{"chips": ' + b"[" * depth + b"]" * depth + b"}"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"\xff\x00garbage" * 100_000, 413),
        (b"\xff\x00garbage", 400),
        (b"", 422),
        (b"[]", 422),
        (b'"text"', 422),
        (b"null", 422),
        (b"{", 422),
        (nested(20_000), 400),
        (nested(31), 422),
        (json.dumps({"chips": ["TA 2"] * 501}).encode(), 422),
        (json.dumps({"chips": ["TA 2"] * 1_000_000}).encode(), 413),
        (json.dumps({"chips": ["x" * 401]}).encode(), 422),
        (json.dumps({"chips": [1, None, {}]}).encode(), 422),
        (json.dumps({"case": {"findings": [{"test": "nope", "of": "x"}]}}).encode(), 422),
        (
            json.dumps(
                {"case": {"findings": [{"test": "strength", "of": "x", "value": 9}]}}
            ).encode(),
            422,
        ),
        (json.dumps({"setting": "nowhere", "chips": ["TA 2"]}).encode(), 422),
        (json.dumps({"unknown": 1}).encode(), 422),
        (b'{"chips": ["\\ud800"]}', 422),
        (b'{"chips": ["TA 2"], "chips": ["EHL 2"]}', 200),
    ],
    ids=lambda value: str(value)[:40],
)
def test_bad_bodies(client: TestClient, body: bytes, status: int) -> None:
    answer = client.post(
        "/api/v1/infer", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == status
    if status != 200:
        assert list(answer.json()) == ["error"]
        assert "\n" not in answer.json()["error"]
        assert len(answer.json()["error"]) <= 500


@pytest.mark.parametrize("days", ["NaN", "Infinity", "-1", "1e400", '"x"'])
def test_bad_numbers(client: TestClient, days: str) -> None:
    body = f'{{"days": {days}}}'.encode()
    answer = client.post(
        "/api/v1/forward", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 422


def test_brackets_inside_texts_do_not_nest() -> None:
    _check_depth(json.dumps({"chips": ["[" * 200, '"' + "{" * 100]}).encode())


def test_a_long_address_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/vocabulary", params={"q": "x" * 4000}).status_code == 414


class Line:
    """A connection of our own, to send what no client would."""

    def __init__(self, site: str) -> None:
        where = urlsplit(site)
        self.host = where.netloc
        self.socket = socket.create_connection((where.hostname, where.port), timeout=30)

    def say(self, text: str) -> None:
        self.socket.sendall(text.replace("HOST", self.host).encode())

    def hear(self) -> bytes:
        found = b""
        while part := self.socket.recv(65536):
            found += part
        return found


HEAD = "POST /api/v1/infer HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\n"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READ_SECONDS", 0.5)
    monkeypatch.setattr(limits, "HEAD_SECONDS", 0.5)


def healthy(site: str) -> None:
    line = Line(site)
    line.say("GET /api/v1/vocabulary?q=ta HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n")
    assert line.hear().startswith(b"HTTP/1.1 200")


def test_a_slow_body_is_cut_off(site: str, quick: None) -> None:
    line = Line(site)
    line.say(HEAD + "Content-Length: 1000\r\n\r\n{")
    began = time.monotonic()
    assert line.hear().startswith(b"HTTP/1.1 408")
    assert time.monotonic() - began < 5
    healthy(site)


def test_a_slow_head_is_cut_off(site: str, quick: None) -> None:
    line = Line(site)
    line.say("POST /api/v1/inf")
    assert line.hear() == b""
    healthy(site)


def test_a_body_without_a_length_is_bounded(site: str) -> None:
    line = Line(site)
    line.say(HEAD + "Transfer-Encoding: chunked\r\n\r\n")
    try:
        for _ in range(40):
            line.say("1000\r\n" + "x" * 0x1000 + "\r\n")
        answer = line.hear()
    except OSError:  # closed while we were still talking
        answer = b"HTTP/1.1 413"
    assert answer.startswith(b"HTTP/1.1 413")
    healthy(site)


def test_clients_that_leave_do_no_harm(site: str) -> None:
    for text in (
        HEAD,
        HEAD + "Content-Length: 40\r\n\r\n{",
        HEAD + "Content-Length: 18\r\n\r\n" + '{"chips":["TA 2"]}',
    ):
        line = Line(site)
        line.say(text)
        line.socket.close()
    healthy(site)


def test_nonsense_for_http(site: str) -> None:
    for text in ("\x00\x01\x02\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /" + "x" * 70_000):
        line = Line(site)
        try:
            line.say(text)
            heard = line.hear()
        except OSError:
            heard = b""
        assert not heard.startswith((b"HTTP/1.1 2", b"HTTP/1.1 5"))
    healthy(site)
