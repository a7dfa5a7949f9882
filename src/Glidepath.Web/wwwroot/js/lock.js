// The lock that a person may set on their own phone: a PIN opens a sealed copy of their plan. What it decides knows no browser: store,
// clock and the making of a key from a PIN are given to it, so that a test can let each of them be what it likes.
import { seal, keyBetween, bound, base64, fromBase64 } from "./offline-seal.js";

const utf8 = new TextEncoder(), text = new TextDecoder();
const curve = { name: "ECDH", namedCurve: "P-256" };

// Program rules; /me/lock says them before a PIN is set. Seconds to wait after so many wrong PINs in a row; after the last the copy goes.
const pauses = [0, 0, 0, 30, 60, 120, 300, 600, 1_800, 3_600];
export const mostWrong = pauses.length, fewest = 6, longest = 12;

// What Argon2id costs one guess: OWASP's least, since a phone must do it in script. It is kept beside the lock, so that it can be raised.
const cost = { t: 2, m: 19_456, p: 1 };

/** @returns "short", "easy" or null for a PIN that may be set */
export function flawOf(pin) {
  if (!/^[0-9]+$/.test(pin) || pin.length < fewest || pin.length > longest) return "short";
  const digits = [...pin].map(Number);
  const runs = step => digits.every((digit, n) => n === 0 || digit === (digits[n - 1] + step + 10) % 10);
  // 111111, 121212, 123123; 123456, 987654, 890123.
  const repeats = [1, 2, 3].some(long => digits.every((digit, n) => digit === digits[n % long]));
  return repeats || runs(1) || runs(-1) ? "easy" : null;
}

const locked = { name: "AES-GCM", length: 256 };

export class Lock {
  /**
   * @param store fact(name) · keep(name, value) · changeFact(name, make) at once · forget(name)
   * @param now milliseconds
   * @param stretch (pin, salt, cost) => 32 bytes
   */
  constructor({ store, now, stretch }) {
    Object.assign(this, { store, now, stretch });
  }

  /** @returns { owner, madeAt } of the lock that is set, or null */
  async known() {
    const lock = await this.store.fact("lock");
    return lock ? { owner: lock.owner, madeAt: (await this.store.fact("copy"))?.recordedAt ?? null } : null;
  }

  /** A key pair of this phone: the public half seals a copy at any time, the private half is locked with the PIN. */
  async set(pin, owner) {
    if (flawOf(pin)) throw new Error("This PIN may not be set.");
    const pair = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
    const salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12));
    const half = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
    const wrapped = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await this.#keyOf(pin, salt, cost), half);
    const publicKey = base64(await crypto.subtle.exportKey("raw", pair.publicKey));
    await this.store.forget("copy");
    await this.store.keep("lock", { owner, cost, salt, iv, wrapped, publicKey, id: base64(salt).slice(0, 8), wrong: 0, until: 0 });
  }

  /** Seals a copy. No PIN is asked for, and an older one is written over. */
  async keep(content) {
    const lock = await this.store.fact("lock");
    if (!lock) return;
    const head = {
      kind: "copy", id: lock.id, owner: lock.owner, recordedAt: new Date(this.now()).toISOString(), offsetMinutes: 0,
    };
    await this.store.keep("copy", await seal({ id: lock.id, publicKey: lock.publicKey }, head, content));
  }

  /**
   * A try is counted before it is made: who ends the browser gains nothing.
   * @returns { content }, { wait: seconds }, { wrong: tries that are left, wait }, "erased", or null where no lock is set
   */
  async open(pin) {
    let wait = 0;
    const lock = await this.store.changeFact("lock", kept => {
      if (!kept) return undefined;
      // A clock that was set back must not shut its person out for longer than the pause.
      const pause = this.#pauseAfter(kept.wrong);
      const until = Math.min(kept.until, this.now() + pause);
      wait = Math.max(0, until - this.now());
      return wait > 0 ? { ...kept, until } : { ...kept, wrong: kept.wrong + 1, until: this.now() + this.#pauseAfter(kept.wrong + 1) };
    });
    if (!lock) return null;
    if (wait > 0) return { wait: Math.ceil(wait / 1_000) };
    let half;
    try {
      half = await crypto.subtle.decrypt({ name: "AES-GCM", iv: lock.iv }, await this.#keyOf(pin, lock.salt, lock.cost), lock.wrapped);
    } catch {
      if (lock.wrong < mostWrong) return { wrong: mostWrong - lock.wrong, wait: this.#pauseAfter(lock.wrong) / 1_000 };
      await this.drop();
      return "erased";
    }
    await this.store.changeFact("lock", kept => (kept?.id === lock.id ? { ...kept, wrong: 0, until: 0 } : kept));
    const copy = await this.store.fact("copy");
    return { content: copy ? await this.#openedBy(half, lock, copy) : null };
  }

  /** What can be fetched again, and never an entry that waits. */
  async drop() {
    await this.store.forget("copy");
    await this.store.forget("lock");
  }

  #pauseAfter(wrong) {
    return (pauses[wrong] ?? pauses.at(-1)) * 1_000;
  }

  async #keyOf(pin, salt, cost) {
    return crypto.subtle.importKey("raw", await this.stretch(pin, salt, cost), locked, false, ["encrypt", "decrypt"]);
  }

  async #openedBy(half, lock, copy) {
    const own = await crypto.subtle.importKey("pkcs8", half, curve, false, ["deriveBits"]);
    const [once, host] = [fromBase64(copy.ephemeralKey), fromBase64(lock.publicKey)];
    const key = await keyBetween(own, once, new Uint8Array([...once, ...host]), "decrypt");
    const additionalData = utf8.encode(bound(copy));
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: fromBase64(copy.iv), additionalData }, key, fromBase64(copy.ciphertext));
    return JSON.parse(text.decode(plain));
  }
}
