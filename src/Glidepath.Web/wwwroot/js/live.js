// The list beside a call follows each answer. Without this file the button "Show places" does the same.
const form = document.querySelector("form.gp-call-form");
const live = document.querySelector("#live");
let asked = 0;

async function follow() {
  const mine = ++asked;
  const body = new FormData(form);
  body.set("go", "list");
  const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
  // An answer to an older question would undo a newer one.
  if (!answer || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#live");
  if (fresh) live.replaceChildren(...fresh.childNodes);
}

if (form && live) {
  let wait = 0;
  form.addEventListener("change", event => {
    if (event.target.closest("#live") || event.target.name === "outcome") return;
    clearTimeout(wait);
    wait = setTimeout(follow, 250);
  });
}
