// Four seconds in, six out: a circle that grows and a word. It stores nothing and asks nobody.
const breath = document.querySelector("[data-breath]"), word = breath.querySelector("[data-word]"), left = breath.querySelector("[data-seconds]");
const start = breath.querySelector("[data-start]"), startWord = start.textContent, ring = breath.querySelector("[data-ring]");
const into = 4, out = 6, radius = { least: 30, most: 56 };
let began = 0, timer = 0;

function draw() {
  const at = ((Date.now() - began) / 1_000) % (into + out), isIn = at < into;
  const word_ = isIn ? breath.dataset.in : breath.dataset.out;
  if (word.textContent !== word_) word.textContent = word_;
  left.textContent = Math.ceil(isIn ? into - at : into + out - at);
  const full = isIn ? at / into : 1 - (at - into) / out;
  ring.setAttribute("r", radius.least + (radius.most - radius.least) * full);
}

function run(is) {
  clearInterval(timer);
  start.textContent = is ? start.dataset.on : startWord;
  word.hidden = left.hidden = !is;
  timer = 0;
  if (!is) return ring.setAttribute("r", radius.least);
  began = Date.now();
  timer = setInterval(draw, 100);
  draw();
}

start.hidden = false;
start.addEventListener("click", () => run(timer === 0));
