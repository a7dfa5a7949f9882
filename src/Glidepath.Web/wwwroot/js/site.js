// Needed by no page.
import "./exit.js";

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
document.querySelector("[data-error-summary]")?.focus();
addEventListener("load", () => navigator.serviceWorker?.register("/js/crisis-worker.js", { scope: "/" }).catch(() => {}));
