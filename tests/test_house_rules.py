"""The house keeps its own rules: names tie together, modules stay short, nothing points outside."""

from __future__ import annotations

import ast
import csv
import re
import statistics
import subprocess
from pathlib import Path

import yaml
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from bot.knowledge.model import Knowledge
from bot.nlu.danger import DangerWords
from bot.nlu.examples import read_examples
from bot.orientation.taxonomy import Act, Bouquet
from bot.settings import ROOT

LONGEST_MODULE, LONGEST_FUNCTION = 400, 40
NEAR = 85


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


def test_held_out_phrases_are_not_trained_on() -> None:
    held_out = {row["text"].lower() for path in (ROOT / "tests" / "heldout").glob("*.csv")
                for row in csv.DictReader(path.open(encoding="utf-8", newline=""))}
    assert len(held_out) > 500
    trained = [example.text.lower() for example in read_examples(ROOT / "data" / "nlu")]
    near = cdist(sorted(held_out), trained, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
    leaked = [text for text, row in zip(sorted(held_out), near) if row.max() >= NEAR]
    assert not leaked


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
