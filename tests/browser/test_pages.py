"""The pages as people use them: a real browser, the real guichet behind."""

from __future__ import annotations

import re

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

FIELD = "Votre message"
PAGES = ["/", "/agents", "/telephone", "/annuaire", "/annuaire?bouquet=sante&commune=Gap", "/exemple",
         "/confidentialite", "/accessibilite", "/api/docs", "/nulle-part"]
NEED = "je cherche une France services"


def say(page: Page, words: str) -> None:
    """Type and send with the keyboard; wait for the answer."""
    turns = page.locator(".tour")
    before = turns.count()
    page.get_by_label(FIELD).fill(words)
    page.keyboard.press("Enter")
    expect(turns).to_have_count(before + 1, timeout=15_000)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    return [f"{v['id']}: {v['nodes'][0]['target']}" for v in found.response["violations"]]


def test_a_visitor_asks_is_asked_for_the_commune_and_reads_a_real_service_with_its_hours(
    page: Page, house: str
) -> None:
    page.goto(house)
    say(page, NEED)
    expect(page.locator(".question")).to_contain_text("commune")
    say(page, "Veynes")
    service = page.locator(".tour").last.locator(".service").filter(has_text="France services Veynes").first
    expect(service).to_contain_text("Ouvert maintenant, jusqu'à 12 h 30")
    expect(service.locator("a[href^='tel:']")).to_have_attribute("href", re.compile(r"tel:\+33492583089"))
    service.get_by_text("Les 11 maillons").click()
    expect(service.locator("tbody tr")).to_have_count(11)


def test_danger_shows_the_number_first_and_a_quick_way_out(page: Page, house: str) -> None:
    page.goto(house)
    say(page, "mon mari me frappe")
    answer = page.locator(".tour").last
    expect(answer.locator(".reponse > *").first).to_have_class(re.compile("urgence"))
    expect(answer.locator("a.geant")).to_have_attribute("href", "tel:17")
    expect(answer.get_by_role("button", name="Quitter vite")).to_be_visible()


def test_the_keyboard_alone_holds_a_conversation(page: Page, house: str) -> None:
    page.goto(house)
    page.wait_for_selector("guichet-chat")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au contenu")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.shadowRoot?.activeElement?.id") == "message":
            break
    page.keyboard.type("bonjour")
    page.keyboard.press("Enter")
    expect(page.locator(".tour")).to_have_count(1, timeout=15_000)
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.id") == "message"


def test_answers_are_announced(page: Page, house: str) -> None:
    page.goto(house)
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    say(page, "bonjour")
    expect(log).to_contain_text("bienvenue")


def test_what_is_typed_is_never_executed(page: Page, house: str) -> None:
    page.goto(house)
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    say(page, "<img src=x onerror=alert(1)><script>alert(2)</script>")
    assert page.locator(".dit").inner_text().endswith("</script>")
    assert page.locator("guichet-chat img").count() == 0 and not alerts


def test_erasing_forgets_the_conversation(page: Page, house: str) -> None:
    page.goto(house)
    say(page, NEED)
    assert page.evaluate("sessionStorage.length") == 1
    page.get_by_role("button", name="Effacer et quitter").click()
    expect(page.locator(".tour")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0


def test_nothing_leaves_for_another_site_and_nothing_is_stored_before_need(browser: Browser, house: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(house + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("sessionStorage.length + localStorage.length") == 0, path
    assert not context.cookies()
    assert all(url.startswith((house, "data:")) for url in asked)
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_pages_are_accessible_and_fit(browser: Browser, house: str, path: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(house + path)
    page.wait_for_load_state("networkidle")
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["mon mari me frappe", "J'ai perdu mon boulot à Veynes et je paie plus le loyer"])
def test_answers_are_accessible(browser: Browser, house: str, words: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(house)
    say(page, words)
    for summary in page.locator(".tour summary").all():
        if summary.is_visible():
            summary.click()
    # The field for the message floats over the answer; at the end of the page it covers no target that axe measures.
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    page.wait_for_timeout(400)
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


HIDDEN_FOCUS = """() => {
  const root = document.querySelector("guichet-chat").shadowRoot;
  const at = root.activeElement;
  if (!at || at.closest(".saisie")) return null;
  const box = at.getBoundingClientRect(), bar = root.querySelector(".saisie").getBoundingClientRect();
  return box.bottom > bar.top && box.top < bar.bottom ? at.outerHTML.slice(0, 120) : null;
}"""


def test_the_floating_field_never_hides_what_the_keyboard_is_on(browser: Browser, house: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(house)
    say(page, "J'ai perdu mon boulot à Veynes et je paie plus le loyer")
    page.evaluate("document.querySelector('guichet-chat').shadowRoot.querySelector('.fil').focus()")
    reached = 0
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.shadowRoot?.activeElement?.id") == "message":
            break
        reached += 1
        assert page.evaluate(HIDDEN_FOCUS) is None
    assert reached > 5
    context.close()


def test_an_agent_reads_corrects_and_prints(page: Page, house: str) -> None:
    page.goto(f"{house}/agents")
    page.get_by_label("Ce que dit la personne").fill("Mme, 72 a, veuve, GIR 4, demande APA + portage repas")
    page.get_by_label("Commune").fill("Gap")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#resultat .besoin").first).to_be_visible(timeout=15_000)
    expect(page.locator("mark").first).to_be_visible()
    other = page.locator(".score:not(.retenu)").first
    name = other.locator(".mot").inner_text()
    other.click()
    expect(page.locator(".score.retenu").filter(has_text=name)).to_be_visible(timeout=15_000)
    assert not violations(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Fiche d'orientation", exact=True)).to_be_visible()
    expect(page.locator(".demande")).to_be_hidden()


def test_the_phone_line_gets_three_texts(page: Page, house: str) -> None:
    page.goto(f"{house}/telephone")
    page.get_by_label("Ce que dit la personne").fill("ma mère de 82 ans ne peut plus rester seule")
    page.get_by_role("button", name="Préparer").click()
    expect(page.locator("#sms")).not_to_have_value("", timeout=15_000)
    assert int(page.locator("#longueur").inner_text().split()[0]) <= 306
    assert page.locator("#lire").input_value() and page.locator("#courriel").input_value()
    assert not violations(page)


def test_the_directory_works_without_script(browser: Browser, house: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(house)
    page.get_by_label("Commune ou code postal").fill("Embrun")
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator(".service").first).to_contain_text("Embrun")
    context.close()


@pytest.mark.parametrize(("origin", "works"), [("http://mairie.test", True), ("http://autre.test", False)])
def test_the_widget_lives_on_listed_sites_only(page: Page, house: str, origin: str, works: bool) -> None:
    html = f'<!doctype html><html lang="fr"><title>Mairie</title><script src="{house}/widget.js" defer></script><p>x'

    def serve(route: Route) -> None:
        route.fulfill(body=html, content_type="text/html")

    page.route(f"{origin}/", serve)
    page.goto(f"{origin}/")
    page.get_by_role("button", name="Besoin d'aide").click()
    page.get_by_label(FIELD).fill("bonjour")
    page.keyboard.press("Enter")
    turn = page.locator(".tour")
    expect(turn).to_have_count(1, timeout=15_000)
    expect(turn).to_contain_text("bienvenue" if works else "ne répond pas")
    expect(page.locator(".tete .bandeau a")).to_have_count(5)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Besoin d'aide")).to_be_focused()


def test_the_openapi_description_is_served(house: str) -> None:
    spec = httpx.get(f"{house}/openapi.json", trust_env=False).json()
    assert {"/health", "/api/v1/chat", "/api/v1/triage", "/api/v1/services"} <= set(spec["paths"])
