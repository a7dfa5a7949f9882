// What becomes of an entry that waits on this phone. It decides, and knows no browser and no network: store, server, clock and chance are
// given to it, so that a test can let each of them fail (tests/Glidepath.Browser.Tests/Offline).
export const waiting = "waiting", refused = "refused", arrived = "arrived";

// What arrived is kept for a while, sealed as it is: a host that was restored from a backup may have lost it, and is offered it again.
const arrivedLasts = 14 * 24 * 3_600_000;
const firstPause = 5_000, longestPause = 10 * 60_000;

export const numberOf = id => Number(id.split("-")[1]);

// Rows that were kept before there were kinds say none.
const kindOf = row => row.kind ?? "check-in";

// What goes on with something names it: "hard-moment-step" with "hard-moment".
const followed = kind => (kind.endsWith("-step") ? kind.slice(0, -"-step".length) : null);

/**
 * An entry leaves the queue for a receipt that names its id and its hash, or for a refusal that names its rule. Whatever else was
 * answered, by the host or by something before it, or was not answered at all: it stays.
 */
export function after(entry, answer, now) {
  const body = answer.body;
  if (answer.status === 200 && body?.id === entry.id && body.sha256 === entry.hash)
    return { ...entry, state: arrived, arrivedAt: body.arrivedAt, generation: body.generation, says: body.says ?? null, problem: null };
  if (answer.status === 422 && body?.rule)
    return { ...entry, state: refused, why: body.detail, refusedAt: new Date(now).toISOString() };
  const tries = entry.tries + 1;
  return {
    ...entry,
    tries,
    // 0 is no answer at all: it says nothing of this entry.
    problem: answer.status === 0 ? entry.problem : answer.status,
    next: now + Math.min(longestPause, firstPause * 2 ** Math.min(tries - 1, 10)),
  };
}

export class Queue {
  /**
   * @param store rows() · put(row) · change(id, row => row) at once · remove(id) · fact(name) · keep(name, value)
   * @param server ask() and send(entry), each { status, body }; status 0 where nothing came back
   */
  constructor({ store, server, now, fresh }) {
    Object.assign(this, { store, server, now, fresh });
  }

  /** Kept when this returns, and not before. */
  add(entry) {
    return this.store.put({ ...entry, state: waiting, tries: 0, next: 0, problem: null });
  }

  async rows(state) {
    const rows = (await this.store.rows()).filter(row => row.state === state).map(row => ({ ...row, kind: kindOf(row) }));
    return rows.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || numberOf(a.id) - numberOf(b.id));
  }

  /** For the person alone, of what was refused or cannot be sent from here. */
  remove(id) {
    return this.store.remove(id);
  }

  /**
   * @param force the person asks: no pause is kept
   * @returns what is so now: "done", "offline", "sign-in", "other" (of someone else who signed in on this phone) or "later"; the receipts
   * that came; and whether this phone's storage seems to have been cleared, until that was told
   */
  async send(force = false) {
    const asked = await this.server.ask();
    if (asked.status === 401 || asked.status === 404) return this.#so("sign-in");
    const host = asked.status === 200 ? asked.body : null;
    if (!host?.owner || !host.key) return this.#so(asked.status === 0 ? "offline" : "later");
    const cleared = await this.#recognize(host);
    await this.store.keep("phone", { owner: host.owner, key: host.key });
    await this.#offerAgain(host.generation);
    const receipts = [], held = new Set();
    let state = "done";
    for (const entry of await this.#inTurn()) {
      if (entry.owner !== host.owner) {
        if (state === "done") state = "other";
        continue;
      }
      // The host knows nothing yet of what it goes on with, and would refuse it for good.
      if (held.has(followed(entry.kind))) {
        state = "later";
        continue;
      }
      if (!force && entry.next > this.now()) {
        held.add(entry.kind);
        state = "later";
        continue;
      }
      const answer = await this.server.send(entry);
      // About who is signed in now, not about the entry.
      if (answer.status === 401) return { state: "sign-in", receipts, cleared };
      if (answer.status === 403 || answer.status === 404) {
        held.add(entry.kind);
        if (state === "done") state = "other";
        continue;
      }
      // Another tab may have been faster, and what it wrote down stands.
      const now = await this.store.change(entry.id, row => (row?.state === waiting ? after(row, answer, this.now()) : row));
      if (now?.state === arrived && answer.status === 200) receipts.push(answer.body);
      if (answer.status === 0) return { state: "offline", receipts, cleared };
      if (now?.state === waiting) {
        held.add(entry.kind);
        state = "later";
      }
    }
    await this.#forgetOld();
    return { state, receipts, cleared };
  }

  /**
   * The phone's own name, the entry's number on it, and chance: the host sees which numbers it was sent, and a phone that was set back to
   * an earlier day gives no id twice.
   */
  async nextId() {
    const { name, number } = await this.store.changeFact("installation", phone => {
      const known = phone ?? this.#newPhone(null);
      return { ...known, number: known.number + 1 };
    });
    return `${name}-${number}-${this.fresh().slice(-8)}`;
  }

  /** That the storage was cleared has been shown. */
  told() {
    return this.store.changeFact("installation", phone => ({ ...phone, cleared: null }));
  }

  /** As they were written, and what goes on with another after all of those: a clock that was set back must not turn them round. */
  async #inTurn() {
    const rows = await this.rows(waiting);
    return [...rows.filter(row => !followed(row.kind)), ...rows.filter(row => followed(row.kind))];
  }

  #newPhone(cleared) {
    return { name: this.fresh(), number: 0, cleared };
  }

  /** @returns "cleared", "perhaps" where it may as well be a new phone, or null; the same until it was told */
  async #recognize(host) {
    const { cleared } = await this.store.changeFact("installation", own => {
      if (!own) return this.#newPhone(host.thisPhone ? "cleared" : host.phones.length > 0 ? "perhaps" : null);
      // Set back to an earlier day: what waited since is gone.
      const isSetBack = (host.phones.find(phone => phone.name === own.name)?.last ?? 0) > own.number;
      return isSetBack ? this.#newPhone("cleared") : own;
    });
    return cleared;
  }

  async #offerAgain(generation) {
    for (const row of await this.rows(arrived))
      if (row.generation !== generation)
        await this.store.change(row.id, now => (now?.state === arrived ? { ...now, state: waiting, tries: 0, next: 0 } : now));
  }

  async #forgetOld() {
    for (const row of await this.rows(arrived))
      if (this.now() - Date.parse(row.arrivedAt) > arrivedLasts) await this.store.remove(row.id);
  }

  #so(state) {
    return { state, receipts: [], cleared: null };
  }
}
