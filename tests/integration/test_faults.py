"""What people meet when a process dies, on a whole guichet of its own: an answer, the numbers, then recovery."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import House, run_house

RECOVERY_SECONDS = 120
PROCESSES = {"rasa": "rasa run", "actions": "bot.gate.action_server"}


@pytest.fixture(scope="module")
def own_house(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with run_house(tmp_path_factory.mktemp("faults")) as made:
        yield made


@pytest.fixture(scope="module")
def web(own_house: House) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=own_house.address, timeout=20, trust_env=False) as client:
        yield client


def ask(web: httpx.Client, message: str, **more: str) -> dict[str, Any]:
    data: dict[str, Any] = web.post("/api/v1/chat", json={"message": message, **more}).raise_for_status().json()
    return data


def children(house: House, command: str) -> list[int]:
    """Process ids of this house's children whose command line holds `command`."""
    lines = {int(path.parent.name): path.read_bytes().replace(b"\0", b" ").decode() for path in _own(house.pid)}
    return [pid for pid, line in lines.items() if command in line]


def _own(parent: int) -> Iterator[Path]:
    """The command lines of the direct children of a process, from /proc."""
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split():
        yield Path(f"/proc/{child}/cmdline")


def until_whole(web: httpx.Client) -> None:
    deadline = time.monotonic() + RECOVERY_SECONDS
    while time.monotonic() < deadline:
        if web.get("/health").json()["status"] == "ok":
            return
        time.sleep(0.5)
    raise AssertionError("the guichet did not come back")


@pytest.mark.parametrize("part", list(PROCESSES))
def test_a_killed_part_leaves_answers_then_comes_back(own_house: House, web: httpx.Client, part: str) -> None:
    victims = children(own_house, PROCESSES[part])
    assert len(victims) == 1
    os.kill(victims[0], signal.SIGKILL)
    need = ask(web, "je veux demander le RSA à Gap")["answer"]
    assert need["status"] == "degraded" and need["needs"][0]["services"]
    assert {"15", "17", "18", "112", "114"} <= {call["number"] for call in need["human"]["numbers"]}
    danger = ask(web, "mon mari me frappe")["answer"]
    assert danger["urgent"]["first"]["number"] == "17"
    assert web.get("/").status_code == web.get("/annuaire?commune=Gap").status_code == 200
    assert web.get("/health").json()["parts"][part] != "ok"
    until_whole(web)
    assert ask(web, "je veux demander le RSA à Gap")["answer"]["status"] == "answered"


@pytest.mark.parametrize("forged", ["x", "../../etc/passwd", "' or 1=1 --", "a" * 200, "default"])
def test_a_forged_conversation_is_refused_kindly_and_a_new_one_begun(web: httpx.Client, forged: str) -> None:
    until_whole(web)
    data = ask(web, "bonjour", conversation=forged)
    assert data["conversation"] != forged and data["notice"] and data["answer"]["opening"]


def test_a_conversation_of_someone_else_cannot_be_guessed_from_one_s_own(web: httpx.Client) -> None:
    until_whole(web)
    own = ask(web, "je cherche un logement à Gap")["conversation"]
    payload, rest = own.split(".", 1)
    other = ("A" if payload[4] != "A" else "B").join((payload[:4], payload[5:])) + "." + rest
    assert ask(web, "et pour les horaires ?", conversation=other)["notice"]
