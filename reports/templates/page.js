// What the parts of the page share: its data, what it remembers, its language.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;

const store = {
  get: (key) => {
    try {
      return JSON.parse(localStorage.getItem(`bibvalidator:${key}`));
    } catch {
      return null;
    }
  },
  // Whether it is kept: a page from disk may be given no place for it.
  set: (key, value) => {
    try {
      localStorage.setItem(`bibvalidator:${key}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};

const say = (key, parts) => {
  let text = data.said[root.lang][key];
  if (typeof text === "object") text = (parts.n === 1 && text.one) || text.other;
  const number = new Intl.NumberFormat(root.lang);
  const shown = (part) => (typeof part === "number" ? number.format(part) : part);
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(parts[name]));
};

// Lines open to what an address names: a rule is folded.
const openTarget = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target && target.tagName === "DETAILS") {
    target.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", openTarget);
openTarget();

const language = (() => {
  const ATTRIBUTES = ["aria-label", "placeholder"];
  const switches = document.getElementById("languages");
  const heard = [];
  let swaps = null;

  // Every text that the other language says otherwise: [what sets it, what it says in each].
  const collect = () => {
    const found = [];
    for (const element of document.querySelectorAll("[data-t]")) {
      const both = [element.textContent, data.others[element.dataset.t]];
      found.push([(text) => { element.textContent = text; }, both]);
    }
    for (const name of ATTRIBUTES)
      for (const element of document.querySelectorAll(`[data-t-${name}]`)) {
        const both = [element.getAttribute(name), data.others[element.getAttribute(`data-t-${name}`)]];
        found.push([(text) => element.setAttribute(name, text), both]);
      }
    return found;
  };

  const speak = (lang) => {
    if (lang === root.lang) return;
    swaps ??= collect();
    const which = data.languages.indexOf(lang);
    for (const [set, both] of swaps) set(both[which]);
    for (const text of document.querySelectorAll("[data-lang]")) text.hidden = text.lang !== lang;
    for (const button of switches.children)
      button.setAttribute("aria-pressed", button.lang === lang);
    root.lang = lang;
    for (const listener of heard) listener();
  };

  return {
    changed: (listener) => heard.push(listener),
    // Called when the page is whole.
    start: () => {
      switches.addEventListener("click", (event) => {
        const { lang } = event.target.closest("button") ?? {};
        if (!lang) return;
        speak(lang);
        store.set("language", lang);
      });
      switches.hidden = false;
      const chosen = store.get("language");
      if (data.languages.includes(chosen)) speak(chosen);
    },
  };
})();
