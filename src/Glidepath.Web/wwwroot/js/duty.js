// The duty list follows by itself. Without this file the link "Refresh" does the same.
const every = 30_000;
const live = document.querySelector("#duty-live");
const sum = document.querySelector("#duty-sum");
const says = document.querySelector("[data-duty-says]");
const stopped = document.querySelector("[data-duty-stopped]");
// No session lives longer by it.
const quietly = { headers: { "Glidepath-By-Itself": "1" }, credentials: "same-origin" };

async function follow() {
  const other = await fetch("/duty/other/" + live.dataset.mark, quietly).catch(() => null);
  if (!other || !other.ok || other.redirected) return false;
  if (other.status === 204) return true;
  // Someone is in the middle of the list: it is not taken from under them, and says that it is not of now.
  if (live.contains(document.activeElement)) return false;
  const answer = await fetch("/duty", quietly).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [fresh, freshSum] = [page.querySelector("#duty-live"), page.querySelector("#duty-sum")];
  if (!fresh || !freshSum) return false;
  live.dataset.mark = fresh.dataset.mark;
  live.replaceChildren(...fresh.childNodes);
  sum.replaceChildren(...freshSum.childNodes);
  return true;
}

if (live && sum && says && stopped) {
  says.hidden = false;
  setInterval(async () => {
    if (document.hidden) return;
    const went = await follow();
    [says.hidden, stopped.hidden] = [!went, went];
  }, every);
  document.addEventListener("visibilitychange", () => document.hidden || follow());
}
