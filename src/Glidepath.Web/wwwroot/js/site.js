// Loaded by every page and needed by none: everything works without it.
import "./exit.js";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const summary = document.querySelector("[data-error-summary]");
if (summary) summary.focus();
