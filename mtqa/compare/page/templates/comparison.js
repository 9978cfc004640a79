"use strict";
(() => {
  const one = (selector) => document.querySelector(selector);
  const items = [...document.querySelectorAll(".cmp")];
  if (!items.length) return;
  const form = one(".filters");
  const search = one("#search");
  const best = one("#best");
  const document_ = one("#document");
  const only = one("#only");
  const texts = new Map();

  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  const apply = () => {
    const query = search.value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const fits =
        (!best.value || item.dataset.best === best.value) &&
        (!document_ || !document_.value || item.dataset.document === document_.value) &&
        (!only.checked || item.querySelector(".whys")) &&
        (!query || textOf(item).includes(query));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    one("#no-segment").hidden = shown > 0;
    one("#count").textContent = shown === items.length ? `${shown}` : `${shown} of ${items.length}`;
  };

  const step = (by) => {
    const shown = items.filter((item) => !item.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(document.activeElement.closest(".cmp"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  for (const control of [best, document_, only]) if (control) control.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && document.activeElement === search) {
      search.value = "";
      search.blur();
      apply();
    }
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });
  form.hidden = false;
  apply();
})();
