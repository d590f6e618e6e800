"""The real demo territory in a real SQLite file: loading, and the searches people make."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.directory import SqlDirectory, load_territory, make_engine, read_territory, tables
from bot.knowledge.communes import Gazetteer
from bot.knowledge.files import Source
from bot.orientation.errors import DirectoryDataError, DirectoryError
from bot.orientation.reading import Commune
from bot.orientation.resource import Found, OpenState, Search
from bot.orientation.taxonomy import Link
from bot.settings import ROOT

KNOWLEDGE = ROOT / "knowledge"
TUESDAY = datetime(2026, 11, 24, 10, 30)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.load(KNOWLEDGE / "communes")


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlDirectory]:
    engine = make_engine(f"sqlite:///{tmp_path_factory.mktemp('directory') / 'annuaire.db'}")
    load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY)
    yield SqlDirectory(engine, KNOWLEDGE, read_territory(Source(KNOWLEDGE / "territory" / "hautes-alpes")))
    engine.dispose()


def commune(places: Gazetteer, name: str) -> Commune:
    return places.by_name(name)[0]


def look(directory: SqlDirectory, place: Commune | None, *kinds: str, links: tuple[Link, ...] = ()) -> Found:
    return directory.search(Search((), TUESDAY, kinds=kinds, place=place, links=links))


def test_veynes_has_its_france_services_at_its_present_address(directory: SqlDirectory, places: Gazetteer) -> None:
    first = look(directory, commune(places, "Veynes"), "france_services").resources[0]
    assert first.address[0] == "7 Rue de la Tuilerie"
    assert first.opening.state is OpenState.OPEN
    assert first.phone


def test_from_orcieres_the_own_valley_comes_before_the_nearest_as_the_crow_flies(
    directory: SqlDirectory, places: Gazetteer
) -> None:
    found = look(directory, commune(places, "Orcières"), "france_services")
    assert found.resources[0].commune.name == "Saint-Bonnet-en-Champsaur"


def test_a_mairie_of_another_commune_is_never_proposed(directory: SqlDirectory, places: Gazetteer) -> None:
    found = look(directory, commune(places, "Ceillac"), "mairie")
    assert [r.commune.name for r in found.resources] == ["Ceillac"]


def test_without_a_commune_no_mairie_or_ccas_of_elsewhere_is_proposed(directory: SqlDirectory) -> None:
    kinds = {r.kind for r in look(directory, None, "mairie", "ccas", "france_services", "caf").resources}
    assert kinds == {"france_services", "caf"}


def test_the_tribunal_of_divorces_is_not_the_one_of_merchants(directory: SqlDirectory, places: Gazetteer) -> None:
    found = look(directory, commune(places, "Gap"), "tribunal_judiciaire")
    assert [r.name for r in found.resources] == ["Tribunal judiciaire de Gap"]


def test_names_and_addresses_do_not_shout(directory: SqlDirectory, places: Gazetteer) -> None:
    found = look(directory, commune(places, "Gap"), "hopital", "psychiatrie", "soins_longue_duree", "bibliotheque")
    assert found.resources and not any(line.isupper() for r in found.resources for line in (r.name, *r.address))


def test_eleven_links_are_always_there_and_unknown_ones_have_no_value(
    directory: SqlDirectory, places: Gazetteer
) -> None:
    first = look(directory, commune(places, "Veynes"), "france_services").resources[0]
    assert [value.link for value in first.links] == list(Link)
    assert any(value.value is None for value in first.links)
    assert all(value.source for value in first.links if value.value is not None)


def test_a_transport_obstacle_names_the_weakest_link(directory: SqlDirectory, places: Gazetteer) -> None:
    found = look(directory, commune(places, "Veynes"), "france_travail", links=(Link.TRANSPORTS,))
    assert found.resources[0].weakest is Link.TEMPS_DEPLACEMENT


def test_outside_the_territory_nothing_is_claimed(directory: SqlDirectory, places: Gazetteer) -> None:
    lyon = commune(places, "Lyon")
    assert look(directory, lyon, "caf").resources == ()
    assert not directory.covers(lyon)


def test_same_search_gives_the_same_order(directory: SqlDirectory, places: Gazetteer) -> None:
    veynes = commune(places, "Veynes")
    kinds = ("ccas", "association_solidarite", "mairie")
    assert look(directory, veynes, *kinds) == look(directory, veynes, *kinds)


def test_front_desks_are_france_services_then_the_mairie(directory: SqlDirectory, places: Gazetteer) -> None:
    desks = directory.front_desks(commune(places, "Veynes"), TUESDAY)
    assert [desk.kind for desk in desks] == ["france_services", "mairie"]


def test_every_source_is_named_with_a_licence(directory: SqlDirectory) -> None:
    assert all(source.name and source.licence and source.date for source in directory.sources())


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'annuaire.db'}")
    first = load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY)
    again = load_territory(engine, KNOWLEDGE, "hautes-alpes", TUESDAY)
    assert first.changed and not again.changed
    assert first.services == again.services == 391


def test_a_wrong_row_is_refused_with_line_field_and_remedy_and_nothing_is_written(tmp_path: Path) -> None:
    copy = tmp_path / "knowledge"
    for name in ("communes", "territory/hautes-alpes"):
        (copy / name).mkdir(parents=True)
    for path in [*KNOWLEDGE.glob("communes/*"), *KNOWLEDGE.glob("territory/*.yml"),
                 *KNOWLEDGE.glob("territory/hautes-alpes/*"), KNOWLEDGE / "kinds.yml"]:
        (copy / path.relative_to(KNOWLEDGE)).write_bytes(path.read_bytes())
    services = copy / "territory/hautes-alpes/services.csv"
    services.write_text(services.read_text(encoding="utf-8").replace("+33492222760", "zéro quatre"), encoding="utf-8")
    engine = make_engine(f"sqlite:///{tmp_path / 'annuaire.db'}")
    with pytest.raises(DirectoryDataError, match=r"ligne 2\.telephone : « zéro quatre ».*écrire"):
        load_territory(engine, copy, "hautes-alpes", TUESDAY)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.service)).scalar() == 0


def test_a_missing_database_is_a_directory_error(tmp_path: Path, places: Gazetteer) -> None:
    territory = read_territory(Source(KNOWLEDGE / "territory" / "hautes-alpes"))
    empty = SqlDirectory(make_engine(f"sqlite:///{tmp_path / 'rien.db'}"), KNOWLEDGE, territory)
    with pytest.raises(DirectoryError):
        look(empty, commune(places, "Veynes"), "mairie")
