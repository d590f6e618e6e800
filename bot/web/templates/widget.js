"use strict";
(() => {
if (customElements.get("guichet-chat")) return;
const T = {{ textes|tojson }};
const STYLE = {{ style|tojson }};
const SERVER = new URL(document.currentScript.src).origin;
{% include "rendu.js" %}
{% include "conversation.js" %}
})();
