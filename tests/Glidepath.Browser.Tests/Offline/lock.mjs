// The lock of a phone, against a store and a clock that the test has in its hand: node lock.mjs. PINs are stretched by Argon2id itself where
// that is what is looked at, and by a plain hash else.
import assert from "node:assert/strict";
import { Lock, flawOf, mostWrong } from "../../../src/Glidepath.Web/wwwroot/js/lock.js";

const seen = [];

async function says(sentence, work) {
  await work();
  seen.push(sentence);
}

const plainly = async (pin, salt) => new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array([...salt, ...new TextEncoder().encode(pin)])));

function phone(stretch = plainly) {
  const facts = new Map();
  const world = { time: Date.parse("2026-12-01T02:00:00Z"), facts };
  const store = {
    fact: async key => structuredClone(facts.get(key)),
    keep: async (key, value) => void facts.set(key, structuredClone(value)),
    forget: async key => void facts.delete(key),
    changeFact: async (key, make) => {
      const value = make(structuredClone(facts.get(key)));
      if (value !== undefined) facts.set(key, structuredClone(value));
      return structuredClone(value);
    },
  };
  world.store = store;
  // Another one each time: what counts stands in the store, as after a restart.
  world.lock = () => new Lock({ store, now: () => world.time, stretch });
  return world;
}

const pin = "482915", wrong = "482916", content = { day: "2026-12-01", html: "<p>If I wake at three</p>" };

async function set(world) {
  await world.lock().set(pin, "ana");
  await world.lock().keep(content);
  return world;
}

await says("a PIN that anyone would try first may not be set", () => {
  for (const easy of ["111111", "121212", "123123", "123456", "654321", "890123", "000000"]) assert.equal(flawOf(easy), "easy", easy);
  for (const short of ["", "12345", "48291a", "4829 15", "1234567890123"]) assert.equal(flawOf(short), "short", short);
  for (const good of ["482915", "112358", "31415926"]) assert.equal(flawOf(good), null, good);
});

await says("the PIN opens what was sealed without it, also a later copy, and a PIN that is wrong does not", async () => {
  const world = await set(phone());
  assert.deepEqual(await world.lock().open(pin), { content });
  await world.lock().keep({ ...content, html: "<p>later</p>" });
  assert.equal((await world.lock().open(wrong)).wrong, mostWrong - 1);
  assert.equal((await world.lock().open(pin)).content.html, "<p>later</p>");
});

await says("nothing of the copy or of the PIN stands in what is stored", async () => {
  const world = await set(phone());
  const bytes = value => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? Buffer.from(value).toString("latin1") : typeof value === "object" && value !== null ? Object.values(value).map(bytes).join("|") : String(value);
  const stored = [...world.facts.values()].map(bytes).join("|");
  for (const secret of ["wake at three", pin]) assert.ok(!stored.includes(secret), secret);
});

await says("wrong PINs wait longer each time, also after the browser ended, and a right one in that time is not looked at", async () => {
  const world = await set(phone());
  const waits = [];
  for (let n = 1; n < mostWrong; n++) {
    const opened = await world.lock().open(wrong);
    assert.equal(opened.wrong, mostWrong - n);
    waits.push(opened.wait);
    if (opened.wait > 0) assert.deepEqual(await world.lock().open(pin), { wait: opened.wait });
    world.time += opened.wait * 1_000;
  }
  assert.deepEqual(waits, [0, 0, 30, 60, 120, 300, 600, 1_800, 3_600]);
  assert.deepEqual(await world.lock().open(pin), { content });
  assert.equal((await world.lock().open(wrong)).wrong, mostWrong - 1);
});

await says("after ten the copy and the lock are erased, and nothing else of the phone", async () => {
  const world = await set(phone());
  world.facts.set("phone", { owner: "ana" });
  world.facts.set("installation", { name: "p", number: 7 });
  let last;
  for (let n = 0; n < mostWrong; n++) {
    last = await world.lock().open(wrong);
    world.time += 4_000_000;
  }
  assert.equal(last, "erased");
  assert.deepEqual([...world.facts.keys()], ["phone", "installation"]);
  assert.equal(await world.lock().open(pin), null);
});

await says("a try is counted though the browser ends in the middle of it", async () => {
  const world = await set(phone());
  for (let n = 0; n < 3; n++) {
    const never = new Lock({ store: world.store, now: () => world.time, stretch: () => new Promise(() => {}) });
    void never.open(wrong);
    await new Promise(done => setTimeout(done, 5));
  }
  assert.equal(world.facts.get("lock").wrong, 3);
  assert.deepEqual(await world.lock().open(pin), { wait: 30 });
});

await says("a clock that was set back shuts nobody out for longer than the pause", async () => {
  const world = await set(phone());
  for (let n = 0; n < 3; n++) await world.lock().open(wrong);
  world.time -= 400 * 24 * 3_600_000;
  assert.deepEqual(await world.lock().open(pin), { wait: 30 });
  world.time += 30_000;
  assert.deepEqual(await world.lock().open(pin), { content });
});

await says("a sealed copy that was changed by one bit is not shown", async () => {
  const world = await set(phone());
  const copy = world.facts.get("copy");
  world.facts.set("copy", { ...copy, recordedAt: "2026-12-02T00:00:00.000Z" });
  await assert.rejects(world.lock().open(pin));
});

await says("Argon2id of the package gives the bytes of the reference, and opens what it locked", async () => {
  const { argon2id } = await import("../../../src/Glidepath.Web/wwwroot/js/noble-hashes/argon2.js");
  const filled = (value, long) => new Uint8Array(long).fill(value);
  // RFC 9106, 5.3.
  const tag = argon2id(filled(1, 32), filled(2, 16), { t: 3, m: 32, p: 4, dkLen: 32, key: filled(3, 8), personalization: filled(4, 12) });
  assert.equal(Buffer.from(tag).toString("hex"), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  const { stretch } = await import("../../../src/Glidepath.Web/wwwroot/js/stretch.js");
  const world = await set(phone(stretch));
  assert.equal((await world.lock().open(wrong)).wrong, mostWrong - 1);
  assert.deepEqual(await world.lock().open(pin), { content });
});

console.log(seen.map(sentence => `ok: ${sentence}`).join("\n"));
