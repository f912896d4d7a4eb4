// Filter, search and sort the findings. The page is whole without this.
(() => {
  const form = document.getElementById("filters");
  if (!form) return;

  const STEP = 200;
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const output = document.getElementById("shown");
  const more = document.getElementById("more");
  const fold = (text) => text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();

  const items = Array.from(body.rows, (row, place) => {
    const [rule, record, fault, value] = row.cells;
    return {
      row, place,
      rule: row.dataset.r,
      source: row.dataset.s,
      severity: rule.firstElementChild.classList[1],
      variable: fault.dataset.v,
      record, fault, value, words: null,
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
    const text = say("filter.shown", parts);
    const filtered = matching < items.length;
    const plain = !filtered || (shown === matching && parts.listed === parts.total);
    output.textContent = plain ? text : `${text} · ${say("filter.matching", parts)}`;
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
    variable: (item) => item.fault.firstElementChild.textContent,
    value: (item) => item.value.textContent,
  };
  const sort = (head, name) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const collator = new Intl.Collator(root.lang, { numeric: true });
    const order = name === "rule" ? (a, b) => a - b : collator.compare;
    sorted = items
      .map((item) => [keys[name](item), item])
      .sort(([a, x], [b, y]) => (down ? -1 : 1) * order(a, b) || x.place - y.place)
      .map(([, item]) => item);
    body.append(...sorted.map((item) => item.row));
    show();
  };
  const heads = table.querySelectorAll("th[data-sort]");
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, head.dataset.sort));
    head.append(button);
  }
  const name = () => {
    for (const head of heads)
      head.firstElementChild.title = say("findings.sort", { column: head.textContent });
  };
  language.changed(() => {
    for (const item of items) item.words = null;
    name();
    show();
  });
  form.hidden = false;
  name();
  show();
})();
