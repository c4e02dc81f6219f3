"use strict";
/* Saves what was typed when somebody leaves a field, and puts the new contract, the origins and the progress in
   place. The page itself is the answer. Without this script the button below the form does the same. */
{
  const form = document.getElementById("fill-in");
  const status = document.getElementById("saved");
  const PARTS = ["draft-state", "draft-progress", "draft-preview"];
  let busy = false;
  let again = false;
  let last = null;

  const say = (word) => { status.textContent = word ? status.dataset[word] : ""; };

  const wrappers = (root) => root.querySelectorAll('#fill-in [id^="div_id_"]');

  function explained(wrapper, fresh) {
    const input = wrapper.querySelector("input, select, textarea");
    const other = fresh.querySelector("input, select, textarea");
    wrapper.querySelectorAll(".form-text, .invalid-feedback").forEach((each) => each.remove());
    fresh.querySelectorAll(".form-text, .invalid-feedback").forEach((each) => input.parentElement.append(document.adoptNode(each)));
    input.className = other.className;
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (other.hasAttribute(name)) input.setAttribute(name, other.getAttribute(name));
      else input.removeAttribute(name);
    }
  }

  function shown(page) {
    for (const id of PARTS) document.getElementById(id).replaceChildren(...document.adoptNode(page.getElementById(id)).childNodes);
    form.elements.revision.value = page.querySelector("#fill-in [name=revision]").value;
    for (const wrapper of wrappers(document)) {
      const fresh = page.getElementById(wrapper.id);
      if (fresh) explained(wrapper, fresh);
    }
    say(page.querySelector("#fill-in .is-invalid") ? "wrong" : "saved");
  }

  async function save() {
    if (busy) { again = true; return; }
    busy = true;
    say("saving");
    try {
      const body = new FormData(form);
      body.append("as-you-go", "1");
      const response = await fetch(location.pathname, { method: "POST", body });
      if (response.status === 409) { form.submit(); return; }
      if (!response.ok) throw new Error(response.statusText);
      shown(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch {
      say("failed");
    }
    busy = false;
    if (again) { again = false; save(); }
  }

  function nextOpen(event) {
    if (!event.target.closest("#next-open")) return;
    const fields = [...form.querySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea")];
    const open = fields.filter((field) => !field.value.trim());
    const from = fields.indexOf(last);
    const target = open.find((field) => fields.indexOf(field) > from) || open[0];
    if (!target) return;
    event.preventDefault();
    target.focus();
    target.scrollIntoView({ block: "center" });
  }

  form.addEventListener("change", save);
  form.addEventListener("focusin", (event) => { last = event.target; });
  document.addEventListener("click", nextOpen);
}
