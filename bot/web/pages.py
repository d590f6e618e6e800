"""The pages: skeletons in HTML that say the essential without any script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.concurrency import run_in_threadpool

from bot.orientation.taxonomy import Bouquet
from bot.web.access import desk_only
from bot.web.errors import Refusal
from bot.web.listing import browse
from bot.web.state import State, state_of

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
SCRIPT_TEXTS = ("nom", "danger", "urgences", "sms", "appeler", "humain", "humain_court", "reveil", "accueil",
                "conversation", "reponse", "bureau", "telephone", "bouquets", "maillons")
LISTED = 30
router = APIRouter(include_in_schema=False)
templates = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=select_autoescape(),
                        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
templates.policies["json.dumps_kwargs"] = {"sort_keys": False}


def render(state: State, name: str, **context: Any) -> str:
    """A page as HTML. Every page knows the texts, the emergency numbers and the bouquets."""
    texts = state.texts
    bouquets = [{"slug": b.value, "number": b.number, "label": texts["bouquets"][b.value]} for b in Bouquet]
    return templates.get_template(f"{name}.html").render(t=texts, page=name, bouquets=bouquets, **context)


@router.get("/")
async def visitor(request: Request) -> HTMLResponse:
    """The visitors' page."""
    return HTMLResponse(render(state_of(request), "visitor"))


@router.get("/agents", dependencies=[Depends(desk_only)])
async def agents(request: Request) -> HTMLResponse:
    """The reception desk's page."""
    return HTMLResponse(render(state_of(request), "agents"))


@router.get("/telephone", dependencies=[Depends(desk_only)])
async def telephone(request: Request) -> HTMLResponse:
    """The phone line's page."""
    return HTMLResponse(render(state_of(request), "telephone"))


@router.get("/annuaire")
async def annuaire(request: Request, bouquet: str = "", commune: str = "") -> HTMLResponse:
    """The directory, without any script; a search that cannot be done says why on the page."""
    state = state_of(request)
    found: dict[str, Any] = {"services": [], "commune": None, "communes": []}
    problem, status = "", 200
    if bouquet or commune:
        try:
            found = await run_in_threadpool(browse, state, bouquet, commune, LISTED)
        except Refusal as refusal:
            problem, status = state.texts["erreurs"][refusal.code], refusal.status
    asked = bool(bouquet or commune)
    return HTMLResponse(render(state, "annuaire", query={"bouquet": bouquet, "commune": commune}, asked=asked,
                               problem=problem, **found), status_code=status)


@router.get("/exemple")
async def example(request: Request) -> HTMLResponse:
    """A page of another site, with the widget on it."""
    return HTMLResponse(render(state_of(request), "exemple"))


@router.get("/confidentialite")
async def privacy(request: Request) -> HTMLResponse:
    """What is kept, and for how long."""
    return HTMLResponse(render(state_of(request), "confidentialite"))


@router.get("/accessibilite")
async def accessibility(request: Request) -> HTMLResponse:
    """What was checked, and whom to tell."""
    return HTMLResponse(render(state_of(request), "accessibilite"))


@router.get("/api/docs")
async def documentation(request: Request) -> HTMLResponse:
    """The interfaces, from the server's own OpenAPI description."""
    return HTMLResponse(render(state_of(request), "api_docs", spec=request.app.openapi()))


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    """The one script another site needs: texts, rendering of answers, conversation, in one file."""
    return _script(state_of(request), "widget")


@router.get("/bureau.js", dependencies=[Depends(desk_only)])
async def desk_script(request: Request) -> Response:
    """The script of the desk's pages."""
    return _script(state_of(request), "bureau")


def _script(state: State, name: str) -> Response:
    texts = {key: state.texts[key] for key in SCRIPT_TEXTS}
    style = (STATIC / "reponse.css").read_text(encoding="utf-8")
    code = templates.get_template(f"{name}.js").render(textes=texts, style=style)
    return Response(code, media_type="text/javascript", headers={"cache-control": "no-cache"})
