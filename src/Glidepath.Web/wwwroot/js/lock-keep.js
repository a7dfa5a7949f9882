// On the pages of a person who is signed in: where a lock is set, its sealed copy is made anew once it is from an hour ago. No PIN is asked for.
import { openStore } from "./offline-store.js";
import { Lock } from "./lock.js";
import { fetchCopy } from "./lock-copy.js";

const hour = 3_600_000;
const store = await openStore();
const lock = new Lock({ store, now: Date.now });
const known = await lock.known();
if (known && (!known.madeAt || Math.abs(Date.now() - Date.parse(known.madeAt)) > hour)) {
  const host = await fetch("/api/me/offline", { credentials: "same-origin", cache: "no-store" }).then(answer => (answer.ok ? answer.json() : null)).catch(() => null);
  // Of the one who set it: someone else who signs in on this phone is not copied under their lock.
  if (host?.owner === known.owner) {
    const content = await fetchCopy().catch(() => null);
    if (content) await lock.keep(content);
  }
}
