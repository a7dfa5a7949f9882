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
  if (!fresh) return;
  // What was marked after the question went out is not in its answer: the marks of now hold, and the keyboard stays where it was.
  const here = document.activeElement?.closest("#live input");
  const marked = [...live.querySelectorAll("input")].filter(input => input.checked);
  live.replaceChildren(...fresh.childNodes);
  const again = ({ name, value }) => live.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  for (const input of live.querySelectorAll("input[type=checkbox]")) input.checked = false;
  for (const old of marked) {
    const input = again(old);
    if (input) input.checked = true;
  }
  if (here) again(here)?.focus();
}

if (form && live) {
  let wait = 0;
  form.addEventListener("change", event => {
    if (event.target.closest("#live") || event.target.name === "outcome") return;
    clearTimeout(wait);
    wait = setTimeout(follow, 250);
  });
}
