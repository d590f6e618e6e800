"""POST /api/v1/triage: one text read, decided and answered for an agent, with the reasons. Nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool

from bot.answers.agent import to_agent
from bot.answers.answer import Answer
from bot.answers.phone import to_phone
from bot.orientation.case import Case
from bot.orientation.errors import UnderstandingError
from bot.orientation.reading import Commune, Reading, ScoredBouquet
from bot.orientation.taxonomy import Act, Bouquet
from bot.orientation.wire import to_wire
from bot.web.access import desk_only
from bot.web.errors import Refusal
from bot.web.hygiene import DESK_LIMIT, tidy
from bot.web.redaction import redact
from bot.web.schema import TriageRequest
from bot.web.state import State, state_of

router = APIRouter(prefix="/api/v1", tags=["accueil"], dependencies=[Depends(desk_only)])


@router.post("/triage", summary="Lire une demande, décider, répondre, et dire pourquoi")
async def triage(body: TriageRequest, request: Request) -> dict[str, Any]:
    """Reading, decision and answer, and the texts for the telephone. `reading` and `decision` are null when the
    understanding is away: the answer is then the degraded one."""
    state = state_of(request)
    text = redact(tidy(body.text, DESK_LIMIT))
    place = _place(state, body.commune)
    forced = _forced(body.bouquets)
    try:
        reading = corrected(await state.listener.read(text), forced)
    except UnderstandingError:
        return _degraded(state, await run_in_threadpool(state.reception.degraded, text))
    return await run_in_threadpool(_answered, state, reading, place)


def corrected(reading: Reading, forced: tuple[Bouquet, ...]) -> Reading:
    """The reading with the needs an agent chose; its danger and its obstacles stay as heard."""
    if not forced:
        return reading
    chosen = tuple(ScoredBouquet(bouquet, 1.0, reading.level) for bouquet in forced)
    sheets = tuple(sheet for sheet in reading.sheets if sheet.bouquet in forced)
    return replace(reading, bouquets=chosen, sheets=sheets, act=Act.NEED, in_scope=True)


def _answered(state: State, reading: Reading, place: Commune | None) -> dict[str, Any]:
    room = state.room()
    decision, answer = room.desk.orient(reading, Case(place=place), None, state.reception.now(), one_shot=True)
    return {**to_agent(decision, reading, answer), "phone": to_wire(to_phone(answer, room.phrases))}


def _degraded(state: State, answer: Answer) -> dict[str, Any]:
    phone = to_wire(to_phone(answer, state.room().phrases))
    return {"reading": None, "decision": None, "answer": to_wire(answer), "phone": phone}


def _place(state: State, said: str | None) -> Commune | None:
    if said is None or not said.strip():
        return None
    room = state.room()
    by_code = room.communes.by_insee(said.strip())
    found = (by_code,) if by_code else room.named(tidy(said, 100))
    if len(found) != 1:
        raise Refusal(400, "commune_plusieurs" if found else "commune_inconnue", "commune")
    return found[0]


def _forced(given: list[str] | None) -> tuple[Bouquet, ...]:
    try:
        return tuple(dict.fromkeys(Bouquet.parse(name) for name in given or ()))
    except ValueError as error:
        raise Refusal(400, "bouquet_inconnu", "bouquets") from error
