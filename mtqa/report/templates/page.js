"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const list = one("#list");
  const items = list ? all(":scope > li", list) : [];
  if (!items.length) return;

  const number = (item) => item.id.slice(1);
  const numbers = (mark) => mark.dataset.f.split(" ");
  const itemOf = new Map(items.map((item) => [number(item), item]));
  const marks = all(".m");
  const marksOf = new Map();
  for (const mark of marks) {
    for (const n of numbers(mark)) marksOf.set(n, [...(marksOf.get(n) || []), mark]);
  }
  const segments = all(".seg").map((node) => ({ node, id: node.id, items: [], text: null }));
  const segmentOf = new Map(segments.map((segment) => [segment.id, segment]));
  for (const item of items) segmentOf.get(item.dataset.segment)?.items.push(item);

  let shown = items;
  let current = null;

  // Filters: they choose findings; the text follows.

  const search = one("#search");
  const only = one("#only");
  const doubtful = one("#doubtful");
  const form = one(".filters");
  const chips = all("[data-severity]", form);
  const selects = all("[data-filter]", form);
  const texts = new Map();

  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };

  const said = (segment) => {
    segment.text ??= all(".text", segment.node).map((node) => node.textContent).join("\n").toLowerCase();
    return segment.text;
  };

  const chosen = () => {
    const choice = Object.fromEntries(selects.map((select) => [select.dataset.filter, select.value]));
    const severities = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.severity));
    return { ...choice, severities, query: search.value.trim().toLowerCase() };
  };

  const documentOf = (id) => "d" + id.slice(1, id.indexOf("-"));

  const fits = (item, filter) =>
    filter.severities.has(item.dataset.severity) &&
    (!filter.category || item.dataset.category === filter.category) &&
    (!filter.check || item.dataset.check === filter.check) &&
    (!filter.document || documentOf(item.dataset.segment) === filter.document);

  const apply = () => {
    const filter = chosen();
    let visible = 0;
    for (const segment of segments) {
      const here = !filter.query || said(segment).includes(filter.query);
      let any = false;
      for (const item of segment.items) {
        const ok = fits(item, filter) && (here || textOf(item).includes(filter.query));
        item.hidden = !ok;
        any ||= ok;
      }
      const inside = !filter.document || documentOf(segment.id) === filter.document;
      const open = !doubtful?.checked || segment.node.matches(".doubt, .moved");
      const show = inside && open && (any || (here && !only.checked));
      segment.node.hidden = !show;
      visible += show;
    }
    shown = items.filter((item) => !item.hidden);
    for (const mark of marks) mark.classList.toggle("off", numbers(mark).every((n) => itemOf.get(n).hidden));
    for (const part of all("section.document")) part.hidden = !one(".seg:not([hidden])", part);
    one("#no-segment").hidden = visible > 0;
    one("#no-finding").hidden = shown.length > 0;
    if (current && current.hidden) choose(null);
    tell(visible);
  };

  const tell = (visible) => {
    const whole = shown.length === items.length && visible === segments.length;
    const of = (part, total) => (part === total ? `${total}` : `${part} of ${total}`);
    one("#count").textContent = whole ? `${items.length}` : `${of(shown.length, items.length)}, in ${of(visible, segments.length)} segments`;
  };

  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  for (const control of [...selects, only, doubtful].filter(Boolean)) control.addEventListener("change", apply);
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const chip of chips) chip.setAttribute("aria-pressed", "true");
    setTimeout(apply);
  });

  // The reason, beside the words.

  const box = one("#why");
  let timer = 0;

  const copy = (item) => {
    const block = document.createElement("div");
    block.className = `block s-${item.dataset.severity}`;
    for (const part of all(".sev, .why, .fix", item)) {
      const twin = part.cloneNode(true);
      twin.removeAttribute("id");
      block.append(twin);
    }
    const link = document.createElement("a");
    link.href = `#${item.id}`;
    link.textContent = "Show in the list";
    block.append(link);
    return block;
  };

  const explain = (mark) => {
    clearTimeout(timer);
    const found = numbers(mark).map((n) => itemOf.get(n)).filter((item) => !item.hidden);
    if (!found.length) return hush();
    box.replaceChildren(...found.map(copy));
    box.hidden = false;
    const at = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const room = Math.min(one("#segments").getBoundingClientRect().right + 12, document.documentElement.clientWidth);
    const below = at.bottom + box.offsetHeight + 12 < window.innerHeight || at.top < box.offsetHeight + 12;
    box.style.left = `${Math.max(12, Math.min(at.left, room - box.offsetWidth - 12)) + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + window.scrollY}px`;
  };

  const hush = () => {
    clearTimeout(timer);
    box.hidden = true;
  };

  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const markAt = (target) => target instanceof Element && target.closest(".m:not(.off)");
  const held = () => document.activeElement && document.activeElement.classList.contains("m");

  document.addEventListener("mouseover", (event) => {
    const mark = markAt(event.target);
    if (mark) soon(() => explain(mark), 90);
    else if (event.target instanceof Element && event.target.closest("#why")) clearTimeout(timer);
    else if (!box.hidden && !held()) soon(hush, 260);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (mark) {
      choose(itemOf.get(numbers(mark)[0]));
      explain(mark);
    } else if (!box.contains(event.target)) hush();
  });

  // One finding is the current one, in the list and in the text.

  const choose = (item) => {
    if (current) {
      current.classList.remove("current");
      for (const mark of marksOf.get(number(current)) || []) mark.classList.remove("current");
    }
    current = item;
    if (!item) return;
    item.classList.add("current");
    for (const mark of marksOf.get(number(item)) || []) mark.classList.add("current");
    reveal(item);
    requestAnimationFrame(() => reveal(item)); // heights are estimates until an item has been on screen
  };

  const reveal = (item) => {
    const top = item.offsetTop;
    const end = top + item.offsetHeight;
    if (top < list.scrollTop) list.scrollTop = top - 8;
    else if (end > list.scrollTop + list.clientHeight) list.scrollTop = end - list.clientHeight + 8;
  };

  const visit = (item) => {
    if (!item) return;
    const place = document.getElementById(one(".jump", item).hash.slice(1));
    place.scrollIntoView({ block: "center" });
    if (place.classList.contains("m")) place.focus({ preventScroll: true });
    choose(item);
    history.replaceState(null, "", `#${item.id}`);
  };

  const look = (item) => {
    hush();
    choose(item);
    one(".jump", item).focus();
  };

  const step = (by) => {
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    visit(shown[next]);
  };

  one("#next").addEventListener("click", () => step(1));
  one("#previous").addEventListener("click", () => step(-1));

  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item || String(getSelection())) return;
    event.preventDefault();
    visit(item);
  });
  document.addEventListener("click", (event) => {
    const mark = markAt(event.target);
    if (mark) {
      event.preventDefault();
      const item = itemOf.get(numbers(mark).find((n) => !itemOf.get(n).hidden));
      if (event.detail === 0) return look(item); // Enter, not a mouse
      choose(item);
      explain(mark);
    } else if (event.target instanceof Element && event.target.closest("#why a")) {
      event.preventDefault();
      look(itemOf.get(event.target.closest("a").hash.slice(2)));
    } else if (event.target instanceof Element && !event.target.closest("#why, #list")) hush();
  });

  // Keys.

  const escape = () => {
    if (!box.hidden) hush();
    else if (document.activeElement === search) {
      search.value = "";
      search.blur();
      apply();
    } else if (current) choose(null);
  };

  const inList = (node) => list.contains(node) || node.classList.contains("m");
  const moves = { j: 1, k: -1 };
  const arrows = { ArrowDown: 1, ArrowUp: -1 };

  const walk = (by) => {
    if (!list.contains(document.activeElement)) return step(by);
    const at = shown.indexOf(document.activeElement.closest("li"));
    const next = shown[at + by];
    if (next) look(next);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return escape();
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing) return;
    if (event.key in arrows && inList(event.target)) {
      event.preventDefault();
      walk(arrows[event.key]);
    } else if (one("#keys").checked && event.key in moves) {
      step(moves[event.key]);
    } else if (one("#keys").checked && event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });

  // A link to a finding opens at its words.

  const arrive = () => {
    const match = /^#[fm](\d+)$/.exec(location.hash);
    if (match && itemOf.has(match[1])) visit(itemOf.get(match[1]));
  };
  window.addEventListener("hashchange", arrive);

  for (const node of [form, one(".steps"), one(".keys")]) node.hidden = false;
  apply();
  if (document.readyState === "complete") arrive();
  else window.addEventListener("load", () => setTimeout(arrive));
})();
