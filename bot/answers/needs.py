"""One need answered: sheet, services, companions, referral. Never asserts a fact of low confidence."""

from __future__ import annotations

from bot.answers.answer import Call, Companion, NeedBlock, Referral
from bot.answers.calls import call_of
from bot.answers.levels import level_of, level_reason
from bot.answers.material import Material
from bot.answers.phrases import Phrases, elided, sentence
from bot.answers.services import service_block
from bot.knowledge.model import CompanionEntry, Confidence, Provenance, Sheet, Specialist
from bot.orientation.case import Need
from bot.orientation.resource import Found
from bot.orientation.taxonomy import Level

MAX_SERVICES = 3
MAX_COMPANIONS = 2


def need_blocks(material: Material) -> tuple[NeedBlock, ...]:
    """A block per need that has a sheet, plus the first need in any case; the others are named beside it."""
    pairs = list(enumerate(material.decision.needs))
    told = [(i, need) for i, need in pairs if material.sheet(need)] or pairs[:1]
    silent = tuple(need for _, need in pairs if need not in [n for _, n in told])
    blocks = [_block(need, _found(material, i), material, silent if i == told[0][0] else ()) for i, need in told]
    return tuple(blocks)


def _found(material: Material, index: int) -> Found | None:
    return material.found[index] if index < len(material.found) else None


def _block(need: Need, found: Found | None, material: Material, also: tuple[Need, ...]) -> NeedBlock:
    entry = material.knowledge.bouquets[need.bouquet]
    sheet = material.sheet(need)
    common = {
        "bouquet": need.bouquet.value,
        "label": entry.name,
        "level": level_of(need, material),
        "level_reason": level_reason(need, sheet, material),
        "services": tuple(service_block(r, material) for r in found.resources[:MAX_SERVICES]) if found else (),
        "widened": _widened(found, material),
        "companions": companions(need, material),
        "also": tuple(material.knowledge.bouquets[n.bouquet].name for n in also),
    }
    told = _from_sheet(sheet, need, material) if sheet else _without_sheet(entry.name, material.phrases)
    return NeedBlock(**common, **told)  # type: ignore[arg-type]


def _from_sheet(sheet: Sheet, need: Need, material: Material) -> dict[str, object]:
    phrases = material.phrases
    return {
        "title": sheet.title,
        "sheet": sheet.id,
        "steps": sheet.steps,
        "where": sheet.where,
        "online": sheet.online,
        "site": sheet.site,
        "documents": sheet.documents,
        "cost": sheet.cost,
        "delay": phrases.say(f"answer.delai.{sheet.delay}"),
        "rights": sheet.rights,
        "check": to_check(sheet.provenance, phrases),
        "source": phrases.say("answer.besoin.source", source=sheet.provenance.source, date=sheet.provenance.date),
        "numbers": numbers(sheet, material),
        "referral": referral(sheet, need, material),
    }


def _without_sheet(name: str, phrases: Phrases) -> dict[str, object]:
    return {
        "title": phrases.say("answer.besoin.sans_fiche_titre", bouquet=name),
        "sheet": "",
        "steps": (phrases.say("answer.besoin.sans_fiche_etape_1"), phrases.say("answer.besoin.sans_fiche_etape_2")),
        "where": "", "online": "", "site": "", "documents": (), "cost": "", "delay": "", "rights": "",
        "check": "", "source": "",
    }


def to_check(provenance: Provenance, phrases: Phrases) -> str:
    """« à vérifier » for anything short of high confidence; a question for the low."""
    if provenance.confidence is Confidence.LOW:
        return phrases.say("answer.a_verifier.fiche_basse")
    if provenance.confidence is Confidence.MEDIUM:
        return phrases.say("answer.a_verifier.fiche", date=provenance.date)
    return ""


def numbers(sheet: Sheet, material: Material) -> tuple[Call, ...]:
    """The national numbers of a sheet, those with a telephone first."""
    calls = [call_of(material.knowledge.numbers[i], material.phrases) for i in sheet.numbers]
    return tuple(sorted(calls, key=lambda call: not call.dial))


def companions(need: Need, material: Material) -> tuple[Companion, ...]:
    """At most two things this answer should also mention: what the person named first, then what is said of this
    sheet, then file order; never a bouquet already answered."""
    answered = {n.bouquet for n in material.decision.needs}
    fitting = [c for c in material.knowledge.companions
               if c.bouquet is need.bouquet and c.target_bouquet not in answered
               and (not c.sheets or need.sheet in c.sheets)]
    ranked = sorted(fitting, key=lambda c: (c.target_link not in material.decision.obstacles, not c.sheets))
    return tuple(_companion(c, material) for c in ranked[:MAX_COMPANIONS])


def _companion(entry: CompanionEntry, material: Material) -> Companion:
    if entry.target_bouquet is not None:
        target, label = entry.target_bouquet.value, material.knowledge.bouquets[entry.target_bouquet].name
    else:
        assert entry.target_link is not None, "the check refuses a companion without target"
        target, label = entry.target_link.value, material.knowledge.links[entry.target_link].name
    return Companion(target, label, entry.sentence)


def referral(sheet: Sheet, need: Need, material: Material) -> Referral | None:
    """Who takes over at second level, and when."""
    specialist = material.knowledge.specialists.get(sheet.specialist)
    if specialist is None:
        return None
    return _referral(specialist, _when(sheet, need, material), material)


def _when(sheet: Sheet, need: Need, material: Material) -> str:
    if level_of(need, material) is Level.SECOND:
        return material.phrases.say("answer.relais.d_emblee")
    said = material.phrases.say("answer.relais.quand", situation=sheet.specialist_when)
    return sentence(elided(said))


def _referral(specialist: Specialist, when: str, material: Material) -> Referral:
    return Referral(
        specialist=specialist.id,
        name=specialist.name,
        when=when,
        how=specialist.how,
        documents=specialist.documents,
        cost=specialist.cost,
        delay=material.phrases.say(f"answer.delai.{specialist.delay}"),
        check=to_check(specialist.provenance, material.phrases),
    )


def _widened(found: Found | None, material: Material) -> str:
    if found is None:
        return ""
    if not found.resources:
        return material.phrases.say("answer.besoin.rien")
    return material.phrases.say("answer.besoin.elargi") if found.widened else ""
