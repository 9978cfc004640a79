/* Lines over runs. A series is {name, colour, values}; a value is null where the series has no such run. */
const HEIGHT = 190;
const EDGE = { left: 44, right: 10, top: 12, bottom: 24 };
const DOTS = 80;

const ticks = (low, high) => {
  const raw = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= raw);
  const found = [];
  for (let value = Math.floor(low / step) * step; value <= high + step * 0.999; value += step) found.push(Number(value.toFixed(6)));
  return found;
};

const described = (title, labels, series, say) =>
  `${title}. ${series.map(({ name, values }) => {
    const known = values.map((value, at) => [value, at]).filter(([value]) => value !== null);
    if (!known.length) return `${name}: nothing`;
    const [[first, from], [last, to]] = [known[0], known[known.length - 1]];
    return known.length === 1 ? `${name}: ${say(first)} in ${labels[from]}` : `${name}: ${say(first)} in ${labels[from]}, ${say(last)} in ${labels[to]}`;
  }).join("; ")}.`;

const graph = (title, note, most, say) => {
  const caption = el("figcaption", {}, `${title} `, el("small", {}, note));
  const box = svg("svg", { width: "100%", height: HEIGHT, role: "img", tabindex: "0" });
  const readout = el("p", { class: "readout", "aria-live": "polite" });
  const values = el("details", { class: "values" }, el("summary", {}, "As a table"));
  const figure = el("figure", { class: "graph" }, caption, box, readout, values);
  let state = null;
  let here = -1;

  const scales = () => {
    const known = state.series.flatMap((series) => series.values).filter((value) => value !== null);
    const low = known.length ? Math.min(...known.map(Number)) : 0;
    const high = known.length ? Math.max(...known.map(Number)) : 1;
    const room = Math.max((high - low) * 0.12, 0.5);
    const marks = ticks(Math.max(0, low - room), Math.min(high + room, most)).filter((mark) => mark <= most);
    const wide = Math.max(120, box.clientWidth || 400);
    const count = state.labels.length;
    const x = (at) => (count < 2 ? (EDGE.left + wide - EDGE.right) / 2 : EDGE.left + (at * (wide - EDGE.left - EDGE.right)) / (count - 1));
    const [bottom, top] = [marks[0], marks[marks.length - 1]];
    const y = (value) => HEIGHT - EDGE.bottom - ((value - bottom) / (top - bottom)) * (HEIGHT - EDGE.top - EDGE.bottom);
    return { marks, wide, x, y };
  };

  const draw = () => {
    if (!state) return;
    const { marks, wide, x, y } = scales();
    const parts = marks.flatMap((mark) => [
      svg("line", { class: "grid", x1: EDGE.left, x2: wide - EDGE.right, y1: y(mark), y2: y(mark) }),
      svg("text", { x: EDGE.left - 8, y: y(mark) + 4, "text-anchor": "end" }, number(mark, marks[1] - marks[0] < 1 ? 1 : 0)),
    ]);
    const last = state.labels.length - 1;
    if (last >= 0) parts.push(svg("text", { x: last ? EDGE.left : x(0), y: HEIGHT - 4, "text-anchor": last ? "start" : "middle" }, state.labels[0]));
    if (last > 0) parts.push(svg("text", { x: wide - EDGE.right, y: HEIGHT - 4, "text-anchor": "end" }, state.labels[last]));
    if (here >= 0) parts.push(svg("line", { class: "here", x1: x(here), x2: x(here), y1: EDGE.top, y2: HEIGHT - EDGE.bottom }));
    for (const { colour, values: points } of state.series) {
      const there = points.map((value, at) => [at, value]).filter(([, value]) => value !== null);
      const path = there.map(([at, value], order) => `${order ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
      if (there.length > 1) parts.push(svg("path", { class: `path k${colour}`, d: path }));
      const dots = there.length <= DOTS ? there : there.filter(([at]) => at === here);
      parts.push(...dots.map(([at, value]) => svg("circle", { class: `k${colour}`, cx: x(at).toFixed(1), cy: y(value).toFixed(1), r: at === here ? 5 : 3 })));
    }
    box.replaceChildren(...parts);
  };

  const go = (at) => {
    here = Math.max(-1, Math.min(state.labels.length - 1, at));
    const said = here < 0 ? [] : state.series.filter(({ values: points }) => points[here] !== null).map(({ name, values: points }) => `${name} ${say(points[here])}`);
    readout.replaceChildren(...(here < 0 ? [] : [el("b", {}, state.labels[here]), ` ${said.join(" · ") || "no value"}`]));
    draw();
  };

  box.addEventListener("pointermove", (event) => {
    if (!state || !state.labels.length) return;
    const { x } = scales();
    const at = event.clientX - box.getBoundingClientRect().left;
    const step = state.labels.length > 1 ? x(1) - x(0) : 1;
    go(Math.max(0, Math.round((at - x(0)) / step)));
  });
  box.addEventListener("pointerleave", () => document.activeElement !== box && go(-1));
  box.addEventListener("blur", () => go(-1));
  box.addEventListener("focus", () => here < 0 && go(state.labels.length - 1));
  box.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: state.labels.length - 1 };
    if (!(event.key in moves) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(Math.max(0, moves[event.key]));
  });
  values.addEventListener("toggle", () => {
    if (!values.open) return;
    const heads = ["Run", ...state.series.map(({ name }) => name)];
    const rows = state.labels.map((label, at) => el("tr", {}, el("th", { scope: "row" }, label), ...state.series.map(({ values: points }) => el("td", { class: "n" }, say(points[at])))));
    const table = el("table", {}, el("thead", {}, el("tr", {}, ...heads.map((head, at) => el("th", { scope: "col", class: at ? "n" : "" }, head)))), el("tbody", {}, ...rows.reverse()));
    values.replaceChildren(values.firstElementChild, el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `${title} as a table` }, table));
  });
  new ResizeObserver(draw).observe(figure);

  return {
    figure,
    show: (labels, series) => {
      state = { labels, series };
      values.open = false;
      box.setAttribute("aria-label", described(title, labels, series, say));
      go(-1);
    },
  };
};
