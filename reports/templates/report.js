"use strict";
(() => {
  // Filter, search and sort the findings. The page is whole without this.
  const form = document.getElementById("filters");
  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  if (!form) return;

  const STEP = 200;
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const output = document.getElementById("shown");
  const more = document.getElementById("more");
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  const fill = (text, parts) => text.replace(/\{(\w+)\}/g, (_, name) => number.format(parts[name]));

  const items = Array.from(body.rows, (row, place) => {
    const [rule, record, fault, value] = row.cells;
    return {
      row, place,
      rule: row.dataset.r,
      source: row.dataset.s,
      severity: rule.firstElementChild.classList[1],
      variable: fault.firstElementChild.textContent,
      record, value, words: null,
    };
  });
  let sorted = items;
  let limit = STEP;

  const matches = (item, wanted, words) => {
    for (const name of ["rule", "severity", "source", "variable"])
      if (wanted[name] && item[name] !== wanted[name]) return false;
    if (!words.length) return true;
    item.words ??= fold(item.row.textContent);
    return words.every((word) => item.words.includes(word));
  };

  const show = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = fold(wanted.words).split(/\s+/).filter(Boolean);
    let matching = 0;
    for (const item of sorted) {
      const fits = matches(item, wanted, words);
      if (fits) matching += 1;
      item.row.hidden = !fits || matching > limit;
    }
    const shown = Math.min(matching, limit);
    const parts = { shown, matching, listed: items.length, total: Number(output.dataset.total) };
    const text = fill(output.dataset.shown, parts);
    const filtered = matching < items.length;
    const plain = !filtered || (shown === matching && parts.listed === parts.total);
    output.textContent = plain ? text : `${text} · ${fill(output.dataset.matching, parts)}`;
    more.hidden = matching <= limit;
  };
  const refilter = () => { limit = STEP; show(); };

  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(refilter, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("reset", () => setTimeout(refilter));
  form.addEventListener("submit", (event) => event.preventDefault());
  more.firstElementChild.addEventListener("click", () => { limit += STEP; show(); });
  more.lastElementChild.addEventListener("click", () => { limit = Infinity; show(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    form.elements.words.focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-rule]");
    if (!link) return;
    form.reset();
    form.elements.rule.value = link.dataset.rule;
    refilter();
  });

  const keys = {
    rule: (item) => item.place,
    place: (item) => item.record.lastElementChild.textContent,
    variable: (item) => item.variable,
    value: (item) => item.value.textContent,
  };
  const sort = (head, name) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = name === "rule" ? (a, b) => a - b : collator.compare;
    sorted = items
      .map((item) => [keys[name](item), item])
      .sort(([a, x], [b, y]) => (down ? -1 : 1) * order(a, b) || x.place - y.place)
      .map(([, item]) => item);
    body.append(...sorted.map((item) => item.row));
    show();
  };
  for (const head of table.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = table.dataset.sortBy.replace("{column}", head.textContent);
    button.addEventListener("click", () => sort(head, head.dataset.sort));
    head.replaceChildren(button);
  }
  form.hidden = false;
  show();
})();
