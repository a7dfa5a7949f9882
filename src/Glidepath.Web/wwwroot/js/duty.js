// The duty list follows by itself. Without this file the link "Refresh" does the same.
const every = 30_000;
const live = document.querySelector("#duty-live");
const says = document.querySelector("[data-duty-says]");
const stopped = document.querySelector("[data-duty-stopped]");

async function follow() {
  // Someone is in the middle of something, or does not look: what they have before them stays.
  if (document.hidden || live.contains(document.activeElement)) return true;
  const answer = await fetch("/duty", { headers: { "Glidepath-By-Itself": "1" }, credentials: "same-origin" }).catch(() => null);
  // Not reached: it may be back in half a minute.
  if (!answer || answer.status >= 500) return true;
  if (answer.redirected || !answer.ok) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#duty-live");
  if (!fresh) return false;
  live.replaceChildren(...fresh.childNodes);
  return true;
}

if (live && says && stopped) {
  says.hidden = false;
  const turn = setInterval(async () => {
    if (await follow()) return;
    clearInterval(turn);
    [says.hidden, stopped.hidden] = [true, false];
  }, every);
}
