"""The answer for the phone line: a text to read aloud, an SMS of at most 306 characters, an e-mail."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Answer
from bot.answers.email import email_body, email_subject
from bot.answers.gsm import gsm_length
from bot.answers.phrases import Phrases
from bot.answers.sms import sms_text
from bot.answers.spoken import spoken_text


@dataclass(frozen=True)
class Phone:
    """Ready to read, to send, to paste. `sms_length` is in GSM-7 septets, at most 306 (two parts)."""

    read: str
    sms: str
    sms_length: int
    email_subject: str
    email_body: str


def to_phone(answer: Answer, phrases: Phrases) -> Phone:
    """The three texts of one answer."""
    sms = sms_text(answer, phrases)
    return Phone(
        read=spoken_text(answer, phrases),
        sms=sms,
        sms_length=gsm_length(sms),
        email_subject=email_subject(answer, phrases),
        email_body=email_body(answer, phrases),
    )
