"use strict";
/* The live totals of the criteria editor. Weights are whole ten-thousandths of a percent (BigInt),
   never floats: 33,3333 × 3 is 99,9999 and nothing else. Without this script the server does the same. */
{
  const UNIT = 10000n;
  const DUTCH = /^(0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)(?:,([0-9]{1,4}))?$/;
  const form = document.getElementById("tree");

  /** Ten-thousandths of a percent; null when the text is no weight, 0n when it is empty. */
  function read(text) {
    if (!text.trim()) return 0n;
    const match = DUTCH.exec(text.trim());
    if (!match) return null;
    return BigInt(match[1].replaceAll(".", "")) * UNIT + BigInt((match[2] || "").padEnd(4, "0"));
  }

  function shown(units) {
    const size = units < 0n ? -units : units;
    const fraction = String(size % UNIT).padStart(4, "0").replace(/0+$/, "");
    return String(size / UNIT) + (fraction ? "," + fraction : "");
  }

  const inputOf = (node) => node.querySelector('input[name$="-weight"]');
  const nodesUnder = (key) => [...form.querySelectorAll(`[data-node][data-parent="${key}"]`)];

  function wholeOf(key) {
    return key ? read(inputOf(document.getElementById(key)).value) : 100n * UNIT;
  }

  function show(output, key) {
    const weights = nodesUnder(key).map((node) => read(inputOf(node).value));
    const whole = wholeOf(key);
    const unread = whole === null || weights.includes(null);
    const sum = unread ? 0n : weights.reduce((total, weight) => total + weight, 0n);
    const state = unread ? "unread" : sum === whole ? "whole" : sum < whole ? "short" : "over";
    const text = form.dataset[state].replace("{sum}", shown(sum)).replace("{rest}", unread ? "" : shown(whole - sum));
    output.classList.remove("whole", "short", "over", "unread");
    output.classList.add(state);
    if (output.textContent !== text) output.textContent = text;
  }

  function showAll() {
    show(form.querySelector("[data-total]"), "");
    form.querySelectorAll("[data-subtotal]").forEach((output) => show(output, output.dataset.subtotal));
  }

  /** Divide what is left over the empty weights; the first get what remains. What was typed stays. */
  function spread(key) {
    const inputs = nodesUnder(key).map(inputOf);
    const weights = inputs.map((input) => read(input.value));
    const whole = wholeOf(key);
    if (whole === null || weights.includes(null)) return;
    const left = whole - weights.reduce((total, weight) => total + weight, 0n);
    const places = inputs.map((_, place) => place).filter((place) => weights[place] === 0n);
    if (left <= 0n) return;
    if (!places.length) {
      const output = key ? form.querySelector(`[data-subtotal="${key}"]`) : form.querySelector("[data-total]");
      output.textContent = form.dataset.full.replace("{sum}", shown(whole - left)).replace("{rest}", shown(left));
      return;
    }
    const each = left / BigInt(places.length);
    const extra = left % BigInt(places.length);
    places.forEach((place, rank) => {
      inputs[place].value = shown(weights[place] + each + (BigInt(rank) < extra ? 1n : 0n));
    });
    showAll();
  }

  /** Another kind or method has other fields: fetch the draft from the server and put its part in place. */
  async function refresh(key) {
    const body = new FormData(form);
    body.set("act", `refresh:${key}`);
    const response = await fetch(form.action || location.href, { method: "POST", body });
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const part = page.getElementById(`${key}-scoring`);
    if (part) document.getElementById(`${key}-scoring`).replaceWith(document.adoptNode(part));
  }

  form.addEventListener("input", (event) => {
    if (event.target.name.endsWith("-weight")) showAll();
  });
  form.addEventListener("change", (event) => {
    const match = /^([cn][0-9]+)-(kind|method)$/.exec(event.target.name);
    if (!match) return;
    const id = event.target.id;
    refresh(match[1]).then(() => document.getElementById(id)?.focus());
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-spread]");
    if (!button) return;
    event.preventDefault();
    spread(button.dataset.spread);
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      form.requestSubmit(form.querySelector('.tree-bar [value="save"]'));
    }
  });
  /** A link to a criterion shows all of it: what it points at may stand under the fold. */
  function openAsked() {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    const more = asked && asked.querySelector(".node-more");
    if (more) more.open = true;
  }
  window.addEventListener("hashchange", openAsked);
  openAsked();
  showAll();
}
