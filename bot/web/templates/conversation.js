// <guichet-chat>: the conversation. Full page with the attribute « page », else a button that opens a panel.
const C = T.conversation;
const LIMIT = 2000;
const NEAR_LIMIT = 200;
const POLL_MS = 2000;
const FOCUS_MARGIN = 8;
const MEMORY = "guichet-conversation";

class GuichetChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    this.wide = this.hasAttribute("page");
    this.wide ? this.build(root) : this.buildLauncher(root);
  }

  buildLauncher(root) {
    this.launcher = el("button", { type: "button", class: "lanceur", "aria-expanded": "false", onclick: () => this.open() }, C.ouvrir);
    root.append(this.launcher);
  }

  open() {
    if (!this.panel) this.build(this.shadowRoot);
    this.panel.hidden = false;
    this.launcher.setAttribute("aria-expanded", "true");
    this.launcher.hidden = true;
    this.field.focus();
  }

  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
  }

  build(root) {
    this.log = el("div", { class: "fil", role: "log", "aria-live": "polite", "aria-label": C.nom, tabindex: "0" });
    this.state = el("p", { class: "etat", role: "status" });
    this.panel = el("section", { class: this.wide ? "panneau page" : "panneau", "aria-label": C.nom },
      this.wide ? null : this.header(), this.log, this.state, this.form());
    if (this.wide) this.log.addEventListener("focusin", (event) => this.clear(event.target));
    else this.panel.addEventListener("keydown", (e) => { if (e.key === "Escape") this.close(); });
    root.append(this.panel);
    this.welcome();
    this.watch();
  }

  header() {
    return el("header", { class: "tete" }, el("strong", {}, T.nom), this.strip(),
      el("button", { type: "button", class: "bouton doux", onclick: () => this.close() }, C.fermer));
  }

  // On the page the field floats over the answer: what the keyboard reaches must never stay under it.
  // Not for a pointer: scrolling between its press and its release would lose the click.
  clear(target) {
    if (target === this.log || !target.matches(":focus-visible")) return;
    const hidden = target.getBoundingClientRect().bottom - this.panel.querySelector(".saisie").getBoundingClientRect().top;
    if (hidden > -FOCUS_MARGIN) scrollBy({ top: hidden + FOCUS_MARGIN, behavior: "instant" });
  }

  strip() {
    return el("p", { class: "bandeau" }, el("span", {}, T.danger), T.urgences.map((n) => el("a", {
      href: `${n.sms ? "sms" : "tel"}:${n.appel}`, "aria-label": `${n.numero}, ${n.nom}` }, n.sms ? `${n.numero} ${T.sms}` : n.numero)));
  }

  form() {
    this.field = el("textarea", { id: "message", rows: "2", maxlength: String(LIMIT), placeholder: C.exemple, "aria-describedby": "aide restants", autocomplete: "off" });
    this.left = el("span", { id: "restants", class: "restants", role: "status" });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.send(); }
    });
    this.field.addEventListener("input", () => this.count());
    return el("form", { class: "saisie", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      el("label", { for: "message" }, C.champ), this.field,
      el("p", { id: "aide", class: "aide" }, C.aide), this.left,
      el("div", { class: "gestes" }, el("button", { type: "submit", class: "bouton" }, C.envoyer),
        el("button", { type: "button", class: "bouton doux", onclick: () => this.erase() }, C.effacer)));
  }

  count() {
    const left = LIMIT - this.field.value.length;
    this.left.textContent = left <= NEAR_LIMIT ? fill(C.restants, { n: left }) : "";
  }

  welcome() {
    const ask = (text) => el("button", { type: "button", class: "bouton doux", onclick: () => this.send(text) }, text);
    const subjects = Object.values(T.bouquets);
    this.log.replaceChildren(el("div", { class: "accueil" },
      heading(2, T.accueil.titre), el("p", {}, T.accueil.texte), el("p", { class: "garantie" }, T.accueil.garantie),
      heading(3, T.accueil.exemples_titre), el("div", { class: "choix" }, T.accueil.exemples.map(ask)),
      el("details", {}, el("summary", {}, T.accueil.themes), el("div", { class: "choix" }, subjects.map(ask)))));
  }

  async send(said, choice) {
    const text = (said ?? this.field.value).trim();
    if (!text || this.busy) { this.field.focus(); return; }
    this.busy = true;
    if (!said) { this.field.value = ""; this.count(); }
    this.say(text);
    this.state.textContent = C.cherche;
    this.log.setAttribute("aria-busy", "true");
    this.show(await this.ask(text, choice));
    this.log.setAttribute("aria-busy", "false");
    this.state.textContent = "";
    this.busy = false;
  }

  async ask(text, choice) {
    const body = { message: text, surface: this.getAttribute("surface") || "widget" };
    if (this.conversation()) body.conversation = this.conversation();
    if (choice) body.choice = choice;
    try {
      const reply = await fetch(`${SERVER}/api/v1/chat`, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), credentials: "omit" });
      const data = await reply.json();
      return reply.ok ? data : { notice: data.error.message };
    } catch {
      return { notice: C.panne };
    }
  }

  conversation() { return this.known ?? (this.known = sessionStorage.getItem(MEMORY) || ""); }

  remember(id) { this.known = id; sessionStorage.setItem(MEMORY, id); }

  say(text) {
    this.log.querySelector(".accueil")?.remove();
    this.log.append(el("div", { class: "dit" }, el("span", { class: "cache" }, `${C.vous} : `), text));
  }

  show(data) {
    for (const old of this.log.querySelectorAll(".question button")) old.disabled = true;
    const turn = el("div", { class: "tour", tabindex: "-1" }, heading(2, C.guichet, "cache"));
    if (data.notice) turn.append(el("p", { class: "avis" }, data.notice));
    if (data.answer) {
      this.remember(data.conversation);
      turn.append(renderAnswer(data.answer, { fold: true, choose: (option) => this.send(option.label, option.id) }));
      if (data.answer.urgent?.discreet) turn.prepend(this.quickExit());
      if (data.answer.heard) turn.append(this.correction());
    } else {
      turn.append(this.strip());
    }
    this.log.append(turn);
    turn.scrollIntoView({ block: "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    this.field.focus({ preventScroll: true });
  }

  correction() {
    return el("details", { class: "corriger" }, el("summary", {}, R.pas_cela), el("p", {}, R.pas_cela_texte),
      el("div", { class: "choix" }, Object.values(T.bouquets).map((name) =>
        el("button", { type: "button", class: "bouton doux", onclick: () => this.send(name) }, name))));
  }

  quickExit() {
    return el("p", { class: "sortie" }, `${C.discret} `, el("button", { type: "button", class: "bouton", onclick: () => this.leave() }, C.sortie));
  }

  async leave() { this.erase(); location.replace(C.sortie_vers); }

  erase() {
    const id = this.conversation();
    sessionStorage.removeItem(MEMORY);
    this.known = "";
    this.welcome();
    this.field.value = "";
    this.state.textContent = C.efface;
    if (id) fetch(`${SERVER}/api/v1/chat/${encodeURIComponent(id)}`, { method: "DELETE", keepalive: true, credentials: "omit" }).catch(() => {});
    this.wide ? this.field.focus() : this.close();
  }

  async watch() {
    let asleep = false;
    for (;;) {
      const status = await fetch(`${SERVER}/health`, { credentials: "omit" }).then((r) => r.json()).then((h) => h.status).catch(() => "degraded");
      if (status === "ok") { if (asleep) this.state.textContent = T.reveil.pret; return; }
      asleep = true;
      if (!this.busy) this.state.textContent = status === "starting" ? `${T.reveil.titre}. ${T.reveil.texte}` : T.reveil.reduit;
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  }
}

customElements.define("guichet-chat", GuichetChat);
if (!document.querySelector("guichet-chat")) {
  const add = () => document.body.append(document.createElement("guichet-chat"));
  document.body ? add() : addEventListener("DOMContentLoaded", add);
}
