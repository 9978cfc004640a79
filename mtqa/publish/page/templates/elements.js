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
