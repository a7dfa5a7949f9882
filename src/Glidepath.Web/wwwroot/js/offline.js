// A form on a phone: sealed at once, kept until the host says that it has it, and told as it is. Without this file the form is sent as any
// other. Which kind of entry it is stands on the form (data-sealed).
import { Queue, waiting, refused, arrived } from "./offline-queue.js";
import { openStore } from "./offline-store.js";
import { seal } from "./offline-seal.js";

const part = document.querySelector("[data-offline]");
const forms = [...document.querySelectorAll("form[data-sealed]")];
const isShell = part.dataset.offline === "shell";
const every = 30_000, patience = 15_000;
const all = (name, within = part) => [...within.querySelectorAll(`[data-${name}]`)];
const one = (name, within = part) => within.querySelector(`[data-${name}]`);
const show = (element, is = true) => element && (element.hidden = !is);

const cookie = {
  has: name => document.cookie.split("; ").some(c => c.startsWith(`${name}=`)),
  set: (name, seconds) =>
    (document.cookie = `${name}=1; path=/; max-age=${seconds}; samesite=strict${location.protocol === "https:" ? "; secure" : ""}`),
};

async function call(url, options) {
  const given = new AbortController();
  setTimeout(() => given.abort(), patience);
  try {
    const answer = await fetch(url, { credentials: "same-origin", cache: "no-store", signal: given.signal, ...options });
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  }
}

const server = {
  ask: () => call("/api/me/offline"),
  send: ({ kind, id, owner, keyId, ephemeralKey, iv, ciphertext, recordedAt, offsetMinutes }) =>
    call("/api/me/entries/sealed", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": id },
      body: JSON.stringify({ kind, id, owner, keyId, ephemeralKey, iv, ciphertext, recordedAt, offsetMinutes }),
    }),
};

const fresh = () => [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, "0")).join("");

const store = await openStore();
const queue = new Queue({ store, server, now: Date.now, fresh });

/** One tab sends at a time. Where another one does, a timer passes; the person waits for its turn. */
const send = force =>
  navigator.locks
    ? navigator.locks.request("glidepath-send", { ifAvailable: !force }, lock => (lock ? queue.send(force) : null))
    : queue.send(force);

const when = instant => {
  const at = new Date(instant), time = at.toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  return at.toDateString() === new Date().toDateString()
    ? part.dataset.today.replace("{0}", time)
    : `${at.toLocaleDateString("en-US", { month: "short", day: "numeric" })}, ${time}`;
};

/** Six signs of the hash, as one reads them out: Crockford's alphabet has no letter that looks like a number. */
const code = hash => {
  let number = Number.parseInt(hash.slice(0, 8), 16) >>> 2, signs = "";
  for (let n = 0; n < 6; n++, number = Math.floor(number / 32)) signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number % 32] + signs;
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
};

const arrivedAt = row => part.dataset.receipt.replace("{0}", when(row.arrivedAt)).replace("{1}", code(row.hash));

const copyOf = list => list.querySelector("template").content.firstElementChild.cloneNode(true);

function say(element, text) {
  show(element, Boolean(text));
  element.textContent = text ?? "";
}

/** "Check-in", "Hard moment": in the words of the page. */
const wordOf = kind => part.querySelector(`[data-kind-word="${kind}"]`)?.textContent ?? "";

async function list(state, rows) {
  const section = part.querySelector(`[data-list="${state}"]`);
  show(section, rows.length > 0);
  if (one("count", section)) one("count", section).textContent = rows.length;
  section.querySelector("ul").replaceChildren(...rows.map(row => {
    const item = copyOf(section);
    one("kind", item).textContent = wordOf(row.kind);
    say(one("when", item), when(row.at));
    if (state === waiting) show(one("problem", item), row.tries > 1 && Boolean(row.problem));
    if (state === refused) {
      say(one("reason", item), row.why);
      one("remove", item).addEventListener("click", () => queue.remove(row.id).then(() => draw(null)));
    }
    if (state === arrived) {
      say(one("arrived", item), arrivedAt(row));
      say(one("says", item), row.says);
    }
    return item;
  }));
}

const receipts = new Map();
let state = "sending";

/** @param result of the sending, or null where nothing was sent now */
async function draw(result) {
  // On a phone that two people use neither reads what the other wrote, or that they had a hard moment: only that something waits.
  const owner = (await store.fact("phone"))?.owner;
  const own = row => row.owner === owner;
  const rows = {
    [waiting]: (await queue.rows(waiting)).map(row => (own(row) ? row : { ...row, kind: null, problem: null })),
    [refused]: (await queue.rows(refused)).filter(own),
    [arrived]: (await queue.rows(arrived)).filter(own),
  };
  for (const receipt of result?.receipts ?? []) receipts.set(receipt.id, receipt);
  const isWaiting = rows[waiting].length > 0;
  if (isWaiting || rows[refused].length > 0) cookie.set("gp-unsent", 34_560_000);
  else if (cookie.has("gp-unsent")) cookie.set("gp-unsent", 0);
  state = result?.state ?? state;
  show(one("truth"), isWaiting);
  // What is the person's own is told to nobody by arriving.
  const forTeam = rows[waiting].some(row => row.kind === "check-in" || row.kind === null);
  for (const head of all("told")) show(head, head.dataset.told === (forTeam ? "team" : "own"));
  for (const why of all("why")) show(why, why.dataset.why === (state === "done" ? "later" : state));
  show(one("sign-in"), state === "sign-in" || state === "other");
  show(one("send"), state === "offline" || state === "later");
  show(one("cannot-wait"), isWaiting);
  await list(waiting, rows[waiting]);
  await list(refused, rows[refused].reverse());
  // Only a receipt that names it, of this sending, is "your team has"; the rest has arrived before.
  const now = rows[arrived].filter(row => receipts.has(row.id));
  show(one("done"), now.length > 0);
  const tookTeam = now.some(row => row.kind === "check-in");
  for (const head of all("arrived-for")) show(head, head.dataset.arrivedFor === (tookTeam ? "team" : "own"));
  one("receipts").replaceChildren(...now.map(row => {
    const steps = copyOf(one("done"));
    say(one("when", steps), when(row.at));
    say(one("arrived", steps), arrivedAt(row));
    say(one("says", steps), row.says);
    const receipt = receipts.get(row.id), link = one("now", steps);
    show(link, receipt.isDanger);
    link.href = receipt.next;
    return steps;
  }));
  // On a usual day the questions come first.
  const isAsked = isWaiting || rows[refused].length + now.length > 0;
  await list(arrived, isAsked ? rows[arrived].filter(row => !receipts.has(row.id)).reverse().slice(0, 5) : []);
  if (result?.cleared) {
    show(part.querySelector(`[data-cleared="${result.cleared}"]`));
    await queue.told();
  }
}

/** What the form tells of danger. It is shown at once, from this page alone, and kept nowhere. */
function dangers(fields) {
  const told = new Set(fields.filter(([name]) => name === "flags").map(([, sign]) => sign));
  if (fields.some(([name, value]) => name === "since" && value === "Pregnancy")) told.add("NewlyPregnant");
  return told;
}

function warn(told) {
  const woken = all("sign").filter(sign => told.has(sign.dataset.sign));
  woken.forEach(sign => show(sign));
  show(one("keep-dose"), woken.length > 0 && !woken.some(sign => sign.dataset.takesNoMore));
}

const pad = number => String(number).padStart(2, "0");

async function keep(kind, phone, fields) {
  const now = new Date();
  const on = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  const head = {
    kind, id: await queue.nextId(), owner: phone.owner, recordedAt: now.toISOString(), offsetMinutes: -now.getTimezoneOffset(),
  };
  const sealed = await seal(phone.key, head, { on, fields });
  await queue.add({ ...sealed, at: head.recordedAt });
  cookie.set("gp-unsent", 34_560_000);
  // Asked once: the browser may then not clear it to make room.
  if (!(await store.fact("asked-to-persist"))) {
    await store.keep("asked-to-persist", true);
    navigator.storage?.persist?.();
  }
  return head.id;
}

/** What the form itself carries beside the answers: its token and its key say nothing to the team. */
const beside = new Set(["__RequestVerificationToken", "_handler", "do", "once"]);

/** As the browser would, with the button that was pressed. */
function sendAsAny(form, pressed) {
  if (pressed?.name) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value });
    form.append(field);
  }
  form.submit();
}

let began = Date.now();

async function submit(form, pressed) {
  // Null before the host was heard from once on this phone.
  const phone = await store.fact("phone");
  if (!phone) return sendAsAny(form, pressed);
  const isCheckIn = form.dataset.sealed === "check-in";
  const minutes = form.querySelector("[data-minutes]");
  // A clock that was set back in between says less than nothing.
  if (minutes) minutes.value = Math.max(0, Math.min(240, Math.round((Date.now() - began) / 60_000)));
  const fields = [...new FormData(form, pressed)].filter(([name, value]) => !beside.has(name) && value !== "");
  // Nothing was answered: the host says so beside the form, and nothing is kept.
  if (fields.length === 0 && !isShell && navigator.onLine) return sendAsAny(form, pressed);
  const told = isCheckIn ? dangers(fields) : new Set();
  let id;
  try {
    id = await keep(form.dataset.sealed, phone, fields);
  } catch {
    // Full, or not to be written: it stays on the screen. With a connection it is sent as any form is.
    if (!isShell && navigator.onLine) return sendAsAny(form, pressed);
    warn(told);
    show(one("full"));
    show(one("cannot-wait"));
    one("full").scrollIntoView();
    return;
  }
  warn(told);
  // Whoever waits reads what is so until then.
  state = "sending";
  const slow = setTimeout(() => draw(null), 1_500);
  const result = await send(true);
  clearTimeout(slow);
  const receipt = result.receipts.find(r => r.id === id);
  if (receipt) return location.assign(receipt.next);
  if (!isShell && (await queue.rows(refused)).some(row => row.id === id)) {
    // The host answers the form with what does not fit, beside its field and with all that was tapped.
    await queue.remove(id);
    return sendAsAny(form, pressed);
  }
  // The questions go once it stands here that they are kept.
  await draw(result);
  const next = form.dataset.then && document.querySelector(form.dataset.then);
  form.querySelectorAll("input:not([type=hidden])").forEach(field => {
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else field.value = "";
  });
  if (next) {
    began = Date.now();
    // Its id is given: the page shows no second one that would say it again.
    form.dataset.begun = "yes";
    show(form, false);
    show(next);
    return next.scrollIntoView();
  }
  if (form.dataset.stays !== undefined && !(pressed?.name === "end")) return show(one("kept", form));
  show(form, false);
  const first = all("sign").find(sign => !sign.hidden) ?? one("truth");
  first.scrollIntoView();
  one("truth").focus({ preventScroll: true });
}

async function tick(force) {
  if (!force && (await queue.rows(waiting)).length === 0) return;
  const result = await send(force);
  if (result) await draw(result);
}

if (cookie.has("gp-left")) {
  // Who used this phone has left it: what they cannot lose stays, and what it knew of them goes.
  await store.forget("phone");
  for (const row of await queue.rows(arrived)) await queue.remove(row.id);
  // The sealed copy of their plan goes too, but for who chose to keep it (lock.js).
  if (!cookie.has("gp-keep")) for (const name of ["copy", "lock"]) await store.forget(name);
  cookie.set("gp-left", 0);
}
let isBusy = false;
for (const form of forms)
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    submit(form, event.submitter).finally(() => (isBusy = false));
  });
// On the page that is kept, what begins here is known by an id of its own.
const moment = crypto.randomUUID();
for (const field of document.querySelectorAll("[data-moment]")) field.value = moment;
one("send").addEventListener("click", () => tick(true));
addEventListener("online", () => tick(true));
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tick(false));
setInterval(() => tick(false), every);
await draw(null);
/** The form of the page that is kept is there once there is a key to seal with. */
async function wake() {
  const canSeal = Boolean(await store.fact("phone"));
  for (const line of document.querySelectorAll("[data-shell]")) show(line, line.dataset.shell === (canSeal ? "ready" : "no-key"));
  for (const form of forms) if (form.dataset.after === undefined && !form.dataset.begun) show(form, canSeal);
  if (!canSeal) show(one("cannot-wait"));
}

if (isShell) await wake();
else
  navigator.serviceWorker?.register("/js/offline-worker.js", { scope: "/me" })
    .then(() => navigator.serviceWorker.ready).then(worker => worker.active.postMessage("renew")).catch(() => {});
await tick(true);
if (isShell) await wake();
// For the tests: what can be known now is shown.
document.documentElement.dataset.offlineReady = "yes";
