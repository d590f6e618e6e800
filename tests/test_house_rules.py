"""The house keeps its own rules: names tie together, modules stay short, nothing points outside."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from pathlib import Path

import yaml

from bot.knowledge.model import Knowledge
from bot.nlu.danger import DangerWords
from bot.orientation.taxonomy import Act, Bouquet
from bot.settings import ROOT
from bot.training.corpus import faults, held_out_texts, read_placed

LONGEST_MODULE, LONGEST_FUNCTION = 400, 40


def modules() -> list[Path]:
    return [p for room in ("bot", "actions") for p in sorted((ROOT / room).rglob("*.py"))]


def test_each_bouquet_has_its_sheets_specialists_and_phrases() -> None:
    slugs = {bouquet.value for bouquet in Bouquet}
    for folder in ("knowledge/sheets", "knowledge/specialists", "data/nlu/bouquets"):
        assert {path.stem for path in (ROOT / folder).glob("*.yml")} == slugs, folder


def test_every_act_is_an_intent_with_a_rule() -> None:
    acts = {act.value for act in Act}
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    rules = yaml.safe_load((ROOT / "data" / "rules" / "orient.yml").read_text(encoding="utf-8"))["rules"]
    assert set(domain["intents"]) == acts == {rule["steps"][0]["intent"] for rule in rules}


def test_every_danger_heard_has_its_rule(knowledge: Knowledge) -> None:
    assert set(DangerWords.load(ROOT / "knowledge").ids) <= set(knowledge.urgency)


def test_modules_and_functions_stay_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert max(lengths.values()) <= LONGEST_MODULE and statistics.median(lengths.values()) <= 100
    functions = [(path.name, node.name, (node.end_lineno or 0) - node.lineno + 1) for path in modules()
                 for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                 if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    assert not [f for f in functions if f[2] > LONGEST_FUNCTION]
    assert statistics.median(f[2] for f in functions) <= 12


def test_training_phrases_are_neither_repeated_nor_contradicted_nor_held_out() -> None:
    held_out = held_out_texts(ROOT / "tests" / "heldout")
    phrases = read_placed(ROOT / "data" / "nlu")
    assert len(held_out) > 1000 and len(phrases) > 12_000
    assert faults(phrases, held_out) == []


def test_no_machine_path_and_no_registry_in_any_file() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    parts = (("/", "root/"), ("/", "work/"), ("files.python", "hosted"), ("registry.", "npmjs"), ("--index", "-url"))
    words = re.compile("|".join(first + second for first, second in parts))
    for name in listed.splitlines():
        path = ROOT / name
        if path.suffix in (".png", ".csv") or not path.is_file():
            continue
        assert not words.search(path.read_text(encoding="utf-8", errors="ignore")), name


def test_the_action_server_and_the_web_start_without_rasa_or_tensorflow() -> None:
    import sys

    for module in ("actions.orient", "bot.web.main"):
        code = f"import {module}, sys; print(sorted(m for m in ('rasa', 'tensorflow', 'spacy') if m in sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "[]", module
