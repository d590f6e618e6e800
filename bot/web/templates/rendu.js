// An Answer as DOM. Every text goes through textContent: whatever it holds, it is only ever read.
const R = T.reponse;

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false || value === "") continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}

const fill = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
const paragraphs = (lines, cls) => lines.map((line) => el("p", { class: cls }, line));
const list = (items, tag = "ul", cls = "") => items.length ? el(tag, { class: cls }, items.map((i) => el("li", {}, i))) : null;
const heading = (level, text, cls) => el(`h${level}`, { class: cls }, text);
const fact = (label, value) => value ? el("div", {}, el("dt", {}, label), el("dd", {}, value)) : null;

function callLink(call, cls = "appel") {
  if (!call.dial) return el("span", { class: cls }, call.number || call.name);
  return el("a", { class: cls, href: `tel:${call.dial}`, "aria-label": `${T.appeler} ${call.number}, ${call.name}` }, call.number);
}

function callLine(call) {
  const extra = [call.hours, call.cost, call.check].filter(Boolean).join(" · ");
  const where = call.dial ? null : el("small", {}, call.site);
  return el("li", { class: "numero" }, call.dial ? callLink(call) : null,
    el("span", {}, el("strong", {}, call.name), where, extra ? el("small", {}, extra) : null));
}

const calls = (items) => items.length ? el("ul", { class: "numeros" }, items.map(callLine)) : null;

function urgentBlock(u, level) {
  return el("section", { class: `urgence ${u.level}`, "aria-label": R.danger },
    heading(level, u.title || R.danger),
    u.first ? el("p", { class: "premier" }, callLink(u.first, "geant"), el("span", {}, u.first.name)) : null,
    u.why ? el("p", {}, u.why) : null,
    u.in_writing ? el("p", {}, `${R.ecrire} : `, callLink(u.in_writing), ` ${u.in_writing.name}`) : null,
    calls(u.then),
    paragraphs(u.say),
    u.support ? el("p", { class: "soutien" }, u.support) : null,
    u.human ? el("p", {}, u.human) : null,
    u.also.length ? [el("p", {}, R.aussi), calls(u.also)] : null);
}

function linkTable(links) {
  return el("details", {}, el("summary", {}, R.maillons),
    el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, R.maillon), el("th", { scope: "col" }, R.etat))),
      el("tbody", {}, links.map((line) => el("tr", { class: [line.named ? "nomme" : "", line.known ? "" : "inconnu"].join(" ").trim() },
        el("th", { scope: "row" }, line.label), el("td", {}, line.text, line.source ? el("small", {}, line.source) : null))))));
}

function serviceCard(s, level) {
  return el("article", { class: "service" },
    heading(level, s.name),
    el("p", { class: "genre" }, [s.kind, s.distance].filter(Boolean).join(" · ")),
    el("p", { class: "ouvert" }, s.opening),
    s.address.length ? el("address", {}, s.address.map((line) => el("span", {}, line))) : null,
    el("p", { class: "gestes" },
      s.phone ? el("a", { class: "bouton", href: `tel:${s.phone.dial}`, "aria-label": `${R.appeler} ${s.name}, ${s.phone.number}` }, `${R.appeler} ${s.phone.number}`) : null,
      s.email ? el("a", { class: "bouton doux", href: `mailto:${s.email}`, "aria-label": `${R.ecrire_courriel} ${s.name}` }, R.ecrire_courriel) : null,
      /^https?:\/\//.test(s.website) ? el("a", { class: "bouton doux", href: s.website, rel: "noreferrer noopener", target: "_blank", "aria-label": `${R.site} ${s.name}` }, R.site) : null),
    s.weakest ? el("p", { class: "faible" }, s.weakest) : null,
    s.check ? el("p", { class: "verifier" }, s.check) : null,
    s.week.length ? el("details", {}, el("summary", {}, R.horaires), list(s.week)) : null,
    s.links.length ? linkTable(s.links) : null,
    s.source ? el("p", { class: "source" }, s.source) : null);
}

function referralBlock(r, level) {
  return el("section", { class: "suite" }, heading(level, R.suite),
    el("p", {}, el("strong", {}, r.name), r.when ? ` – ${r.when}` : ""),
    el("p", {}, r.how),
    el("dl", { class: "faits" }, fact(R.documents, r.documents.join(", ")), fact(R.cout, r.cost), fact(R.delai, r.delay)),
    r.check ? el("p", { class: "verifier" }, r.check) : null,
    r.places.map((s) => serviceCard(s, level + 1)));
}

function needBlock(n, level) {
  return el("section", { class: `besoin ${n.level}` },
    heading(level, n.title),
    el("p", { class: "genre" }, [n.label !== n.title ? n.label : "", R.niveau[n.level]].filter(Boolean).join(" · ")),
    n.check ? el("p", { class: "verifier" }, n.check) : null,
    list(n.steps, "ol", "etapes"),
    el("dl", { class: "faits" }, fact(R.ou, n.where),
      fact(R.en_ligne, [n.online, n.site].filter(Boolean).join(" – ")), fact(R.documents, n.documents.join(", ")),
      fact(R.cout, n.cost), fact(R.delai, n.delay), fact(R.droits, n.rights)),
    calls(n.numbers),
    n.services.length ? [heading(level + 1, R.services), n.widened ? el("p", { class: "genre" }, n.widened) : null,
      n.services.map((s) => serviceCard(s, Math.min(level + 2, 6)))] : null,
    n.referral ? referralBlock(n.referral, level + 1) : null,
    n.companions.length ? el("aside", { class: "pensez" }, heading(level + 1, R.pensez), list(n.companions.map((c) => c.text))) : null,
    n.source ? el("p", { class: "source" }, n.source) : null);
}

function planBlock(p, level) {
  return el("section", { class: "plan" }, heading(level, R.plan), list(p.order, "ol"),
    p.documents.length ? el("p", {}, el("strong", {}, `${R.papiers} : `), p.documents.join(", ")) : null,
    p.one_trip ? el("p", {}, p.one_trip) : null);
}

function heardBlock(h, level) {
  return el("section", { class: "entendu" }, heading(level, R.compris), el("p", {}, h.sentence));
}

function questionBlock(q, level, choose) {
  return el("section", { class: "question" }, heading(level, q.text),
    el("div", { class: "choix" }, q.options.map((o) => choose
      ? el("button", { type: "button", class: "bouton doux", onclick: () => choose(o) }, o.label)
      : el("span", { class: "bouton doux" }, o.label))));
}

function humanBlock(h, level) {
  return el("section", { class: "humain" }, heading(level, R.humain), el("p", {}, h.text),
    h.places.length ? list(h.places.map((s) => [el("strong", {}, s.name), s.phone ? [" – ", callLink(s.phone)] : "", s.opening ? ` – ${s.opening}` : ""])) : null,
    calls(h.numbers));
}

function folded(block, title, open) {
  const box = el("details", { class: "pli" }, el("summary", {}, title), block);
  box.open = open;
  return box;
}

function needBlocks(needs, level, fold) {
  const blocks = needs.map((n) => needBlock(n, level));
  return fold && needs.length > 1 ? needs.map((n, i) => folded(blocks[i], `${i + 1}. ${n.title}`, i === 0)) : blocks;
}

function renderAnswer(answer, { level = 3, choose = null, fold = false } = {}) {
  return el("div", { class: `reponse ${answer.status}`, lang: "fr" },
    answer.urgent ? urgentBlock(answer.urgent, level) : null,
    paragraphs(answer.opening, "ouverture"),
    answer.heard ? heardBlock(answer.heard, level) : null,
    answer.plan ? planBlock(answer.plan, level) : null,
    answer.question ? questionBlock(answer.question, level, choose) : null,
    needBlocks(answer.needs, level, fold),
    answer.closing ? el("p", { class: "fin" }, answer.closing) : null,
    humanBlock(answer.human, level),
    answer.sources.length ? el("details", { class: "sources" }, el("summary", {}, R.sources), list(answer.sources)) : null);
}
