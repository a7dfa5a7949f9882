// Help with what is written in a field: how many letters are left, and a card beside it where it holds words about dying. All of it is
// looked at on this device alone, with a connection or without: nothing is sent, kept or told. Without this file whom to call stands above.
const plain = text => ` ${text.toLowerCase().replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[^\p{L}\p{N}']+/gu, " ").trim()} `;

for (const field of document.querySelectorAll("textarea[data-words]")) {
  const card = document.getElementById(field.dataset.words);
  const words = JSON.parse(card.dataset.list);
  const look = () => {
    const text = plain(field.value);
    // Once it is there it stays: help is not taken away with a word.
    if (words.some(word => text.includes(` ${word} `))) card.hidden = false;
  };
  field.addEventListener("input", look);
  look();
}

for (const line of document.querySelectorAll("[data-letters-of]")) {
  const field = document.getElementById(line.dataset.lettersOf);
  const most = Number(field.dataset.letters);
  const count = () => {
    const left = most - field.value.trim().length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace("{0}", Math.abs(left).toLocaleString("en-US"));
  };
  field.addEventListener("input", count);
  count();
  line.hidden = false;
}
