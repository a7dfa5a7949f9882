// Random histories of a queue whose phone, network and host fail: node histories.mjs FIRST COUNT ACTIONS. Each is made of its seed alone.
// Nothing that the person was told is kept may be lost or come in twice, and what was refused must be seen.
import { Queue, arrived, refused, waiting, numberOf } from "../../../src/Glidepath.Web/wwwroot/js/offline-queue.js";

const [first, count, actions] = process.argv.slice(2).map(Number);
const day = 24 * 3_600_000;
const tally = {};

class Killed extends Error {}
class Quota extends Error {}

/** mulberry32: small, and the same everywhere. */
function chance(seed) {
  let a = seed * 2_654_435_761 >>> 0;
  const next = () => {
    a = a + 0x6d2b79f5 | 0;
    let t = Math.imul(a ^ a >>> 15, 1 | a);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4_294_967_296;
  };
  return { next, of: n => Math.floor(next() * n), is: p => next() < p };
}

class World {
  constructor(seed) {
    this.dice = chance(seed);
    this.time = Date.parse("2026-11-30T12:00:00Z");
    this.skew = 0;
    this.signedIn = "ana";
    // Of the phone.
    this.rows = new Map();
    this.facts = new Map();
    this.cookie = false;
    this.image = { rows: new Map(), facts: new Map() };
    // Of the host.
    this.records = new Map();
    this.answers = new Map();
    this.generation = 0;
    this.backup = { records: new Map(), answers: new Map() };
    this.fault = null;
    // What must hold.
    this.promised = new Map();
    this.names = 0;
    this.entries = 0;
    // A phone that the host knows was cleared, and nobody has said so yet.
    this.untold = false;
  }

  async step() {
    for (let n = this.dice.of(4); n > 0; n--) await null;
  }

  /** A write is done or not; the worker may be killed before it or after it, and never in the middle of one. */
  async write(work) {
    await this.step();
    if (this.fault === "quota") throw new Quota();
    if (this.fault === "kill" && this.dice.is(0.3)) throw new Killed();
    const result = work();
    if (this.fault === "kill" && this.dice.is(0.4)) throw new Killed();
    await this.step();
    return result;
  }

  store() {
    const { rows, facts } = this;
    const copy = row => (row === undefined ? undefined : structuredClone(row));
    const change = (map, key, make) => this.write(() => {
      const value = make(copy(map.get(key)));
      if (value !== undefined) map.set(key, copy(value));
      return copy(value);
    });
    return {
      rows: async () => { await this.step(); return [...rows.values()].map(copy); },
      put: row => this.write(() => void rows.set(row.id, copy(row))),
      change: (id, make) => change(rows, id, make),
      remove: id => this.write(() => void rows.delete(id)),
      fact: async key => { await this.step(); return copy(facts.get(key)); },
      keep: (key, value) => this.write(() => void facts.set(key, copy(value))),
      changeFact: (key, make) => change(facts, key, make),
    };
  }

  server() {
    const nothing = { status: 0, body: null };
    return {
      ask: async () => {
        await this.step();
        if (this.fault === "timeout" && this.dice.is(0.5)) return nothing;
        if (this.fault === "401") return { status: 401, body: null };
        if (this.fault === "500" && this.dice.is(0.4)) return { status: 500, body: null };
        if (this.fault === "portal" && this.dice.is(0.5)) return { status: 200, body: null };
        const phones = new Map();
        for (const key of this.answers.keys()) {
          const [owner, id] = key.split(" ");
          if (owner === this.signedIn)
            phones.set(id.split("-")[0], Math.max(phones.get(id.split("-")[0]) ?? 0, numberOf(id)));
        }
        const list = [...phones].map(([name, last]) => ({ name, last }));
        return { status: 200, body: { owner: this.signedIn, key: {}, generation: `g${this.generation}`, thisPhone: this.cookie, phones: list } };
      },
      send: async entry => {
        await this.step();
        if (this.fault === "timeout") return nothing;
        if (this.fault === "401" && this.dice.is(0.5)) return { status: 401, body: null };
        if (this.fault === "409") return { status: 409, body: { rule: "update.lost" } };
        if (this.fault === "500") return { status: 500, body: null };
        if (this.fault === "portal") return { status: this.dice.is(0.5) ? 200 : 422, body: null };
        if (entry.owner !== this.signedIn) return { status: 403, body: { rule: "phone-entry.other-person" } };
        const answer = this.take(entry);
        await this.step();
        return this.fault === "lost" ? nothing : answer;
      },
    };
  }

  take(entry) {
    const key = `${entry.owner} ${entry.id}`;
    const kept = this.answers.get(key);
    if (kept && kept.hash !== entry.hash) return { status: 409, body: { rule: "idempotency.other-body" } };
    // Every entry of the page names its kind.
    if (!entry.kind) return { status: 400, body: null };
    if (!kept && entry.follows && !this.records.has(entry.follows)) {
      count_("refused: a step before its moment");
      return { status: 422, body: { rule: "craving.unknown", detail: "Not begun." } };
    }
    if (!kept && (entry.on > this.time + day || entry.bad)) return { status: 422, body: { rule: "check-in.day", detail: "Why." } };
    if (!kept) {
      this.records.set(entry.label, (this.records.get(entry.label) ?? 0) + 1);
      this.answers.set(key, { hash: entry.hash, at: this.time });
    }
    this.cookie = true;
    return {
      status: 200,
      body: { id: entry.id, sha256: entry.hash, arrivedAt: new Date(this.answers.get(key).at).toISOString(), generation: `g${this.generation}` },
    };
  }

  open() {
    return new Queue({
      store: this.store(),
      server: this.server(),
      now: () => this.time + this.skew,
      fresh: () => `phone${++this.names}`,
    });
  }
}

async function enter(world, queue) {
  // The page seals nothing before it has the key of the host.
  if (!world.facts.has("phone")) return;
  const label = `entry ${++world.entries}`;
  const at = world.time + world.skew;
  try {
    const id = await queue.nextId();
    const entry = { id, label, owner: world.signedIn, hash: `hash of ${label}`, at: new Date(at).toISOString(), on: at, bad: world.dice.is(0.03) };
    // A check-in of a phone from before there were kinds, a moment, or what goes on with the last moment of this person.
    const begun = [...world.promised.values()].filter(e => e.kind === "hard-moment" && e.owner === entry.owner).at(-1);
    const what = world.dice.of(3);
    if (what === 1) entry.kind = "hard-moment";
    if (what === 2 && begun) Object.assign(entry, { kind: "hard-moment-step", follows: begun.label });
    await queue.add(entry);
    world.promised.set(label, entry);
    count_("kept");
    count_(`kept: ${entry.kind ?? "check-in"}`);
  } catch (failed) {
    // The page says plainly that it is not saved; it may be on the phone all the same, and then it is sent like any other.
    count_(failed instanceof Quota ? "not saved: full" : "not saved: killed");
    if (!(failed instanceof Quota || failed instanceof Killed)) throw failed;
  }
}

async function send(world, queue, force) {
  try {
    const { cleared } = await queue.send(force);
    if (!cleared) return;
    count_(`told: ${cleared}`);
    world.untold = false;
    if (world.dice.is(0.7)) await queue.told();
  } catch (failed) {
    if (!(failed instanceof Quota || failed instanceof Killed)) throw failed;
  }
}

const count_ = what => (tally[what] = (tally[what] ?? 0) + 1);

const faults = [null, null, null, "lost", "401", "409", "500", "timeout", "kill", "quota", "portal"];

async function act(world, tabs) {
  const { dice } = world;
  world.time += dice.of(3_600_000);
  world.fault = faults[dice.of(faults.length)];
  if (world.fault) count_(world.fault);
  const tab = tabs[dice.of(2)];
  switch (dice.of(13)) {
    case 0: case 1: case 2:
      return enter(world, tab);
    case 3: case 4: case 5:
      return send(world, tab, dice.is(0.5));
    case 6:
      count_("two tabs");
      return void await Promise.all([send(world, tabs[0], true), send(world, tabs[1], true), enter(world, tabs[dice.of(2)])]);
    case 7:
      count_("new version");
      return void (tabs[dice.of(2)] = world.open());
    case 8:
      world.skew = (dice.of(5) - 2) * day;
      return count_("clock");
    case 9:
      if (dice.is(0.5)) {
        count_("backup");
        return void (world.backup = { records: new Map(world.records), answers: new Map(world.answers) });
      }
      count_("restored");
      world.records = new Map(world.backup.records);
      world.answers = new Map(world.backup.answers);
      return void world.generation++;
    case 10:
      if (!dice.is(0.15)) return;
      count_("cleared");
      // What waited is gone, and so is what would have been offered again.
      for (const row of world.rows.values()) world.promised.delete(row.label);
      world.untold ||= world.cookie;
      world.rows.clear();
      world.facts.clear();
      return void await send(world, tab, false);
    case 11: {
      if (dice.is(0.5)) {
        world.image = { rows: new Map(world.rows), facts: new Map(world.facts) };
        return;
      }
      if (!dice.is(0.2)) return;
      count_("phone set back");
      for (const [id, row] of world.rows) if (!world.image.rows.has(id)) world.promised.delete(row.label);
      for (const [map, then] of [[world.rows, world.image.rows], [world.facts, world.image.facts]]) {
        map.clear();
        for (const [key, value] of then) map.set(key, value);
      }
      // It is again the phone that it was before it was cleared.
      if (world.facts.has("installation")) world.untold = false;
      world.fault = null;
      return void await send(world, tab, false);
    }
    default:
      if (dice.is(0.2)) world.signedIn = world.signedIn === "ana" ? "ben" : "ana";
  }
}

async function history(seed) {
  const world = new World(seed);
  const tabs = [world.open(), world.open()];
  for (let n = 0; n < actions; n++) await act(world, tabs);
  // All is well again, and each person signs in once more.
  world.fault = null;
  world.skew = 0;
  for (const person of ["ana", "ben", "ana"]) {
    world.signedIn = person;
    world.time += 3_600_000;
    await send(world, tabs[0], true);
  }
  const rows = [...world.rows.values()];
  const problems = [];
  for (const [label, entry] of world.promised) {
    const row = rows.find(r => r.label === label);
    const held = world.records.get(label) ?? 0;
    if (held === 0 && row?.state !== refused) problems.push(`${label} is lost (${row?.state ?? "not on the phone"}, ${entry.id})`);
    if (row?.state === refused && !row.why) problems.push(`${label} is refused without a reason`);
    if (row?.state === refused && entry.follows && row.why === "Not begun." && world.records.has(entry.follows))
      problems.push(`${label} was refused before what it goes on with had come`);
    if (row?.state === waiting) problems.push(`${label} still waits`);
  }
  for (const [label, times] of world.records) if (times > 1) problems.push(`${label} came in ${times} times`);
  for (const row of rows) if (row.state === arrived && !world.records.has(row.label)) problems.push(`${row.label} is said to have arrived`);
  if (world.untold) problems.push("the storage was cleared and nobody was told");
  if (problems.length > 0) throw new Error(`seed ${seed}: ${problems.join("; ")}`);
  count_("histories");
}

for (let seed = first; seed < first + count; seed++) await history(seed);
console.log(JSON.stringify(tally));
