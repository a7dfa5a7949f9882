// Where a PIN is asked for: on a page that is kept, to show the copy; over a page that was left, to show it again.
import { openStore } from "./offline-store.js";
import { Lock } from "./lock.js";
import { stretch } from "./stretch.js";

const store = await openStore();
const lock = new Lock({ store, now: Date.now, stretch });
const root = document.documentElement;

const lasts = ({ seconds, minutes }, wait) => (wait < 120 ? seconds.replace("{0}", wait) : minutes.replace("{0}", Math.ceil(wait / 60)));

/** In the words of the page. */
function said({ dataset }, opened) {
  if (!opened) return "";
  if (opened === "erased") return dataset.erased;
  const wait = opened.wait > 0 ? dataset.wait.replace("{0}", lasts(dataset, opened.wait)) : "";
  return opened.wrong ? `${dataset.wrong.replace("{0}", opened.wrong)} ${wait}`.trim() : wait;
}

const day = () => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};

/** As the host drew it. A dose is of its day alone: on another one it is not shown. */
function draw(place, content) {
  place.innerHTML = content?.html ?? "";
  const dose = place.querySelector("[data-dose]"), old = place.querySelector("[data-dose-old]");
  const isOld = Boolean(dose) && content.day !== day();
  if (isOld) dose.remove();
  if (old) old.hidden = !isOld;
}

/** Ten wrong PINs end the session too. Without a connection it stays locked until that can be done. */
async function end() {
  localStorage.setItem("gp-locked", "end");
  const answer = await fetch("/exit", { method: "POST", credentials: "same-origin", redirect: "manual" }).catch(() => null);
  if (!answer) return;
  localStorage.removeItem("gp-locked");
  location.replace("/sign-in");
}

function wake(part) {
  const isScreen = part.dataset.unlock === "screen";
  const pin = part.querySelector("input"), error = part.querySelector("[data-error]"), place = part.querySelector("[data-opened]");
  const form = part.querySelector("form");
  const say = words => {
    error.textContent = words;
    error.hidden = words === "";
  };
  let isBusy = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    part.setAttribute("aria-busy", "true");
    say("");
    const opened = await lock.open(pin.value.trim());
    pin.value = "";
    isBusy = false;
    part.removeAttribute("aria-busy");
    if (opened?.content !== undefined) {
      localStorage.removeItem("gp-locked");
      localStorage.removeItem("gp-left-at");
      root.classList.remove("gp-locked");
      if (isScreen) return void (part.hidden = true);
      draw(place, opened.content);
      form.hidden = true;
      place.hidden = false;
      return place.focus();
    }
    say(said(part, opened));
    if (opened === "erased") {
      form.hidden = true;
      if (isScreen) await end();
    } else pin.focus();
  });
  return { form, place };
}

const known = await lock.known();
for (const part of document.querySelectorAll("[data-unlock]")) {
  const { form, place } = wake(part);
  if (part.dataset.unlock === "copy") {
    part.hidden = !known;
    // What was opened is closed again like any page.
    document.addEventListener("gp-locked", () => {
      place.replaceChildren();
      place.hidden = true;
      form.hidden = false;
    });
    continue;
  }
  const ask = async () => {
    if (!root.classList.contains("gp-locked")) return;
    if (localStorage.getItem("gp-locked") === "end") return end();
    if (!(await lock.known())) {
      // The lock was taken away, and with it what it was for.
      localStorage.removeItem("gp-locked");
      return root.classList.remove("gp-locked");
    }
    part.hidden = false;
    part.querySelector("input").focus();
  };
  document.addEventListener("gp-locked", ask);
  await ask();
}
root.dataset.lockReady = "yes";
