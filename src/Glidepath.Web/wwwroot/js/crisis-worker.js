// For everybody, from the first visit on: one page that says whom to call, for when there is no connection. It keeps nothing else, answers
// only where the host did not, and knows nobody. The pages of a person have a worker of their own (offline-worker.js).
const kept = "glidepath-crisis", card = "/no-connection";

self.addEventListener("install", event => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => from(card)));
  else if (/^\/css\//.test(new URL(request.url).pathname)) event.respondWith(fetch(request).catch(() => from(request)));
});

const from = async what => (await caches.match(what, { cacheName: kept, ignoreVary: true })) ?? Response.error();

/** As a stranger: nobody's page, and the style sheet that it names. */
async function keep() {
  const answer = await fetch(card, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw new Error(`${card}: ${answer.status}`);
  const html = await answer.clone().text();
  const cache = await caches.open(kept);
  for (const [, url] of html.matchAll(/href="(\/css\/[^"]+)"/g)) await cache.add(url);
  await cache.put(card, answer);
}
