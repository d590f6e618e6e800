"""GET services, communes and health: what may be asked without a conversation."""

from __future__ import annotations

from typing import Any, Optional

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from bot.orientation.errors import DirectoryError
from bot.orientation.reading import Commune
from bot.orientation.taxonomy import Bouquet
from bot.orientation.wire import to_wire
from bot.web.errors import Refusal
from bot.web.hygiene import tidy
from bot.web.ports import Part
from bot.web.state import State, state_of

router = APIRouter(tags=["annuaire"])
LONGEST_QUERY = 100


@router.get("/api/v1/services", summary="Les services d'un bouquet, près d'une commune")
async def services(request: Request, bouquet: Optional[str] = None, commune: Optional[str] = None,
                   limit: int = Query(20, ge=1, le=100)) -> dict[str, Any]:
    """Nearest first. Several communes may bear the name: they are then listed and no service is given."""
    return await run_in_threadpool(browse, state_of(request), bouquet, commune, limit)


@router.get("/api/v1/communes", summary="Les communes d'un nom ou d'un code postal")
async def communes(request: Request, q: str = "") -> dict[str, Any]:
    """At most ten."""
    if not q.strip():
        return {"communes": []}
    found = state_of(request).room().suggested(tidy(q, LONGEST_QUERY), 10)
    return {"communes": [shown_commune(c) for c in found]}


@router.get("/health", tags=["santé"], summary="L'état des parties du guichet")
async def health(request: Request) -> dict[str, Any]:
    """Always 200 when the page answers: `status` says ok, starting or degraded."""
    state = state_of(request)
    rasa, actions, model = await state.listener.states()
    parts = {"web": Part.OK, "rasa": rasa, "actions": actions,
             "directory": await run_in_threadpool(_directory_state, state)}
    status = "ok" if set(parts.values()) == {Part.OK} else "degraded" if Part.AWAY in parts.values() else "starting"
    return {"status": status, "parts": {name: part.value for name, part in parts.items()}, "model": model or None}


def browse(state: State, bouquet: str | None, commune: str | None, limit: int) -> dict[str, Any]:
    """A page of the directory as JSON; Refusal when the bouquet or the commune is unknown."""
    room = state.room()
    kind = _bouquet(bouquet)
    places = _places(state, commune)
    if len(places) > 1:
        return {"services": [], "commune": None, "communes": [shown_commune(c) for c in places]}
    place = places[0] if places else None
    try:
        found = room.desk.browse(kind, place, state.reception.now(), limit)
    except DirectoryError as error:
        raise Refusal(503, "annuaire") from error
    return {"services": [to_wire(block) for block in found], "commune": shown_commune(place) if place else None,
            "communes": []}


def shown_commune(commune: Commune) -> dict[str, Any]:
    """A commune as JSON."""
    return {"name": commune.name, "insee": commune.insee, "departement": commune.departement,
            "postcodes": list(commune.postal_codes)}


def _bouquet(said: str | None) -> Bouquet | None:
    if not said:
        return None
    try:
        return Bouquet.parse(said)
    except ValueError as error:
        raise Refusal(400, "bouquet_inconnu", "bouquet") from error


def _places(state: State, said: str | None) -> tuple[Commune, ...]:
    if not said or not said.strip():
        return ()
    room = state.room()
    by_code = room.communes.by_insee(said.strip())
    found = (by_code,) if by_code else room.named(tidy(said, LONGEST_QUERY))
    if not found:
        raise Refusal(404, "commune_inconnue", "commune")
    return found


def _directory_state(state: State) -> Part:
    room = state.reception.room
    if room is None:
        return Part.STARTING
    try:
        room.desk.directory.front_desks(None, state.reception.now())
    except DirectoryError:
        return Part.AWAY
    return Part.OK
