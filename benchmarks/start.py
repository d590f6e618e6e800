"""How long a start takes: the page, then the first real answer. Needs a trained model, or measures training too.

    python -m benchmarks.start
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import httpx

from bot.settings import ROOT
from bot.supervisor.plan import free_port

LONGEST = 600
QUESTION = {"message": "je cherche un médecin à Gap"}


def until(ready: Callable[[], bool], began: float) -> float:
    """Seconds until `ready`, looked at ten times a second."""
    while time.monotonic() - began < LONGEST:
        try:
            if ready():
                return time.monotonic() - began
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise TimeoutError("the guichet did not start")


def main() -> None:
    """Start the guichet once, print the two times, stop it."""
    port = free_port()
    with httpx.Client(base_url=f"http://localhost:{port}", timeout=15, trust_env=False) as web:
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-m", "bot.cli", "serve"], cwd=ROOT, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env={**os.environ, "GUICHET_PORT": str(port)})
        try:
            page = until(lambda: web.get("/").status_code == 200, began)
            answer = until(lambda: web.post("/api/v1/chat", json=QUESTION).json()["answer"]["status"] == "answered",
                           began)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    print(f"page {page:.1f} s, first answer {answer:.1f} s")


if __name__ == "__main__":
    main()
