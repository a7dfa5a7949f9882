// Counts ten minutes down and moves the dot along the wave. It stores nothing and asks nobody.
const long = 600, timer = document.querySelector("[data-timer]"), pause = document.querySelector("[data-pause]");
const path = document.querySelector("[data-path]"), dot = document.querySelector("[data-dot]"), length = path.getTotalLength();
const pauseWord = pause.textContent;
let left = long, last = Date.now(), running = true;

function draw() {
  const seconds = Math.ceil(left);
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const at = path.getPointAtLength(length * (1 - left / long));
  dot.setAttribute("cx", at.x);
  dot.setAttribute("cy", at.y);
  document.querySelector("[data-over]").hidden = left > 0;
}

function tick() {
  const now = Date.now();
  // A clock that is set back stops it for a moment, and no more.
  if (running) left = Math.max(0, left - Math.max(0, now - last) / 1000);
  last = now;
  draw();
}

timer.hidden = pause.hidden = false;
pause.addEventListener("click", () => {
  tick();
  running = !running;
  pause.textContent = running ? pauseWord : pause.dataset.on;
});
setInterval(tick, 1_000);
draw();
