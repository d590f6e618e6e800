"""POST /api/v1/chat: one turn of a visitor's conversation, and forgetting it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from bot.answers.answer import Answer
from bot.answers.phone import to_phone
from bot.answers.widget import to_widget
from bot.orientation.case import Choice
from bot.orientation.errors import UnderstandingError
from bot.orientation.wire import to_wire
from bot.web.conversations import Conversation, Offer
from bot.web.errors import Refusal
from bot.web.hygiene import VISITOR_LIMIT, tidy
from bot.web.redaction import redact
from bot.web.schema import ChatRequest
from bot.web.state import State, state_of

router = APIRouter(prefix="/api/v1", tags=["conversation"])


@router.post("/chat", summary="Un tour de conversation")
async def chat(body: ChatRequest, request: Request) -> dict[str, Any]:
    """La réponse complète, l'identifiant de la conversation, et un avis s'il a fallu en commencer une nouvelle ;
    pour `phone` et `sms`, aussi les textes à lire, à envoyer et à coller."""
    state = state_of(request)
    conversation = state.conversations.resume(body.conversation)
    notices = [state.texts["avis"]["nouvelle"]] if conversation.renewed else []
    offer = state.buttons.take(conversation.key, body.choice) if body.choice else None
    if body.choice and offer is None:
        notices.append(state.texts["avis"]["bouton"])
    text = offer.label if offer else tidy(body.message, VISITOR_LIMIT)
    answer = await _answer(state, conversation, redact(text), body.surface.value, offer.choice if offer else None)
    reply = {"conversation": conversation.id, "answer": _shown(state, conversation, answer),
             "notice": " ".join(notices) or None}
    return {**reply, "phone": await run_in_threadpool(_told, state, answer)} if body.surface.told else reply


@router.delete("/chat/{conversation}", summary="Effacer une conversation")
async def forget(conversation: str, request: Request) -> dict[str, bool]:
    """Ce qui a été dit est effacé tout de suite. Un identifiant inconnu n'a rien à effacer."""
    state = state_of(request)
    key = state.conversations.known(conversation)
    if key is None:
        return {"forgotten": False}
    state.buttons.forget(key)
    try:
        await state.listener.forget(key)
    except UnderstandingError as error:
        raise Refusal(503, "oubli") from error
    return {"forgotten": True}


async def _answer(state: State, conversation: Conversation, text: str, surface: str, choice: Choice | None) -> Answer:
    try:
        return await state.listener.turn(conversation.key, text, surface, choice)
    except UnderstandingError:
        return await run_in_threadpool(state.reception.degraded, text)


def _told(state: State, answer: Answer) -> dict[str, Any]:
    return dict(to_wire(to_phone(answer, state.room().phrases)))


def _shown(state: State, conversation: Conversation, answer: Answer) -> dict[str, Any]:
    """The page's JSON; the meaning of the buttons stays here."""
    shown = to_widget(answer)
    offers = [Offer(Choice(o.kind, o.value), o.label) for o in answer.question.options] if answer.question else []
    named = state.buttons.offer(conversation.key, offers)
    if shown["question"] is not None:
        shown["question"]["options"] = named
    return shown
