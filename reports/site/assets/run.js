(() => {
  const at = Object.fromEntries(data.columns.map((name, place) => [name, place]));
  const rows = data.documents.map((row, order) => ({ ...Object.fromEntries(data.columns.map((name) => [name, row[at[name]]])), order }));
  for (const row of rows) row.text = `${row.name} ${row.system} ${row.project}`.toLowerCase();
  const form = one("form.bar");
  const controls = { q: one("#search"), verdict: one("#verdict"), system: one("#system"), project: one("#project") };
  const there = (key) => [...new Set(rows.map((row) => row[key]))].sort();
  const verdicts = there("verdict").sort((a, b) => a - b);
  options(controls.verdict, verdicts.map(String), verdicts.map((verdict) => data.verdicts[verdict] || "not judged"));
  options(controls.system, there("system"));
  options(controls.project, there("project"));

  const measure = (key, label) => ({ key, label, number: true, value: (row) => row[key], show: (row) => score(row[key]) });
  const count = (place, label) => ({ key: label, label, number: true, value: (row) => row.counts[place], show: (row) => number(row.counts[place]) });
  const text = (key, label) => (rows.some((row) => row[key]) ? [{ key, label, value: (row) => row[key], show: (row) => row[key] || "–" }] : []);
  const columns = [
    { key: "name", label: "Document", value: (row) => row.name, show: (row) => (row.report ? el("a", { href: row.report }, row.name) : row.name) },
    { key: "verdict", label: "Verdict", value: (row) => row.verdict, show: (row) => el("span", { class: `badge t-${tones[row.verdict]}` }, data.verdicts[row.verdict] || "not judged") },
    ...text("system", "System"), ...text("project", "Project"),
    measure("quality", "Quality"), measure("adequacy", "Adequacy"), measure("fluency", "Fluency"), measure("mqm", "MQM"),
    count(0, "Critical"), count(1, "Major"), count(2, "Minor"),
    { key: "words", label: "Words", number: true, value: (row) => row.words, show: (row) => number(row.words) },
  ];
  const show = sortable(one("#table"), columns, 100, { key: "quality", down: false });

  const apply = () => {
    const query = controls.q.value.trim().toLowerCase();
    const found = rows.filter((row) =>
      (!query || row.text.includes(query)) &&
      (!controls.verdict.value || String(row.verdict) === controls.verdict.value) &&
      (!controls.system.value || row.system === controls.system.value) &&
      (!controls.project.value || row.project === controls.project.value));
    one("#count").textContent = found.length === rows.length ? plural(rows.length, "document") : `${number(found.length)} of ${plural(rows.length, "document")}`;
    show(found);
    remember(controls);
  };

  showErrors(data.checks, data.words);
  recall(controls);
  listen(form, controls, apply);
  apply();
})();
