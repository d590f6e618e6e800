"""The `guichet` command: serve, train, ask, evaluate, knowledge check, directory load."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Optional

import typer

from bot.commands.words import Words
from bot.orientation.errors import GuichetError, SettingsError, UnderstandingError
from bot.settings import Settings, current_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
                  help="Le guichet : un premier accueil qui écoute, comprend et oriente.")
knowledge_app = typer.Typer(no_args_is_help=True, help="Les connaissances du guichet.")
corpus_app = typer.Typer(no_args_is_help=True, help="Les phrases d'entraînement.")
directory_app = typer.Typer(no_args_is_help=True, help="L'annuaire du territoire.")
app.add_typer(knowledge_app, name="knowledge")
app.add_typer(directory_app, name="directory")
app.add_typer(corpus_app, name="corpus")


class Terminal(Words):
    """Prints the sentences of knowledge/phrasing/terminal.yml under one heading."""

    def __init__(self, settings: Settings, heading: str) -> None:
        super().__init__(settings.knowledge_dir, heading)

    def say(self, key: str, **blanks: str) -> None:
        """Print the sentence at a dotted key."""
        typer.echo(self.text(key, **blanks))


@app.command()
def serve() -> None:
    """Démarre le guichet et le surveille (page, réponses, écoute)."""
    from bot.directory import check_url
    from bot.supervisor.serve import serve as run

    settings = current_settings()
    terminal = Terminal(settings, "serve")
    try:
        check_url(settings.directory_url)
    except SettingsError as error:
        terminal.say("reglage_refuse", raison=str(error))
        raise typer.Exit(1) from error
    raise typer.Exit(asyncio.run(run(settings, terminal.say)))


@app.command()
def train(force: bool = typer.Option(False, help="Entraîner même si rien n'a changé.")) -> None:
    """Entraîne la compréhension quand ses sources ont changé."""
    from bot.training.train import train_if_needed

    settings = current_settings()
    terminal = Terminal(settings, "train")
    began = time.monotonic()
    try:
        path, trained = train_if_needed(settings, force=force,
                                        tell=lambda gone: terminal.say("debut", secondes=str(gone)))
    except UnderstandingError as error:
        terminal.say("echec", raison=str(error))
        raise typer.Exit(1) from error
    terminal.say("fini" if trained else "a_jour", nom=path.name, secondes=str(round(time.monotonic() - began)))


@app.command()
def ask(
    text: str = typer.Argument(..., help="Ce que dit la personne."),
    commune: Optional[str] = typer.Option(None, help="Nom ou code postal."),
    surface: str = typer.Option("phone", help="agent, phone, sms ou email."),
) -> None:
    """Répond à une demande dans le terminal, comme le ferait la page."""
    from bot.commands.ask import answer_text

    settings = current_settings()
    try:
        typer.echo(answer_text(settings, text, commune, surface))
    except GuichetError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


@app.command()
def evaluate(
    file: Path = typer.Argument(..., metavar="FILE.csv", help="CSV avec id,text et les étiquettes s'il y en a."),
    predictions: Optional[Path] = typer.Option(None, metavar="OUT.jsonl", help="Une ligne JSON par phrase."),
) -> None:
    """Lit un fichier de phrases ; écrit les prédictions et les mesures."""
    from bot.commands.evaluate import run

    try:
        typer.echo(run(current_settings(), file, predictions))
    except GuichetError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


@knowledge_app.command("check")
def knowledge_check() -> None:
    """Vérifie tous les fichiers de connaissances et leurs renvois."""
    from bot.knowledge.check import report

    sound, text = report(current_settings().knowledge_dir)
    typer.echo(text)
    raise typer.Exit(0 if sound else 1)


@corpus_app.command("check")
def corpus_check() -> None:
    """Vérifie les phrases d'entraînement : répétées, contredites, tirées d'un jeu de mesure."""
    from bot.commands.check_corpus import report

    sound, text = report(current_settings())
    typer.echo(text)
    raise typer.Exit(0 if sound else 1)


@directory_app.command("load")
def directory_load() -> None:
    """Crée ou met à jour l'annuaire du territoire de démonstration."""
    from bot.commands.load_directory import load

    settings = current_settings()
    terminal = Terminal(settings, "directory")
    try:
        changed, count = load(settings)
    except GuichetError as error:
        terminal.say("refuse", raison=str(error))
        raise typer.Exit(1) from error
    terminal.say("charge" if changed else "a_jour", nombre=str(count))


if __name__ == "__main__":
    app(prog_name="guichet")
