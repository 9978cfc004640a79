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
