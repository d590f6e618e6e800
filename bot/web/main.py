"""The web application, put together. Builds nothing at import."""

from __future__ import annotations

import contextlib
import logging
import secrets
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import yaml
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Scope

from bot.bootstrap import build_room, clock
from bot.settings import Settings, current_settings
from bot.web import chat, desk, listing, pages
from bot.web.conversations import Buttons, Conversations
from bot.web.errors import Refusal
from bot.web.guard import Guard
from bot.web.limits import Bucket
from bot.web.ports import Listener
from bot.web.rasa_client import RasaClient
from bot.web.reception import Reception
from bot.web.state import State

log = logging.getLogger(__name__)
KEY_FILE = "cle-conversations"
TEXTS = "phrasing/web.yml"


def app_from_environment() -> FastAPI:
    """The application of this process's settings, for uvicorn."""
    settings = current_settings()
    reception = Reception(lambda: build_room(settings), read_texts(settings.knowledge_dir), clock(settings))
    return create_app(settings, RasaClient(settings), reception)


def create_app(settings: Settings, listener: Listener, reception: Reception) -> FastAPI:
    """The application over its ports."""
    app = FastAPI(title="Guichet", version="1", docs_url=None, redoc_url=None, lifespan=_lifespan,
                  description="Premier accueil : écouter un besoin, comprendre, orienter.")
    bucket = Bucket()
    app.state.guichet = State(settings, listener, reception, Conversations(settings.key or signing_key(settings)),
                              Buttons(), bucket)
    for router in (chat.router, desk.router, listing.router, pages.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(CORSMiddleware, allow_origins=settings.allowed_origins, allow_methods=["GET", "POST", "DELETE"],
                       allow_headers=["content-type"], max_age=3600)
    app.add_middleware(Guard, bucket=bucket, origins=settings.allowed_origins,
                       explain=lambda scope, refusal: _reply(app, scope, refusal))
    return app


def read_texts(knowledge: Path) -> dict[str, Any]:
    """The texts of the pages, read alone so that the first page does not wait for the rest."""
    def read(name: str) -> Any:
        return yaml.load((knowledge / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)

    taxonomy = read("taxonomy.yml")
    names = {kind: {entry["id"]: entry["nom"] for entry in taxonomy[kind]} for kind in ("bouquets", "maillons")}
    return {**read(TEXTS), **names}


def signing_key(settings: Settings) -> str:
    """The key kept in the data folder, made at the first start, readable by its owner alone."""
    path = settings.data_dir / KEY_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return path.read_text(encoding="ascii")


@contextlib.asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    state: State = app.state.guichet
    state.reception.open_beside()
    yield
    if isinstance(state.listener, RasaClient):
        await state.listener.close()


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return _explained(request.app, request.scope, error)


async def _invalid(request: Request, error: Exception) -> Response:
    """A malformed body or a wrong type: says which field, never echoes what was sent."""
    assert isinstance(error, RequestValidationError)
    first: dict[str, Any] = dict((error.errors() or [{}])[0])
    field = ".".join(str(part) for part in first.get("loc", ())[1:])
    # A broken body is reported at an offset, a number; one that is no object at all, without a field.
    malformed = not field or field.isdigit()
    refusal = Refusal(400, "json") if malformed else Refusal(400, "type", field)
    return _explained(request.app, request.scope, refusal)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "introuvable", 405: "methode"}.get(error.status_code, "requete")
    return _explained(request.app, request.scope, Refusal(error.status_code, code))


async def _broken(request: Request, error: Exception) -> Response:
    log.error("%s %s: %s", request.method, request.scope["path"], type(error).__name__)
    return _explained(request.app, request.scope, Refusal(500, "panne"))


def _reply(app: FastAPI, scope: Scope, refusal: Refusal) -> ASGIApp:
    return _explained(app, scope, refusal)


def _explained(app: FastAPI, scope: Scope, refusal: Refusal) -> Response:
    """A page for people, JSON for programs; both give the sentence."""
    state: State = app.state.guichet
    message = state.texts["erreurs"][refusal.code].format(champ=refusal.field)
    if scope["path"].startswith(("/api/v1", "/health", "/openapi.json")):
        numbers = [n["numero"] for n in state.texts["urgences"]]
        error = {"code": refusal.code, "field": refusal.field, "message": message, "numbers": numbers}
        return JSONResponse({"error": error}, status_code=refusal.status)
    page = pages.render(state, "erreur", status=refusal.status, message=message)
    return HTMLResponse(page, status_code=refusal.status)
