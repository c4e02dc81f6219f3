"use strict";
/* Names for the boxes that the autocomplete builds, and two keys: Ctrl+S saves, / goes to the search. */
{
  function labelOf(select) {
    const label = select.id && document.querySelector(`label[for="${select.id}"]`);
    return select.getAttribute("aria-label") || (label ? label.textContent.trim().replace(/:$/, "") : "");
  }

  function nameBoxes() {
    document.querySelectorAll("select.admin-autocomplete").forEach((select) => {
      const box = select.nextElementSibling?.querySelector(".select2-selection__rendered");
      if (box) box.setAttribute("aria-label", labelOf(select));
    });
  }

  /* After the autocomplete's own start, which waits for the same signal. */
  window.django?.jQuery?.(() => {
    nameBoxes();
    document.addEventListener("formset:added", nameBoxes);
    window.django.jQuery(document).on("select2:open", (event) => {
      document.querySelector(".select2-search__field")?.setAttribute("aria-label", labelOf(event.target));
    });
  });

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      const save = document.querySelector('.submit-row [name="_save"]');
      if (save) {
        event.preventDefault();
        save.click();
      }
    } else if (event.key === "/" && !typing) {
      const search = document.getElementById("searchbar");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
}
