// Leave at once: a blank page, then the neutral site. Shift three times does the same.
const form = document.querySelector("form[data-exit]");

function leave() {
  const blank = document.createElement("div");
  blank.className = "gp-exit-blank";
  document.body.append(blank);
  document.title = " ";
  fetch("/exit", { method: "POST", keepalive: true, credentials: "same-origin" }).catch(() => {});
  window.location.replace(form.dataset.exit);
}

if (form) {
  form.addEventListener("submit", event => {
    event.preventDefault();
    leave();
  });

  const dots = document.createElement("div");
  dots.className = "gp-exit-dots";
  dots.hidden = true;
  dots.innerHTML = "<i></i><i></i><i></i>";
  const says = document.createElement("span");
  says.className = "usa-sr-only";
  says.setAttribute("role", "status");
  form.append(dots, says);

  let presses = [];
  let timer = 0;
  const show = () => {
    dots.hidden = presses.length === 0;
    [...dots.children].forEach((dot, i) => dot.classList.toggle("is-on", i < presses.length));
    says.textContent = presses.length === 0 ? "" : form.dataset.exitSays.replace("{0}", presses.length);
  };
  const forget = () => {
    presses = [];
    show();
  };
  document.addEventListener("keyup", event => {
    if (event.key !== "Shift") {
      if (presses.length > 0) forget();
      return;
    }
    const now = performance.now();
    presses = [...presses.filter(at => now - at < 5000), now];
    clearTimeout(timer);
    timer = setTimeout(forget, 5000);
    show();
    if (presses.length >= 3) leave();
  });
}
