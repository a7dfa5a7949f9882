// Keeps the pages of a check-in and of a hard moment for when there is no connection: pages that are the same for everybody, and their files. Nothing of a person is
// ever kept here, and no page of theirs is answered from here while the host answers.
const kept = "glidepath-shell", moment = "/me/offline/hard-moment", breathing = "/me/offline/breathing";
const shells = { "/me/check-in": "/me/offline", "/me/hard-moment": moment, [moment]: moment, [breathing]: breathing };
const shellOf = pathname => Object.entries(shells).find(([page]) => pathname === page || pathname.startsWith(`${page}/`))?.[1] ?? "/me/offline";
const patience = 10_000;

self.addEventListener("install", event => event.waitUntil(renew().then(() => self.skipWaiting())));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("message", event => {
  if (event.data === "renew") event.waitUntil(renew().catch(() => {}));
});

self.addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === "/me" || pathname.startsWith("/me/")) event.respondWith(page(request, pathname));
  } else if (/^\/(css|js|fonts|img)\//.test(pathname)) event.respondWith(file(request));
});

const late = () => new Promise((_, failed) => setTimeout(failed, patience));

async function page(request, pathname) {
  // Only these pages can do without the host; every other is waited for.
  const canDoWithout = pathname in shells;
  try {
    const answer = await (canDoWithout ? Promise.race([fetch(request), late()]) : fetch(request));
    // What stands between may answer for a host that is gone.
    if (answer.status < 502 || !canDoWithout) return answer;
  } catch {
    // No connection, or none that is of use.
  }
  return (await caches.match(shellOf(pathname), { cacheName: kept })) ?? Response.error();
}

async function file(request) {
  try {
    return await Promise.race([fetch(request), late()]);
  } catch {
    return (await caches.match(request, { cacheName: kept, ignoreVary: true })) ?? Response.error();
  }
}

/** Files first, the pages last, and what they no longer name only after them: stopped anywhere, what is kept fits together. */
async function renew() {
  const files = new Map(), pages = new Map();
  for (const shell of new Set(Object.values(shells))) {
    const answer = await get(shell);
    const html = await answer.clone().text();
    for (const [, url] of html.matchAll(/(?:href|src)="(\/(?:css|js|img)\/[^"]+)"/g)) await collect(url, files);
    pages.set(shell, answer);
  }
  const cache = await caches.open(kept);
  for (const [url, file] of files) await cache.put(url, file);
  for (const [shell, page] of pages) await cache.put(shell, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!pages.has(pathname) && !files.has(pathname)) await cache.delete(request);
  }
}

/** As a stranger: what is kept is nobody's page. */
async function get(url) {
  const answer = await fetch(url, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok || answer.redirected) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** With what it names itself. A page without a font or a picture is still that page: what a style sheet names may be missing. */
async function collect(url, files) {
  if (files.has(url)) return;
  const answer = await get(url);
  files.set(url, answer.clone());
  const isStyle = url.endsWith(".css");
  if (!isStyle && !url.endsWith(".js")) return;
  const names = isStyle ? /url\(["']?([^"')]+)["']?\)/g : /(?:import|from)\s*["'](\.[^"']+)["']/g;
  for (const [, name] of (await answer.text()).matchAll(names)) {
    if (name.startsWith("data:")) continue;
    const named = collect(new URL(name, new URL(url, self.location.origin)).pathname, files);
    await (isStyle ? named.catch(() => {}) : named);
  }
}
