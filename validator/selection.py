"""The rules in force: chosen by code, prefix, name, DEFAULT or ALL."""

from __future__ import annotations

from collections.abc import Iterable

from validator.config import Settings
from validator.errors import UsageError
from validator.finding import Severity
from validator.packs import load_rules
from validator.registry import RULES, Rule


def selected(settings: Settings) -> list[Rule]:
    """The rules in force, by code. Raises UsageError for a selector that names nothing."""
    chosen = []
    for rule in sorted(RULES.values(), key=lambda rule: rule.code):
        on = max(_specificity(rule, s) for s in (*settings.select, *settings.extend_select, ""))
        off = max(_specificity(rule, s) for s in (*settings.ignore, ""))
        if on > off:
            chosen.append(rule)
    return chosen


def prepare(settings: Settings) -> None:
    """Load the rules, and check every selector of the settings. Raises UsageError."""
    load_rules(settings.rules)
    check_selectors((*settings.select, *settings.extend_select, *settings.ignore))
    check_selectors(settings.severity)
    for selectors in settings.per_file_ignores.values():
        check_selectors(selectors)


def rule_is(rule: Rule, selector: str) -> bool:
    """Whether a selector (a code, a prefix, a name, DEFAULT or ALL) names the rule."""
    return _specificity(rule, selector) > 0


def check_selectors(selectors: Iterable[str]) -> None:
    """Raise UsageError for the first selector that names no rule; it names the nearest one."""
    for selector in selectors:
        if not any(_specificity(rule, selector) for rule in RULES.values()):
            raise UsageError(f"no rule is called {selector!r}{nearest(selector, rule_words())}")


def rule_words() -> list[str]:
    """Every word that a selector may be: ALL, DEFAULT, the families, the codes, the names."""
    families = {code[:3] for code in RULES}
    return ["ALL", "DEFAULT", *sorted(families), *RULES, *(r.name for r in RULES.values())]


def nearest(word: str, words: Iterable[str]) -> str:
    """``; did you mean 'x'?``, or nothing where no word is near."""
    import difflib

    by_lower = {known.lower(): known for known in words}
    near = difflib.get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.5)
    return f"; did you mean {by_lower[near[0]]!r}?" if near else ""


def _specificity(rule: Rule, selector: str) -> int:
    """How narrowly a selector names a rule; 0 where it does not. The narrower selector wins."""
    if not selector:
        return 0
    if selector in (rule.code, rule.name):
        return 9
    if selector == "ALL":
        return 1
    if selector == "DEFAULT":
        return 1 if rule.default else 0
    return len(selector) if rule.code.startswith(selector) else 0


def severity(rule: Rule, settings: Settings) -> Severity:
    """The severity of a rule in a run: as configured by code or by name, else its own."""
    level = settings.severity.get(rule.code) or settings.severity.get(rule.name)
    return Severity(level) if level else rule.severity
