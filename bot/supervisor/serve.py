"""The order of a start: page, directory and training side by side, then the action server and Rasa."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Mapping

import httpx

from bot.settings import Settings
from bot.supervisor import plan
from bot.supervisor.watch import Watch
from bot.training.model_file import current_model

Say = Callable[..., None]
POLL_SECONDS = 0.5


async def serve(settings: Settings, say: Say) -> int:
    """Run until interrupted; returns the exit code. `say(key, **blanks)` prints a line of knowledge/phrasing."""
    if not plan.port_is_free(settings.host, settings.port):
        say("port_pris", port=str(settings.port))
        return 1
    ready = plan.with_ports(settings)
    ready.data_dir.mkdir(parents=True, exist_ok=True)
    stopped = _stop_on_signals()
    watch = Watch(lambda name, event: say(f"{event}.{name}"))
    try:
        start = asyncio.create_task(_start(ready, plan.environment(ready, os.environ), watch, say))
        done, _ = await asyncio.wait({start, asyncio.create_task(stopped.wait())}, return_when=asyncio.FIRST_COMPLETED)
        if start in done and start.result() != 0:
            return start.result()
        await stopped.wait()
        say("arret")
        return 0
    finally:
        await watch.stop()


def _stop_on_signals() -> asyncio.Event:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    return stopped


async def _start(settings: Settings, environ: Mapping[str, str], watch: Watch, say: Say) -> int:
    began = time.monotonic()
    say("ou_regarder", port=str(settings.port))
    watch.keep(plan.web(settings, environ))
    loaded, trained = await asyncio.gather(watch.run(plan.directory(environ)), watch.run(plan.train(environ)))
    if loaded:
        say("annuaire_refuse")
    model = current_model(settings.models_dir)
    if model is None:
        say("modele_absent")
        return 1
    if trained:
        say("ancien_modele")
    watch.keep(plan.actions(settings, environ))
    watch.keep(plan.rasa(settings, model, environ))
    await _until_awake(settings)
    say("pret", port=str(settings.port), secondes=str(round(time.monotonic() - began)))
    return 0


async def _until_awake(settings: Settings) -> None:
    async with httpx.AsyncClient(timeout=2.0) as client:
        while not await _answers(client, settings):
            await asyncio.sleep(POLL_SECONDS)


async def _answers(client: httpx.AsyncClient, settings: Settings) -> bool:
    try:
        rasa = await client.get(f"{settings.rasa_url}/status", params={"token": settings.token})
        actions = await client.get(f"{settings.actions_url}/health")
    except httpx.HTTPError:
        return False
    return rasa.status_code == 200 and actions.status_code == 200
