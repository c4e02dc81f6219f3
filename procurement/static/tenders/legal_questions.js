"use strict";
/* A row more or less without leaving the page: the server lays out the questions with what was typed, and the
   part that changed is put in place. Without this script the page itself comes back with the row. */
{
  const form = document.getElementById("questions");

  async function change(button) {
    const body = new FormData(form, button);
    const table = button.value.startsWith("add:") ? button.closest("fieldset") : button.closest("[data-row]").parentElement.closest("fieldset");
    const response = await fetch(location.pathname, { method: "POST", body });
    if (!response.ok) throw new Error(response.statusText);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = document.adoptNode(page.getElementById(table.id));
    table.replaceWith(fresh);
    const rows = fresh.querySelectorAll(":scope > [data-row]");
    const target = button.value.startsWith("add:") && rows.length ? rows[rows.length - 1] : fresh;
    (target.querySelector("input:not([type=hidden]), select, textarea, button") || target).focus();
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="act"]');
    if (!button || !/^(add|remove):/.test(button.value)) return;
    event.preventDefault();
    change(button).catch(() => {
      const act = document.createElement("input");
      act.type = "hidden";
      act.name = "act";
      act.value = button.value;
      form.append(act);
      form.submit();
    });
  });
}
