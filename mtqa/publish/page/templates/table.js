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
