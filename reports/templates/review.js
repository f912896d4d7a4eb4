// Take decisions on pairs by button or key, keep them in the page, write them to a file and read
// them back.
(() => {
  const desk = document.getElementById("desk");
  if (!desk) return;
  const { key, head, verdicts, questions } = data.desk;
  const section = document.getElementById("duplicates");
  const pairs = Array.from(section.querySelectorAll("[data-question]"));
  const aparts = Array.from(section.querySelectorAll("[data-apart]"));
  const output = document.getElementById("decided");
  const progress = document.getElementById("progress");
  const file = document.getElementById("loaded");
  const by = desk.querySelector("[name=by]");

  // said: by number of the question, {verdict, date, note}, and by whom where a file says so;
  // others: decisions from a file that are about other pairs, which go back into the file.
  const kept = store.get(key);
  const state = kept?.said && Array.isArray(kept.others) ? kept : { by: "", said: {}, others: [] };
  let written = true;

  const keep = () => {
    written = false;
    document.getElementById("unkept").hidden = store.set(key, state);
  };

  const today = () => {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  const verdictOf = (number) => state.said[number]?.verdict ?? "";
  const open = () => pairs.filter((pair) => !verdictOf(pair.dataset.question));

  const tell = (more = "") => {
    const n = pairs.length - open().length;
    const contradicted = aparts.filter((record) => verdictOf(record.dataset.apart)).length;
    const parts = pairs.length ? [say("review.decided", { n, total: pairs.length })] : [];
    if (contradicted) parts.push(say("review.contradicted", { n: contradicted }));
    if (pairs.length && n === pairs.length) parts.push(say("review.finished", {}));
    output.textContent = [...parts, more].filter(Boolean).join(" · ");
    progress.max = pairs.length || 1;
    progress.value = n;
    progress.hidden = !pairs.length;
    desk.querySelector("[data-do=go]").disabled = n === pairs.length;
    desk.querySelector("[data-do=save]").disabled = !lines().length;
  };

  const show = (pair) => {
    const { verdict = "", note = "" } = state.said[pair.dataset.question] ?? {};
    pair.dataset.verdict = verdict;
    for (const button of pair.querySelectorAll("[data-verdict][aria-pressed]"))
      button.setAttribute("aria-pressed", button.dataset.verdict === verdict);
    pair.querySelector("[data-do=undo]").hidden = !verdict;
    pair.querySelector("[data-do=skip]").hidden = Boolean(verdict);
    pair.querySelector("[name=note]").value = note;
  };

  const showApart = (record) => {
    const pressed = Boolean(verdictOf(record.dataset.apart));
    record.lastElementChild.setAttribute("aria-pressed", pressed);
  };

  const showAll = () => {
    pairs.forEach(show);
    aparts.forEach(showApart);
    by.value = state.by;
    tell();
  };

  const go = (pair) => {
    if (!pair) return;
    const bars = [document.querySelector(".contents"), desk].filter(
      (bar) => getComputedStyle(bar).position === "sticky",
    );
    const covered = bars.reduce((sum, bar) => sum + bar.offsetHeight, 0);
    pair.style.scrollMarginTop = `calc(${covered}px - ${getComputedStyle(root).scrollPaddingTop})`;
    pair.focus({ preventScroll: true });
    pair.scrollIntoView({ block: "start" });
  };
  const step = (pair, by) => go(pairs[pairs.indexOf(pair) + by]);
  // The next pair that is open, from here to the end and on from the beginning.
  const goOn = (pair) => {
    const waiting = open();
    const place = pairs.indexOf(pair);
    const next = waiting.find((one) => pairs.indexOf(one) > place) ?? waiting[0];
    if (next) go(next);
    else desk.querySelector("[data-do=save]").focus();
  };

  const decide = (number, verdict) => {
    const { note = "" } = state.said[number] ?? {};
    state.said[number] = { verdict, date: verdict && today(), note };
    keep();
  };
  const judge = (pair, verdict) => {
    const again = verdictOf(pair.dataset.question) === verdict;
    decide(pair.dataset.question, again ? "" : verdict);
    show(pair);
    tell();
    if (!again) goOn(pair);
  };
  const undo = (pair) => {
    decide(pair.dataset.question, "");
    show(pair);
    tell();
    go(pair);
  };

  // The file, in the form that `--decisions` reads.
  const lines = () => {
    const found = [];
    questions.forEach(([a, b, fingerprint_a, fingerprint_b], number) => {
      const { verdict, by = state.by, date, note } = state.said[number] ?? {};
      if (verdict) found.push({ a, b, fingerprint_a, fingerprint_b, verdict, by, date, note });
    });
    return [...found, ...state.others].map((line) => `${JSON.stringify(line)}\n`);
  };
  const save = () => {
    const blob = new Blob([head, ...lines()], { type: "application/jsonl" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "decisions.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    written = true;
  };

  const TEXTS = ["a", "b", "fingerprint_a", "fingerprint_b", "verdict"];
  const isDecision = (line) =>
    line && TEXTS.every((name) => typeof line[name] === "string" && line[name]) &&
    verdicts.includes(line.verdict) &&
    ["by", "date", "note"].every((name) => typeof (line[name] ?? "") === "string");
  const nameOf = (a, b, of_a, of_b) => JSON.stringify([[a, of_a], [b, of_b]].sort());
  // Decisions of a file take the place of those in the page. Throws the number of a line that is
  // no decision.
  const load = (text) => {
    const parsed = text.split("\n").map((line, place) => {
      if (!line.trim() && place) return null;
      try {
        const value = JSON.parse(line);
        const { bibvalidator, version } = JSON.parse(head);
        if (place ? isDecision(value) : value.bibvalidator === bibvalidator && value.version === version)
          return value;
      } catch { /* told below */ }
      throw place + 1;
    });
    const numbers = new Map(questions.map((question, number) => [nameOf(...question), number]));
    const asked = new Set(pairs.map((pair) => Number(pair.dataset.question)));
    const others = new Set(state.others.map((line) => JSON.stringify(line)));
    const found = parsed.slice(1).filter(Boolean);
    for (const line of found) {
      const { a, b, fingerprint_a, fingerprint_b, verdict, by = "", date = "", note = "" } = line;
      const number = numbers.get(nameOf(a, b, fingerprint_a, fingerprint_b));
      if (number !== undefined && (asked.has(number) || verdict === "different")) {
        state.said[number] = { verdict, by, date, note };
      } else others.add(JSON.stringify(line));
    }
    state.others = Array.from(others, (line) => JSON.parse(line));
    keep();
    showAll();
    tell(say("review.loaded", { n: found.length }));
  };

  const judging = document.getElementById("judge").content;
  for (const pair of pairs) {
    pair.append(judging.cloneNode(true));
    pair.addEventListener("click", (event) => {
      const { verdict, do: what } = event.target.closest("button")?.dataset ?? {};
      if (verdict) judge(pair, verdict);
      if (what === "undo") undo(pair);
      if (what === "skip") step(pair, 1);
    });
    pair.querySelector("[name=note]").addEventListener("input", (event) => {
      const number = pair.dataset.question;
      state.said[number] = { verdict: "", date: "", ...state.said[number], note: event.target.value };
      keep();
    });
  }
  const parting = document.getElementById("apart").content;
  for (const record of aparts) {
    record.append(parting.cloneNode(true));
    record.lastElementChild.addEventListener("click", () => {
      const number = record.dataset.apart;
      decide(number, verdictOf(number) ? "" : "different");
      showApart(record);
      tell();
    });
  }

  by.addEventListener("input", () => {
    state.by = by.value;
    keep();
  });
  desk.addEventListener("click", (event) => {
    const what = event.target.closest("button")?.dataset.do;
    if (what === "go") goOn(null);
    if (what === "save") save();
    if (what === "load") file.click();
  });
  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    try {
      load(await file.files[0].text());
    } catch (line) {
      tell(say("review.not-loaded", { n: Number(line) || 1 }));
    }
    file.value = "";
  });

  // Verdicts count only where a pair has the focus, so that none is given unawares.
  const does = {
    j: (pair) => (pair ? step(pair, 1) : goOn(null)),
    k: (pair) => step(pair, -1),
    u: undo,
    n: (pair) => pair.querySelector("[name=note]").focus(),
  };
  for (const verdict of verdicts) does[verdict[0]] = (pair) => judge(pair, verdict);
  section.addEventListener("keydown", (event) => {
    const pair = event.target.closest("[data-question]");
    if (event.target.matches("input, select, textarea")) {
      if (pair && (event.key === "Escape" || event.key === "Enter")) go(pair);
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
    const act = does[event.key.toLowerCase()];
    if (!act || !(pair || act === does.j)) return;
    event.preventDefault();
    act(pair);
  });

  addEventListener("beforeunload", (event) => {
    if (!written && !document.getElementById("unkept").hidden) event.preventDefault();
  });
  language.changed(() => tell());
  document.getElementById("by-hand")?.remove();
  desk.hidden = false;
  showAll();
})();

language.start();
