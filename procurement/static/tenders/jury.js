// Scoring alone: saved while writing, counted while typing, by keyboard. Without this file the page works as well.
"use strict";

(() => {
  const form = document.querySelector("[data-jury-form]");
  const texts = document.querySelector("template[data-texts]");
  if (!form || !texts) return;  // read only
  const PAUSE = 900;  // milliseconds of rest before what was typed is saved
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const cells = [...form.querySelectorAll("[data-cell]")];
  const state = new Map(cells.map((cell) => [cell, { dirty: false, busy: null, timer: 0 }]));
  const parts = (cell) => ({
    radio: cell.querySelector(".levels input:checked"),
    text: cell.querySelector("textarea"),
    version: cell.querySelector("[data-version]"),
    faults: cell.querySelector("[data-faults]"),
    said: cell.querySelector("[data-saved]"),
  });
  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (whole, name) => values[name] ?? whole);

  // What a motivation counts now, and how many scores are given.
  const count = (cell) => {
    const text = parts(cell).text.value.trim();
    const words = text.match(/\p{L}+(?:['’-]\p{L}+)*/gu) || [];
    const place = cell.querySelector("[data-count-now]");
    place.textContent = text ? fill(texts.dataset.count, { characters: text.length, words: words.length }) : "";
  };
  const elsewhere = Number(document.querySelector("[data-done]").textContent) - cells.filter((cell) => isGiven(cell)).length;
  function isGiven(cell) {
    return Boolean(parts(cell).radio && parts(cell).text.value.trim() && !parts(cell).faults.children.length);
  }
  const progress = () => {
    const done = elsewhere + cells.filter(isGiven).length;
    document.querySelector("[data-done]").textContent = done;
    document.querySelector("[data-progress]").value = done;
    form.querySelector("[data-all-saved]").hidden = cells.some((cell) => state.get(cell).dirty || state.get(cell).busy);
  };

  // Saving one cell: one request at a time, the newest text last.
  const list = (cell, lines) => {
    parts(cell).faults.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  };
  const conflict = (cell, stored) => {
    const shown = texts.content.querySelector("[data-conflict]").cloneNode(true);
    const level = [...cell.querySelectorAll(".levels input")].find((input) => input.value === stored.value);
    shown.querySelector("[data-their-level]").textContent = level ? level.parentElement.querySelector("strong").textContent : "–";
    shown.querySelector("[data-their-motivation]").textContent = stored.motivation;
    shown.querySelector("[data-keep-mine]").addEventListener("click", () => {
      parts(cell).version.value = stored.version;
      shown.remove();
      save(cell);
    });
    shown.querySelector("[data-take-theirs]").addEventListener("click", () => {
      if (level) level.checked = true;
      parts(cell).text.value = stored.motivation;
      parts(cell).version.value = stored.version;
      state.get(cell).dirty = false;
      shown.remove();
      list(cell, stored.faults);
      count(cell);
      progress();
    });
    cell.querySelectorAll("[data-conflict]").forEach((old) => old.remove());
    cell.querySelector(".judgement").append(shown);
  };
  const send = async (cell) => {
    const { radio, text, version, said } = parts(cell);
    const name = cell.dataset.cell;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token });
    body.set(`value-${name}`, radio ? radio.value : "");
    body.set(`motivation-${name}`, text.value);
    body.set(`version-${name}`, version.value);
    said.textContent = texts.dataset.saving;
    try {
      const response = await fetch(cell.dataset.address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error", keepalive: text.value.length < 15000 });
      if (!(response.headers.get("Content-Type") || "").includes("json")) throw new Error(String(response.status));
      const answer = await response.json();
      if (response.ok) {
        version.value = answer.version;
        said.textContent = fill(texts.dataset.saved, { time: answer.at });
        list(cell, answer.faults);
        return true;
      }
      said.textContent = "";
      list(cell, answer.reasons);
      if (response.status === 409 && !answer.reasons.length) conflict(cell, answer);
    } catch {
      said.textContent = texts.dataset.failed;
    }
    return false;
  };
  const save = async (cell) => {
    const now = state.get(cell);
    clearTimeout(now.timer);
    if (now.busy) {
      await now.busy;
      if (!now.dirty) return;
    }
    now.dirty = false;
    now.busy = send(cell);
    const saved = await now.busy;
    now.busy = null;
    if (!saved) now.dirty = true;
    progress();
  };

  form.addEventListener("input", (event) => {
    const cell = event.target.closest("[data-cell]");
    const now = state.get(cell);
    now.dirty = true;
    count(cell);
    progress();
    clearTimeout(now.timer);
    if (!cell.querySelector("[data-conflict]")) now.timer = setTimeout(() => save(cell), PAUSE);
  });
  const saveAll = () => cells.filter((cell) => state.get(cell).dirty && !cell.querySelector("[data-conflict]")).forEach(save);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
  form.addEventListener("focusout", (event) => {
    const cell = event.target.closest("[data-cell]");
    if (cell && !cell.contains(event.relatedTarget) && state.get(cell).dirty) save(cell);
  });
  let sending = false;
  form.addEventListener("submit", () => (sending = true));
  window.addEventListener("beforeunload", (event) => {
    if (!sending && cells.some((cell) => state.get(cell).dirty)) event.preventDefault();
  });

  // Keys, only with the focus in a bid and not in a text field.
  const go = (cell, step) => {
    const next = cells[cells.indexOf(cell) + step];
    if (!next) return;
    next.scrollIntoView({ block: "start" });
    (parts(next).radio || next.querySelector(".levels input")).focus();
  };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      saveAll();
      return;
    }
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea")) return;
    const level = /^[1-9]$/.test(event.key) && cell.querySelectorAll(".levels input")[event.key - 1];
    if (level) {
      level.checked = true;
      level.focus();
      level.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (event.key === "j" || event.key === "k") {
      go(cell, event.key === "j" ? 1 : -1);
    } else {
      return;
    }
    event.preventDefault();
  });
  cells.forEach(count);
})();
