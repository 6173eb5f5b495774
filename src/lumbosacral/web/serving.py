"""Serving the page on this machine."""

import asyncio
import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from lumbosacral.errors import InputError
from lumbosacral.web import limits
from lumbosacral.web.app import LOCAL, create_app
from lumbosacral.web.banks import Banks

__all__ = ["PatientOnly", "configured", "serve"]


class PatientOnly(H11Protocol):
    """A connection that is closed where no request has come within its time."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self.loop.call_later(limits.HEAD_SECONDS, self._close_if_silent)

    def _close_if_silent(self) -> None:
        begun = getattr(self, "cycle", None) is not None
        if not begun and not self.transport.is_closing():
            self.transport.close()


def configured(banks: Banks | None, host: str) -> uvicorn.Config:
    """How the server runs: few connections, short heads, nothing of a case in a log."""
    return uvicorn.Config(
        create_app(banks=banks, hosts={*LOCAL, host}), log_level="warning", access_log=False,
        server_header=False, http=PatientOnly, ws="none", limit_concurrency=limits.CONNECTIONS,
        timeout_keep_alive=10, h11_max_incomplete_event_size=16_384, proxy_headers=False,
        timeout_graceful_shutdown=2,
    )  # fmt: skip


def serve(host: str, port: int, *, browser: bool, begin: Callable[[str], None]) -> None:
    """Serve until interrupted; `begin` is called with the address of the page.

    Raises
    ------
    InputError
        If the port is taken or the host is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise InputError(
            f"{host}:{port} cannot be served: {getattr(error, 'strerror', None) or error}",
            mend="name another with --port",
        ) from None
    name = f"[{host}]" if family == socket.AF_INET6 else host
    address = f"http://{name}:{door.getsockname()[1]}/"
    begin(address)
    if browser:
        threading.Timer(0.8, webbrowser.open, (address,)).start()
    uvicorn.Server(configured(None, name)).run([door])
