"""The application: the page, and the API by which everything on it is computed."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Path, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from lumbosacral import __version__, lookup
from lumbosacral.errors import InputError, LumbosacralError
from lumbosacral.web import given as asked
from lumbosacral.web import limits, models
from lumbosacral.web.assumed import variants_of
from lumbosacral.web.banks import Banks, Size
from lumbosacral.web.body import sheet_of
from lumbosacral.web.completion import completions
from lumbosacral.web.desk import Desk
from lumbosacral.web.forwarded import compared, forwarded, kept_picture, warm
from lumbosacral.web.guard import Guard, problem
from lumbosacral.web.inferred import inferred
from lumbosacral.web.page import STATIC, page, picture
from lumbosacral.web.practice import practised
from lumbosacral.web.record import records_panel

__all__ = ["create_app"]

LOCAL = ("127.0.0.1", "localhost", "[::1]")
WRONG: dict[int | str, dict[str, Any]] = {
    code: {
        "description": said,
        "content": {"application/json": {"schema": models.Problem.model_json_schema()}},
    }
    for code, said in (
        (400, "What is asked cannot be read."),
        (403, "Asked from elsewhere."),
        (404, "Not there."),
        (408, "It took too long."),
        (413, "Too much."),
        (414, "Too long an address."),
        (422, "What is asked is wrong; the line says what, and how to mend it."),
    )
}


def create_app(*, banks: Banks | None = None, hosts: Iterable[str] = LOCAL) -> FastAPI:
    """Make the application.

    Parameters
    ----------
    banks : Banks or None
        Virtual patients to answer from; None for the usual ones.
    hosts : iterable of str
        Names the server may be called by.
    """
    kept, desks = banks or Banks(), (Desk(limits.WORKERS), Desk(limits.WORKERS))

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        for desk in desks:
            desk.open()
        kept.start(first=warm)
        yield
        kept.stop()

    app = FastAPI(
        title="lumbosacral", version=__version__, lifespan=life,
        openapi_url="/api/v1/openapi.json", docs_url=None, redoc_url=None,
        description="Lesions of the nerves of the leg: what they do, and where they are. "
        "A model for study and teaching, not a medical device.",
    )  # fmt: skip
    app.include_router(_api(kept, *desks))
    _pages(app)
    _errors(app)
    app.add_middleware(Guard, hosts=tuple(hosts))
    return app


def _api(banks: Banks, busy: Desk, thinking: Desk) -> APIRouter:
    api = APIRouter(prefix="/api/v1", responses=WRONG)

    @lru_cache(maxsize=limits.KEPT_ANSWERS)
    def infer(text: str, size: Size) -> models.InferShown:
        return inferred(asked.InferGiven.model_validate_json(text), banks, size)

    @api.post("/forward", response_model=models.ForwardShown)
    async def forward(given: asked.ForwardGiven) -> Response:
        """See what lesions do."""
        return _json(await busy.do(lambda: forwarded(given)))

    @api.post("/infer", response_model=models.InferShown)
    async def find(given: asked.InferGiven) -> Response:
        """Find where the lesion is, why, and what to examine next."""
        text, size = given.model_dump_json(), banks.best()
        if thinking.waiting >= limits.CROWD:  # then a first look must do
            size = "small"
        desk = thinking if size == "full" else busy
        return _json(await desk.do(lambda: infer(text, size)))

    @api.post("/compare", response_model=models.CompareShown)
    async def compare(given: asked.CompareGiven) -> Response:
        """List what separates two lesions."""
        return _json(await busy.do(lambda: compared(given)))

    @api.post("/practise", response_model=models.PractiseShown)
    async def practise(given: asked.PractiseGiven) -> Response:
        """Examine a virtual patient; with a guess, learn where the lesion is."""
        return _json(await busy.do(lambda: practised(given)))

    @api.get("/vocabulary")
    async def vocabulary(
        q: Annotated[str, Query(max_length=100)],
        count: Annotated[int, Query(ge=1, le=limits.COMPLETIONS)] = 8,
    ) -> models.Completions:
        """Complete what was typed."""
        return completions(q, count)

    @api.get("/atlas/{name:path}")
    async def atlas(
        name: Annotated[str, Path(min_length=1, max_length=200)],
    ) -> models.Records:
        """Say what is known of a name, and who says so."""
        found = await busy.do(lambda: lookup.about(name))
        return models.Records.model_validate({"records": found, "panel": records_panel(found)})

    @api.get("/plexus/{form}", response_class=Svg)
    async def plexus(
        form: asked.Form,
        variant: Annotated[list[asked.Name] | None, Query(max_length=limits.VARIANTS)] = None,
    ) -> Response:
        """Draw the healthy plexus in one of the forms of the page, in an adult with some variants."""
        return Svg(await busy.do(lambda: picture(form, variants_of(variant or ()))))

    @api.post("/picture", response_class=Svg)
    async def kept(given: asked.PictureGiven) -> Response:
        """Draw the plexus as a document of its own."""
        return Svg(await busy.do(lambda: kept_picture(given)))

    @api.get("/sheet/{name}", response_class=Svg)
    async def sheet(
        name: Annotated[str, Path(max_length=40)], side: asked.Leg = "left"
    ) -> Response:
        """Draw one sheet of the body maps, not examined."""
        return Svg(await busy.do(lambda: sheet_of(name, side)))

    return api


def _json(shown: BaseModel) -> Response:
    """Send a model as it is; it was checked when it was made."""
    return Response(shown.model_dump_json(), media_type="application/json")


class Svg(Response):
    """A picture."""

    media_type = "image/svg+xml"


def _pages(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    async def index() -> HTMLResponse:
        return HTMLResponse(page())

    app.mount("/static", _Static(directory=STATIC), name="static")


class _Static(StaticFiles):
    """Files of the page; its icon is kept, as browsers ask for it with every change of the address."""

    def file_response(self, full_path: Any, *args: Any, **kwargs: Any) -> Response:
        """Send a file."""
        answer = super().file_response(full_path, *args, **kwargs)
        if str(full_path).endswith(".svg"):
            answer.headers["cache-control"] = "max-age=86400"
        return answer


def _errors(app: FastAPI) -> None:
    """Every error is one line of JSON."""

    def answer(status: int, line: str) -> Response:
        return Response(problem(line), status, media_type="application/json")

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        return answer(422, _first(error))

    @app.exception_handler(LumbosacralError)
    async def wrong(_: Request, error: LumbosacralError) -> Response:
        return answer(422 if isinstance(error, InputError) else 500, str(error))

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> Response:
        return answer(error.status_code, str(error.detail))


def _first(error: RequestValidationError) -> str:
    """Name the first thing that is wrong, without repeating what was sent."""
    one = error.errors()[0]
    place = ".".join(str(part)[:40] for part in one["loc"][1:])
    return f"{place}: {one['msg']}" if place else str(one["msg"])
