"use strict";
(() => {
  const find = (name) => document.getElementById(name);
  const cases = [...document.querySelectorAll(".case")];
  const form = find("filters");
  const texts = new Map();

  const textOf = (one) => {
    if (!texts.has(one)) texts.set(one, one.textContent.toLowerCase());
    return texts.get(one);
  };
  const chosen = (name) => find(`filter-${name}`)?.value ?? "";

  const fits = (one) => {
    const wanted = chosen("text").trim().toLowerCase();
    const broken = chosen("broken");
    return ["suite", "engine", "state"].every((name) => !chosen(name) || one.dataset[name] === chosen(name))
      && (!broken || one.dataset.broken.split(" ").includes(broken))
      && (!wanted || textOf(one).includes(wanted));
  };

  const filter = () => {
    let shown = 0;
    for (const one of cases) {
      one.hidden = !fits(one);
      shown += !one.hidden;
    }
    find("count").textContent = shown === cases.length ? `${shown} cases` : `${shown} of ${cases.length} cases`;
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  find("only-broken-rows").addEventListener("change", (event) => {
    for (const row of document.querySelectorAll(".matrix tbody tr:not([data-broke])")) {
      row.hidden = event.target.checked;
    }
  });
  for (const controls of document.querySelectorAll(".controls")) controls.hidden = false;
  filter();
})();
