// Fetches what the lock keeps: the part of /me/lock/copy that is marked, as the host drew it, with its day.
export async function fetchCopy() {
  const answer = await fetch("/me/lock/copy", { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok || answer.redirected) return null;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-copy]");
  return part && { day: part.dataset.copy, html: part.innerHTML };
}
