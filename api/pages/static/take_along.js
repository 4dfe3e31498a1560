/* Copying and printing: buttons that only a script can give. Without it the fields are there to select. */
"use strict";

(() => {
  const show = (root) => {
    for (const element of root.querySelectorAll("[data-with-script]")) element.hidden = false;
  };

  const copy = async (button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // where the page is not served over HTTPS
    }
    document.getElementById("status").textContent = button.dataset.copied;
    const name = button.querySelector("span");
    const before = name.textContent;
    name.textContent = button.dataset.copied;
    window.setTimeout(() => { name.textContent = before; }, 2000);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if ("print" in button.dataset) window.print();
    else copy(button);
  });
  document.addEventListener("htmx:load", (event) => show(event.detail.elt));
  show(document);
})();
