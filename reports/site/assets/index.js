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
(() => {
  const at = Object.fromEntries(data.columns.map((name, place) => [name, place]));
  const records = data.records.map((row) => Object.fromEntries(data.columns.map((name) => [name, row[at[name]]])));
  const runs = data.runs.map(([name, date, page, failed], order) => ({ name, date, page, failed, order, text: `${name} ${date}`.toLowerCase(), records: [] }));
  for (const record of records) runs[record.run].records.push(record);
  const form = one("form.bar");
  const controls = { q: one("#search"), system: one("#system"), project: one("#project"), lines: one("#lines"), last: one("#last") };
  options(controls.system, data.systems);
  options(controls.project, data.projects);
  if (data.systems.length < 2) begin(controls.lines, data.projects.length > 1 ? "project" : "all");
  const long = [...controls.last.options].filter((option) => option.value && Number(option.value) >= runs.length);
  for (const option of long) option.remove();
  controls.last.closest("label").hidden = controls.last.options.length < 2;
  if (runs.length > 60) begin(controls.last, "52");
  controls.lines.closest("label").hidden = data.systems.length < 2 && data.projects.length < 2;

  /* Several records as one: means weighted by words, counts summed. */
  const summed = (some) => {
    const sum = (value) => some.reduce((total, record) => total + value(record), 0);
    const mean = (name) => {
      const known = some.filter((record) => record[name] !== null);
      const weight = known.reduce((total, record) => total + Math.max(1, record.scored || record.words), 0);
      return known.length ? known.reduce((total, record) => total + record[name] * Math.max(1, record.scored || record.words), 0) / weight : null;
    };
    const words = sum((record) => record.words);
    const penalty = sum((record) => record.penalty);
    const errors = sum((record) => record.counts[0] + record.counts[1] + record.counts[2]);
    return {
      documents: sum((record) => record.documents), words, quality: mean("quality"), adequacy: mean("adequacy"), fluency: mean("fluency"),
      mqm: words ? Math.max(0, 100 - (100 * penalty) / words) : null, errors: words ? (1000 * errors) / words : null,
      verdicts: data.verdicts.map((_, verdict) => sum((record) => record.verdicts[verdict])),
    };
  };

  const mix = (row) => {
    const said = row.all.verdicts.map((count, verdict) => count && `${count} ${data.verdicts[verdict] || "not judged"}`).filter(Boolean).join(", ");
    const parts = row.all.verdicts.map((count, verdict) => count ? el("span", { class: `v-${tones[verdict]}`, "data-share": count }) : null);
    const bar = el("span", { class: "mix", title: said, role: "img", "aria-label": said }, ...parts);
    for (const part of bar.children) part.style.flexGrow = part.dataset.share;
    return bar;
  };

  const rate = (value) => number(value, 1);
  const measure = (key, label, say = score) => ({ key, label, number: true, value: (row) => row.all[key], show: (row) => say(row.all[key]) });
  const named = (row, key) => [...new Set(row.some.map((record) => data[key][record[key.slice(0, -1)]]))].filter(Boolean).join(", ");
  const columns = [
    { key: "name", label: "Run", value: (row) => row.run.name, show: (row) => el("a", { href: row.run.page }, row.run.name) },
    { key: "date", label: "Date", value: (row) => row.run.order, show: (row) => row.run.date || "–" },
    ...(data.systems.some(Boolean) ? [{ key: "systems", label: "Systems", value: (row) => named(row, "systems"), show: (row) => named(row, "systems") || "–" }] : []),
    ...(data.projects.some(Boolean) ? [{ key: "projects", label: "Projects", value: (row) => named(row, "projects"), show: (row) => named(row, "projects") || "–" }] : []),
    measure("quality", "Quality"), measure("adequacy", "Adequacy"), measure("fluency", "Fluency"), measure("mqm", "MQM"), measure("errors", "Errors / 1,000", rate),
    { key: "verdicts", label: "Verdicts", value: null, show: mix },
    measure("documents", "Documents", number), measure("words", "Words", number),
  ];
  const show = sortable(one("#table"), columns, 50, { key: "date", down: true });

  const charts = [
    ["quality", "Quality", "more is better", 100], ["adequacy", "Adequacy", "more is better", 100],
    ["fluency", "Fluency", "more is better", 100], ["errors", "Errors per 1,000 words", "less is better", Infinity],
  ].map(([key, title, note, most]) => ({ key, ...graph(title, note, most, key === "errors" ? rate : score) }));
  one("#graphs").append(...charts.map(({ figure }) => figure));

  const drawLines = (rows) => {
    const key = controls.lines.value;
    const kinds = key === "all" ? [[null, "all"]] : data[`${key}s`].map((name, place) => [place, name || "(none)"]);
    const of = ([place]) => rows.map((row) => {
      const own = place === null ? row.some : row.some.filter((record) => record[key] === place);
      return own.length ? summed(own) : null;
    });
    const lines = kinds.map((kind, colour) => ({ name: kind[1], colour: colour % 8, sums: of(kind) })).filter((line) => line.sums.some(Boolean));
    one("#legend").hidden = key === "all";
    one("#legend").replaceChildren(...(key === "all" ? [] : lines.map((line) => el("span", { class: `sys k${line.colour}` }, line.name))));
    for (const chart of charts) {
      chart.show(rows.map((row) => row.run.name), lines.map(({ name, colour, sums }) => ({ name, colour, values: sums.map((own) => own && own[chart.key]) })));
    }
    one(".trends").hidden = rows.length === 0;
  };

  const apply = () => {
    const query = controls.q.value.trim().toLowerCase();
    const fits = (record) =>
      (!controls.system.value || data.systems[record.system] === controls.system.value) &&
      (!controls.project.value || data.projects[record.project] === controls.project.value);
    const rows = runs
      .filter((run) => !query || run.text.includes(query))
      .map((run) => ({ run, some: run.records.filter(fits) }))
      .filter((row) => row.some.length)
      .slice(-Number(controls.last.value) || undefined)
      .map((row) => ({ ...row, all: summed(row.some) }));
    one("#count").textContent = rows.length === runs.length ? plural(runs.length, "run") : `${number(rows.length)} of ${plural(runs.length, "run")}`;
    show(rows);
    drawLines(rows);
    const counts = new Array(data.checks.length).fill(0);
    for (const row of rows) {
      for (const record of row.some) {
        for (let pair = 0; pair < record.checks.length; pair += 2) counts[record.checks[pair]] += record.checks[pair + 1];
      }
    }
    showErrors(data.checks.map(([check, category], place) => [check, category, counts[place]]), rows.reduce((total, row) => total + row.all.words, 0));
    remember(controls);
  };

  const whole = summed(records);
  one("#facts").textContent = [plural(runs.length, "run"), plural(whole.documents, "document"), plural(whole.words, "word")].join(" · ");
  recall(controls);
  listen(form, controls, apply);
  apply();
})();
