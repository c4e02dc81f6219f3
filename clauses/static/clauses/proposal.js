"use strict";
/* What is typed is read by the server while one types; what is wrong stands under the form with its line.
   Without this script the same is said after saving. */
{
  const form = document.getElementById("proposal");
  const place = document.getElementById("check");
  const PAUSE = 700;
  let timer = 0;
  let asked = 0;

  async function check() {
    const mine = ++asked;
    const response = await fetch(form.dataset.check, { method: "POST", body: new FormData(form) });
    if (!response.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    place.replaceChildren(...page.body.childNodes);
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => check().catch(() => {}), PAUSE);
  });
}
