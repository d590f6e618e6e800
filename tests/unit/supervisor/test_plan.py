"""What is started, with which command; nothing but the web faces people."""

from pathlib import Path

from bot.settings import Settings
from bot.supervisor import plan


def test_inner_processes_stay_on_this_machine_with_a_secret() -> None:
    ready = plan.with_ports(Settings(host="0.0.0.0"))
    assert ready.token and len({ready.rasa_port, ready.actions_port, ready.port}) == 3
    rasa = plan.rasa(ready, Path("m.tar.gz"), {})
    assert "127.0.0.1" in rasa.command and "0.0.0.0" not in rasa.command
    assert f"--auth-token={ready.token}" in rasa.command
    assert "0.0.0.0" in plan.web(ready, {}).command


def test_ports_and_secrets_set_are_kept() -> None:
    ready = plan.with_ports(Settings(rasa_port=5005, actions_port=5055, token="secret"))
    assert (ready.rasa_port, ready.actions_port, ready.token) == (5005, 5055, "secret")


def test_a_secret_is_never_taken_for_an_option_nor_for_a_number() -> None:
    """A secret that began with a dash kept Rasa from starting, once in 64 starts."""
    assert all(plan.with_ports(Settings()).token[0].isalpha() for _ in range(200))
    rasa = plan.rasa(plan.with_ports(Settings(token="-x")), Path("m.tar.gz"), {})
    assert "--auth-token=-x" in rasa.command and "-x" not in rasa.command


def test_children_see_ports_secrets_and_what_was_there() -> None:
    seen = plan.environment(plan.with_ports(Settings(token="t")), {"HOME": "/h"})
    assert seen["HOME"] == "/h" and seen["GUICHET_TOKEN"] == "t" and seen["RASA_TELEMETRY_ENABLED"] == "false"


def test_a_port_in_use_is_seen() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not plan.port_is_free("127.0.0.1", taken.getsockname()[1])
    assert plan.port_is_free("127.0.0.1", plan.free_port())
