"use strict";
(() => {
const T = {{ textes|tojson }};
{% include "rendu.js" %}
{% include "triage.js" %}
})();
