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
