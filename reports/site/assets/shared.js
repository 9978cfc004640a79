"use strict";
const one = (selector, root = document) => root.querySelector(selector);
const SVG = "http://www.w3.org/2000/svg";

/* An element with attributes and children; texts are never read as HTML. */
const build = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
};
const el = (tag, attributes = {}, ...children) => build(document.createElement(tag), attributes, children);
const svg = (tag, attributes = {}, ...children) => build(document.createElementNS(SVG, tag), attributes, children);

const number = (value, decimals = 0) =>
  value === null || value === undefined
    ? "–"
    : value.toFixed(decimals).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
/* A score, rounded down as everywhere: a limit is shown only where it was reached. */
const score = (value) => number(value === null || value === undefined ? value : Math.floor(value * 10 + 1e-9) / 10, 1);
const plural = (count, noun) => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
const spoken = (name) => name.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
const tones = document.body.dataset.tones.split(" ");
const data = JSON.parse(one("#data").textContent);

const waiting = (action, delay = 120) => {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
};

/* What the controls say stands in the address too, so that a view can be sent to someone. */
const remember = (controls) => {
  const said = new URLSearchParams();
  for (const [name, control] of Object.entries(controls)) if (control.value !== control.dataset.first) said.set(name, control.value);
  history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search);
};
const recall = (controls) => {
  for (const control of Object.values(controls)) control.dataset.first = control.value;
  const said = new URLSearchParams(location.hash.slice(1));
  for (const [name, control] of Object.entries(controls)) {
    const value = said.get(name);
    if (value !== null && (control.tagName !== "SELECT" || [...control.options].some((option) => option.value === value))) control.value = value;
  }
};

const listen = (form, controls, apply) => {
  const later = waiting(apply);
  for (const control of Object.values(controls)) {
    if (control.tagName === "SELECT") control.addEventListener("change", apply);
    else control.addEventListener("input", later);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target === controls.q) {
      controls.q.value = "";
      controls.q.blur();
      apply();
    } else if (event.key === "/" && !event.target.matches("input, select, textarea")) {
      event.preventDefault();
      controls.q.focus();
    }
  });
  form.hidden = false;
};

/* A select's value to begin with, which a reset brings back. */
const begin = (select, value) => {
  for (const option of select.options) option.defaultSelected = option.value === value;
  select.value = value;
};

const options = (select, values, names = values) => {
  select.append(...values.map((value, at) => el("option", { value }, names[at] || "(none)")));
  select.closest("label").hidden = values.length < 2;
};
/* A table that shows a page of its rows at a time, however many there are; its heads sort. */
const sortable = (place, columns, size, first) => {
  let rows = [];
  let page = 0;
  let order = { ...first };
  const heads = columns.map((column) => {
    const head = el("th", { scope: "col", class: column.number ? "n" : "" }, column.value ? el("button", { type: "button" }, column.label) : column.label);
    if (column.value) one("button", head).addEventListener("click", () => sort(column));
    return head;
  });
  const body = el("tbody");
  const status = el("span", { role: "status", "aria-live": "polite" });
  const back = el("button", { type: "button" }, "Previous");
  const on = el("button", { type: "button" }, "Next");
  const pager = el("nav", { class: "pager", "aria-label": "Pages" }, back, on, status);
  const empty = el("p", { class: "none", hidden: true }, "Nothing fits the filters.");
  const scroll = el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table" }, el("table", {}, el("thead", {}, el("tr", {}, ...heads)), body));
  place.replaceChildren(scroll, empty, pager);

  const sort = (column) => {
    order = { key: column.key, down: order.key === column.key ? !order.down : Boolean(column.number) };
    page = 0;
    arrange();
    draw();
  };

  const arrange = () => {
    const value = columns.find((column) => column.key === order.key).value;
    const sign = order.down ? -1 : 1;
    const keyed = rows.map((row, at) => [value(row), at, row]);
    keyed.sort(([a, i], [b, j]) => {
      if (a === b) return i - j;
      if (a === null || a === undefined) return 1;
      if (b === null || b === undefined) return -1;
      return sign * (typeof a === "string" ? a.localeCompare(b, undefined, { numeric: true }) : a - b);
    });
    rows = keyed.map(([, , row]) => row);
  };

  const draw = (all = false) => {
    const pages = Math.max(1, Math.ceil(rows.length / size));
    page = Math.min(page, pages - 1);
    const shown = all ? rows : rows.slice(page * size, (page + 1) * size);
    body.replaceChildren(...shown.map((row) => el("tr", {}, ...columns.map((column, at) => {
      const cell = column.show(row);
      return at ? el("td", { class: column.number ? "n" : "" }, cell) : el("th", { scope: "row" }, cell);
    }))));
    heads.forEach((head, at) => {
      if (columns[at].key === order.key) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    status.textContent = rows.length ? `${number(page * size + 1)}–${number(page * size + shown.length)} of ${number(rows.length)}` : "";
    back.disabled = page === 0;
    on.disabled = page >= pages - 1;
    pager.hidden = pages < 2;
    scroll.hidden = !rows.length;
    empty.hidden = rows.length > 0;
  };

  back.addEventListener("click", () => {
    page -= 1;
    draw();
  });
  on.addEventListener("click", () => {
    page += 1;
    draw();
  });
  window.addEventListener("beforeprint", () => draw(true));
  window.addEventListener("afterprint", () => draw());
  return (found) => {
    rows = [...found];
    page = 0;
    arrange();
    draw();
  };
};
const ERRORS = 12;

/* The checks that found most, with how often that is per 1,000 words. */
const showErrors = (found, words) => {
  const ranked = found.filter(([, , count]) => count).sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1));
  const list = one("#error-list");
  list.closest("section").hidden = !ranked.length || !words;
  if (!ranked.length || !words) return;
  const most = ranked[0][2];
  list.replaceChildren(...ranked.slice(0, ERRORS).map(([check, category, count]) =>
    el("li", {},
      el("p", {}, el("span", {}, spoken(check)), el("span", { class: "note" }, spoken(category.split("/").pop())), el("span", {}, `${number((1000 * count) / words, 1)}`)),
      svg("svg", { width: "100%", height: 6, "aria-hidden": "true", focusable: "false" },
        svg("rect", { class: "track", width: "100%", height: 6, rx: 2 }),
        svg("rect", { class: "f-major", width: `${(100 * count) / most}%`, height: 6, rx: 2 })))));
};
