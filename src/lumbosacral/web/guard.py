"""The door of the server: who may ask, how much, how long; and what every answer carries."""

import asyncio
import json
from collections.abc import Iterable
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lumbosacral.web import limits

__all__ = ["Guard", "Refused", "problem"]

POLICY: Final = (
    "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS: Final = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
NO_STORE: Final = (b"cache-control", b"no-store")


class Refused(Exception):
    """A request that is not let in: its status and one line."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(line)
        self.status, self.line = status, line


def problem(line: str) -> bytes:
    """Body of an answer that says what is wrong."""
    return json.dumps({"error": " ".join(line.split())[:500]}).encode()


class Guard:
    """Lets through what is asked by a page of this machine, whole, in time and not too much.

    Parameters
    ----------
    app : ASGI application
    hosts : names that the server may be called by, without the port
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _Answer(send)
        try:
            self._admit(scope)
            async with asyncio.timeout(limits.READ_SECONDS):
                body = await _whole(receive)
            _check_depth(body)
            async with asyncio.timeout(limits.ANSWER_SECONDS):
                await self.app(scope, _replayed(body, receive), answer.send)
        except Refused as refused:
            await answer.refuse(refused.status, refused.line)
        except TimeoutError:
            await answer.refuse(408, "it took too long; send it again, or ask for less")
        except _Gone:
            return

    def _admit(self, scope: Scope) -> None:
        """Refuse what a foreign page, or a foreign name for this machine, brings."""
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        host = [value.decode("latin-1").lower() for name, value in headers if name == b"host"]
        if len(host) != 1 or _name(host[0]) not in self.hosts:
            raise Refused(403, "the page is called by a foreign name; open it as 127.0.0.1")
        for name, value in headers:
            origin = value.decode("latin-1").lower()
            if name == b"origin" and origin not in {f"http://{host[0]}", f"https://{host[0]}"}:
                raise Refused(403, "asked by a page of another origin")
            if name == b"sec-fetch-site" and origin == "cross-site" and _is_api(scope):
                raise Refused(403, "asked by a page of another site")
            if name == b"content-length" and (
                not value.isdigit() or int(value[:12]) > limits.BODY_BYTES
            ):
                raise Refused(413, f"at most {limits.BODY_BYTES} bytes are read; send less")
        if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > limits.PATH_BYTES:
            raise Refused(414, f"at most {limits.PATH_BYTES} bytes of address are read")


def _name(host: str) -> str:
    """Host without its port; an address of version 6 keeps its brackets."""
    return (
        host[: host.index("]") + 1]
        if host.startswith("[") and "]" in host
        else (host.partition(":")[0])
    )


def _is_api(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/api/")


class _Gone(Exception):
    """Whoever asked has left."""


async def _whole(receive: Receive) -> bytes:
    """Read the whole body, and no more than the bound."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        part = message.get("body", b"")
        size += len(part)
        if size > limits.BODY_BYTES:
            raise Refused(413, f"at most {limits.BODY_BYTES} bytes are read; send less")
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _check_depth(body: bytes) -> None:
    """Refuse JSON that is nested too deeply; brackets in texts count, which is on the safe side."""
    if body.count(b"[") + body.count(b"{") <= limits.DEPTH:
        return
    depth, inside, escaped = 0, False, False
    for letter in body:
        if inside:
            escaped, inside = letter == 92 and not escaped, escaped or letter != 34
            continue
        inside = letter == 34
        depth += (letter in b"[{") - (letter in b"]}")
        if depth > limits.DEPTH:
            raise Refused(400, f"nested deeper than {limits.DEPTH} levels; flatten it")


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Hand the body on as one piece; after it, whatever comes next."""
    handed: list[bool] = []

    async def again() -> Message:
        if handed:
            return await receive()
        handed.append(True)
        return {"type": "http.request", "body": body, "more_body": False}

    return again


class _Answer:
    """One answer on its way out."""

    def __init__(self, send: Send) -> None:
        self._send, self._begun = send, False

    async def send(self, message: Message) -> None:
        """Add to the head of an answer what every one carries."""
        if message["type"] == "http.response.start":
            self._begun = True
            mine = {name for name, _ in ALWAYS}
            kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in mine]
            cached = any(k.lower() == b"cache-control" for k, _ in kept)
            message["headers"] = [*kept, *ALWAYS, *([] if cached else [NO_STORE])]
        await self._send(message)

    async def refuse(self, status: int, line: str) -> None:
        """Say why not, unless an answer has begun."""
        if self._begun:
            return
        body = problem(line)
        head: dict[str, Any] = {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"application/json"),
                (b"content-length", str(len(body)).encode()),
                (b"connection", b"close"),
            ],
        }
        await self.send(head)
        await self._send({"type": "http.response.body", "body": body})
