// Before anything is drawn: what stands on the page is not in the picture that a phone makes of it for its list of apps, and after the
// time that the person chose away from it their PIN is asked for. What they chose and when they left is all that is kept for it.
(() => {
  const root = document.documentElement, title = document.title;
  const keeping = {
    get: name => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { if (value === null) localStorage.removeItem(name); else localStorage.setItem(name, value); } catch { /* A browser that keeps nothing locks nothing. */ } },
  };
  const minutes = Number(keeping.get("gp-lock-minutes")), left = Number(keeping.get("gp-left-at"));
  const isOver = since => minutes > 0 && since > 0 && Math.abs(Date.now() - since) > minutes * 60_000;
  const lock = () => {
    keeping.set("gp-locked", "1");
    root.classList.add("gp-locked");
    document.dispatchEvent(new Event("gp-locked"));
  };
  if (keeping.get("gp-locked") || isOver(left)) lock();
  let words = title;
  document.addEventListener("visibilitychange", () => {
    const isAway = document.visibilityState === "hidden";
    root.classList.toggle("gp-covered", isAway);
    if (isAway) {
      words = document.title;
      document.title = " ";
      keeping.set("gp-left-at", String(Date.now()));
      return;
    }
    document.title = words;
    if (isOver(Number(keeping.get("gp-left-at")))) lock();
  });
})();
