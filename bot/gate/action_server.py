"""Starts the action server on loopback. rasa_sdk's own command listens on every interface."""

from __future__ import annotations

import argparse
import logging

from rasa_sdk.endpoint import create_app

LOOPBACK = "127.0.0.1"


def main() -> None:
    """Serve the actions of the `actions` package until stopped."""
    parser = argparse.ArgumentParser(prog="guichet-actions")
    parser.add_argument("--port", type=int, required=True)
    port = parser.parse_args().port
    logging.basicConfig(level=logging.WARNING)
    app = create_app("actions")
    app.run(host=LOOPBACK, port=port, workers=1, access_log=False)


if __name__ == "__main__":
    main()
