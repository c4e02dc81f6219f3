// The scoring grid with the keyboard, a live count and a live echo. Without this file the page works as well.
"use strict";

(() => {
  const form = document.querySelector("[data-score-form]");
  if (!form) return;
  const isField = (element) => element && element.matches("input.number, select");

  // Enter moves down, Ctrl with an arrow moves by cell, Ctrl with S saves.
  const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

  const neighbour = (cell, [down, right]) => {
    const rows = [...cell.closest("tbody").rows].filter((row) => row.querySelector("[data-cell]"));
    const row = rows[rows.indexOf(cell.parentElement) + down];
    const column = cell.cellIndex + right;
    return row && column > 0 ? row.cells[column] : null;
  };

  const go = (event, step) => {
    const cell = event.target.closest("td[data-cell]");
    if (!cell) return;
    event.preventDefault();
    const open = (place) => place.querySelector("input.number:enabled, select:enabled");
    let next = neighbour(cell, step);
    while (next && !open(next)) next = neighbour(next, step);  // past a bid that was set aside
    const field = next && open(next);
    if (!field) return;
    field.focus();
    if (field.select) field.select();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "s") {
      event.preventDefault();
      const save = form.querySelector("[data-save]");
      if (save) form.requestSubmit(save);
    } else if (!event.target.closest("[data-score-form]") || event.altKey || event.metaKey) {
      return;
    } else if (event.ctrlKey && moves[event.key]) {
      go(event, moves[event.key]);
    } else if (event.key === "Enter" && isField(event.target)) {
      event.preventDefault();
      go(event, moves[event.shiftKey ? "ArrowUp" : "ArrowDown"]);
    }
  });

  // How many cells are filled, in all and per bid.
  const filled = (cell) => {
    const checked = cell.querySelector("input[type=radio]:checked");
    const field = cell.querySelector("input.number, select");
    return Boolean(checked ? checked.value : field && field.value.trim());
  };

  const count = () => {
    const cells = [...form.querySelectorAll("[data-cell]:not([data-not-needed])")];
    const done = cells.filter(filled).length;
    document.querySelectorAll("[data-filled]").forEach((place) => (place.textContent = done));
    document.querySelectorAll("[data-progress]").forEach((bar) => (bar.value = done));
    form.querySelectorAll("[data-column-filled]").forEach((place) => {
      const column = place.closest("td").cellIndex;
      place.textContent = cells.filter((cell) => cell.cellIndex === column && filled(cell)).length;
    });
  };

  // How a Dutch number is read: the server decides, this shows the same while typing.
  const dutch = /^(?:€\s?)?(-?)(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d+|--?))?$/;

  const read = (text) => {
    const match = dutch.exec(text.trim());
    if (!match) return "";
    const whole = match[2].replaceAll(".", "").replace(/\B(?=(\d{3})+$)/g, ".");
    const fraction = (match[3] || "").replaceAll("-", "").replace(/0+$/, "");
    return `${match[1]}${whole},${fraction.padEnd(1, "0")}`;
  };

  const echo = (field) => {
    const place = field.closest("[data-cell]").querySelector("[data-echo]");
    const number = read(field.value);
    place.textContent = number && `${number} ${place.dataset.unit}`.trim();
  };

  // Beside the evidence: whether what stands in the cell is what the evidence says.
  const compare = (cell) => {
    const proof = cell.querySelector("[data-proof]");
    if (!proof) return;
    const field = cell.querySelector("input[type=radio]:checked") || cell.querySelector("input.number, select");
    const reading = (text) => read(text) || text.trim();
    const same = Boolean(field) && reading(field.value) === reading(proof.dataset.proof);
    proof.querySelector("[data-proof-matches]").hidden = !same;
    proof.querySelector("[data-proof-differs]").hidden = same || !filled(cell);
    cell.querySelectorAll("[data-proof-take]").forEach((button) => (button.hidden = same));
  };

  form.addEventListener("input", (event) => {
    count();
    if (event.target.matches("input.number")) echo(event.target);
    const cell = event.target.closest("[data-cell]");
    if (cell) compare(cell);
  });
})();
