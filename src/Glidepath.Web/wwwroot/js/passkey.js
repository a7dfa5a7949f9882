// Passkeys, where the browser can. The page's own password form works without this.
const form = document.querySelector("form[data-passkey]");

async function options(use) {
  const asked = new FormData(form);
  asked.delete("credential");
  const answer = await fetch(`/account/passkey-options/${use}`, { method: "POST", body: new URLSearchParams(asked), credentials: "same-origin" });
  if (!answer.ok) throw new Error("no options");
  return answer.json();
}

async function send(mediation, signal) {
  const use = form.dataset.passkey;
  const asked = await options(use);
  const credential = use === "enrol" || use === "add"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked), signal })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked), mediation, signal });
  if (!credential) return;
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  const shared = document.querySelector("input[type=checkbox][name=shared]");
  form.elements.shared.value = shared?.checked ? "yes" : "";
  form.submit();
}

if (form && globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  form.hidden = false;
  let waiting = new AbortController();
  form.addEventListener("submit", event => {
    event.preventDefault();
    waiting.abort();
    waiting = new AbortController();
    form.querySelector("[role=status]").textContent = "";
    send(undefined, waiting.signal).catch(() => { form.querySelector("[role=status]").textContent = form.dataset.passkeyFails; });
  });
  if (form.dataset.passkey === "sign-in" && await PublicKeyCredential.isConditionalMediationAvailable?.())
    send("conditional", waiting.signal).catch(() => {});
}
