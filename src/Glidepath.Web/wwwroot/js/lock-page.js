// Sets, changes and takes away the lock of this phone. What is typed here never leaves it.
import { openStore } from "./offline-store.js";
import { Lock, flawOf } from "./lock.js";
import { stretch } from "./stretch.js";
import { fetchCopy } from "./lock-copy.js";

const part = document.querySelector("[data-lock]");
const one = name => part.querySelector(`[data-${name}]`);
const lock = new Lock({ store: await openStore(), now: Date.now, stretch });
const form = one("form"), pin = one("pin"), again = one("again"), minutes = one("minutes-away"), keeps = one("keeps");

function keepAfter(is) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `gp-keep=1; path=/; max-age=${is ? 34_560_000 : 0}; samesite=strict${secure}`;
}

async function draw() {
  const known = await lock.known();
  one("on").hidden = !known;
  one("asleep").hidden = true;
  form.hidden = Boolean(known);
  if (known?.madeAt) one("made").textContent = new Date(known.madeAt).toLocaleString("en-US", { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
}

function say(words) {
  one("error").textContent = words;
  one("error").hidden = words === "";
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  const flaw = flawOf(pin.value.trim());
  const words = flaw ? part.dataset[flaw] : pin.value !== again.value ? part.dataset.other : "";
  say(words);
  if (words) return (flaw ? pin : again).focus();
  form.setAttribute("aria-busy", "true");
  try {
    const host = await fetch("/api/me/offline", { credentials: "same-origin", cache: "no-store" }).then(answer => answer.json());
    const content = await fetchCopy();
    if (!host.owner || !content) throw new Error("No copy came.");
    await lock.set(pin.value.trim(), host.owner);
    await lock.keep(content);
    localStorage.setItem("gp-lock-minutes", minutes.value);
    localStorage.removeItem("gp-locked");
    keepAfter(keeps.checked);
    pin.value = again.value = "";
    await draw();
    one("on").focus();
  } catch {
    say(part.dataset.failed);
  } finally {
    form.removeAttribute("aria-busy");
  }
});

one("change").addEventListener("click", () => {
  form.hidden = false;
  pin.focus();
});
one("remove").addEventListener("click", async () => {
  await lock.drop();
  localStorage.removeItem("gp-lock-minutes");
  keepAfter(false);
  await draw();
});
await draw();
document.documentElement.dataset.lockReady = "yes";
