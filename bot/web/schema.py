"""The JSON that programs send us. Types are strict: a number is not a text."""

from __future__ import annotations

from enum import Enum
from typing import Optional

from pydantic import BaseModel, Extra, Field, StrictStr


class Surface(str, Enum):
    """Where a conversation is held. The answer is the same everywhere; where it is spoken or sent, its texts to
    read, to send and to paste come with it."""

    WIDGET = "widget"
    KIOSK = "kiosk"
    AGENT = "agent"
    PHONE = "phone"
    SMS = "sms"

    @property
    def told(self) -> bool:
        """Someone reads the answer aloud or sends it."""
        return self in (Surface.PHONE, Surface.SMS)


class ChatRequest(BaseModel):
    """One turn of a conversation. Without `conversation` a new one begins; `choice` is a button's id."""

    message: StrictStr = Field("", description="Ce que dit la personne, 2 000 caractères au plus.")
    surface: Surface = Field(Surface.WIDGET, description="widget, kiosk, agent, phone ou sms.")
    conversation: Optional[StrictStr] = Field(None, description="L'identifiant rendu par le tour précédent.")
    choice: Optional[StrictStr] = Field(None, description="L'identifiant du bouton pressé, s'il y en a un.")

    class Config:
        extra = Extra.forbid


class TriageRequest(BaseModel):
    """One text to triage, nothing kept. `bouquets` corrects the machine: these needs are answered instead."""

    text: StrictStr = Field(..., description="Ce que l'agent a entendu, 10 000 caractères au plus.")
    commune: Optional[StrictStr] = Field(None, description="Nom, code postal ou code INSEE.")
    bouquets: Optional[list[StrictStr]] = Field(None, max_items=5, description="Numéros ou noms courts.")

    class Config:
        extra = Extra.forbid
