"""Starting, watching and stopping processes. A child that dies is started again, with growing pauses."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable

from bot.supervisor.plan import Child

GRACE_SECONDS = 8.0
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0


class Watch:
    """Keeps children alive until `stop`; `tell(name, event)` reports « started », « died »."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        self._tell = tell
        self._tasks: list[asyncio.Task[None]] = []
        self._running: dict[str, asyncio.subprocess.Process] = {}

    def keep(self, child: Child) -> None:
        """Start a child and start it again whenever it dies."""
        self._tasks.append(asyncio.create_task(self._keep(child)))

    async def run(self, child: Child) -> int:
        """Run a child that ends by itself; returns its exit code."""
        process = await self._start(child)
        return await process.wait()

    async def stop(self) -> None:
        """Ask every child to end, then insist."""
        for task in self._tasks:
            task.cancel()
        alive = [p for p in self._running.values() if p.returncode is None]
        for process in alive:
            process.send_signal(signal.SIGTERM)
        await asyncio.gather(*(self._insist(p) for p in alive))

    async def _keep(self, child: Child) -> None:
        pause = FIRST_PAUSE
        while True:
            process = await self._start(child)
            await process.wait()
            self._tell(child.name, "died")
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _start(self, child: Child) -> asyncio.subprocess.Process:
        with open(child.log, "ab") if child.log else contextlib.nullcontext() as output:
            process = await asyncio.create_subprocess_exec(
                *child.command, env=dict(child.environ), stdin=asyncio.subprocess.DEVNULL, stdout=output,
                stderr=output, start_new_session=True,
            )
        self._running[child.name] = process
        self._tell(child.name, "started")
        return process

    async def _insist(self, process: asyncio.subprocess.Process) -> None:
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(process.wait(), GRACE_SECONDS)
        if process.returncode is None:
            process.kill()
            await process.wait()
