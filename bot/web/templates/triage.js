// The desk's pages: one text in; needs, reasons and answer out. The page says which parts it wants by their ids.
const B = T.bureau;
const P = T.telephone;
const $ = (id) => document.getElementById(id);
const form = $("demande");
const state = $("etat");
const NAMES = T.bouquets;
let chosen = null;
let suggestions = 0;

async function ask() {
  const text = $("texte").value.trim();
  if (!text) { $("texte").focus(); return; }
  state.textContent = T.conversation.cherche;
  const body = { text };
  if ($("commune").value.trim()) body.commune = $("commune").value.trim();
  if (chosen) body.bouquets = chosen;
  try {
    const reply = await fetch("/api/v1/triage", {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const data = await reply.json();
    if (!reply.ok) { state.textContent = data.error.message; return; }
    $("resultat") && show(data, text);
    $("lire") && showPhone(data);
    state.textContent = data.reading ? B.fini : B.degrade;
  } catch {
    state.textContent = T.conversation.panne;
  }
}

function show(data, text) {
  $("resultat").replaceChildren(renderAnswer(data.answer, { level: 3 }));
  $("raisons").replaceChildren(...(data.reading ? reasons(data.reading, data.decision, data.answer) : []));
  $("imprimer").disabled = false;
}

function reasons(reading, decision, answer) {
  const kept = reading.bouquets.map((b) => b.bouquet);
  const others = reading.ranking.filter((b) => !kept.includes(b.bouquet));
  return [
    heading(3, B.besoins), el("p", { class: "aide" }, B.besoins_aide),
    el("ul", { class: "scores" }, [...reading.bouquets, ...others].map((b) => need(b, kept))),
    heading(3, B.maillons), list(reading.links.map((l) => `${linkNames[l.link] || l.link} – ${percent(l.score)}`)) ?? el("p", {}, B.aucun),
    heading(3, B.urgence), el("p", { class: `niveau ${reading.urgency}` }, B.niveaux[reading.urgency]),
    answer.needs.length ? heading(3, B.niveau) : null, list(answer.needs.map((n) => `${n.title} – ${n.level_reason}`)),
    heading(3, B.texte_lu), marked(reading),
    reading.places.length ? el("p", {}, `${B.lieu} : `, reading.places.map((p) => p.candidates.map((c) => `${c.name} (${c.departement})`).join(", ")).join(" ; ")) : null,
    el("details", {}, el("summary", {}, B.regles), el("ol", { class: "regles" }, decision.trace.map((v) =>
      el("li", { class: v.fired ? "oui" : "" }, `${v.rule} – ${v.fired ? B.declenchee : B.ecartee}`, v.because.length ? ` (${v.because.join(", ")})` : "")))),
  ].filter(Boolean);
}

const linkNames = T.maillons;
const percent = (score) => `${Math.round(100 * score)} %`;

function need(scored, kept) {
  const on = kept.includes(scored.bouquet);
  const next = on ? kept.filter((b) => b !== scored.bouquet) : [...kept, scored.bouquet];
  return el("li", {}, el("button", {
    type: "button", class: on ? "score retenu" : "score", "aria-pressed": on ? "true" : "false",
    title: on ? B.retirer : B.ajouter, onclick: () => correct(next) },
    el("span", { class: "mot" }, NAMES[scored.bouquet]), el("span", {}, on ? `${percent(scored.score)} · ${B.retenu}` : percent(scored.score)),
    el("meter", { min: "0", max: "1", value: String(scored.score), "aria-hidden": "true" })));
}

async function correct(next) {
  chosen = next.length ? next : null;
  await ask();
  $("resultat").focus();
}

function marked(reading) {
  const spots = reading.evidence.filter((e) => e.end > e.start).sort((a, b) => a.start - b.start || b.end - a.end);
  const box = el("p", { class: "lu" });
  const letters = [...reading.text];
  let at = 0;
  for (const spot of spots) {
    if (spot.start < at) continue;
    box.append(letters.slice(at, spot.start).join(""), el("mark", { title: spot.about }, letters.slice(spot.start, spot.end).join("")));
    at = spot.end;
  }
  box.append(letters.slice(at).join(""));
  return box;
}

function showPhone(data) {
  $("lire").value = data.phone.read;
  $("sms").value = data.phone.sms;
  $("longueur").textContent = fill(P.caracteres, { n: data.phone.sms_length });
  $("courriel").value = data.phone.email_body;
  $("objet").value = data.phone.email_subject;
  for (const button of document.querySelectorAll("[data-copie]")) button.disabled = false;
  $("urgence").replaceChildren(...(data.answer.urgent ? [urgentBlock(data.answer.urgent, 2)] : []));
}

async function copy(id) {
  const field = $(id);
  if (!field?.value) return;
  try {
    await navigator.clipboard.writeText(id === "courriel" ? `${$("objet").value}\n\n${field.value}` : field.value);
    state.textContent = P.copie;
  } catch {
    field.focus();
    field.select();
    state.textContent = P.copie_impossible;
  }
}

async function suggest() {
  const number = ++suggestions;
  const said = $("commune").value.trim();
  if (said.length < 2) return;
  const reply = await fetch(`/api/v1/communes?q=${encodeURIComponent(said)}`).catch(() => null);
  if (!reply?.ok || number !== suggestions) return;
  const { communes } = await reply.json();
  $("communes").replaceChildren(...communes.map((c) => el("option", { value: c.postcodes[0] ? `${c.name}` : c.insee }, `${c.name} (${c.departement})`)));
}

form.addEventListener("submit", (event) => { event.preventDefault(); chosen = null; ask(); });
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); chosen = null; ask(); }
});
$("commune").addEventListener("input", suggest);
$("imprimer")?.addEventListener("click", () => print());
for (const button of document.querySelectorAll("[data-copie]")) button.addEventListener("click", () => copy(button.dataset.copie));
if ($("lire")) document.addEventListener("keydown", (event) => {
  const field = event.altKey && { 1: "lire", 2: "sms", 3: "courriel" }[event.key];
  if (field) { event.preventDefault(); copy(field); }
});
$("texte").focus();
