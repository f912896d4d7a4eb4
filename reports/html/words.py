"""The words of the page: in the language of the run, and in the other one for the switch."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from validator.finding import Finding
from validator.translations import LANGUAGES, messages, phrase, rule_text, variable_name

from .._difference import cut  # noqa: TID251, TID252 - of reports
from .._strings import Strings, strings  # noqa: TID251, TID252 - of reports
from .escaping import island, prose, size, visible  # noqa: TID251 - of this report


class Words:
    """Words that a template prints.

    A text is printed in the language of the run; where the other language says it otherwise, it
    carries the number of what is said there, ``data-t``, a place in ``others``.
    """

    def __init__(self, lang: str) -> None:
        self.own = strings(lang)
        self.other = strings(next(name for name in LANGUAGES if name != self.own.lang))
        self.numbers: dict[tuple[str, str], int] = {}
        self.bytes = 0  # of UTF-8 that ``others`` takes

    @property
    def both(self) -> tuple[Strings, Strings]:
        return self.own, self.other

    @property
    def others(self) -> list[str]:
        """What the other language says, by number."""
        return [other for _, other in self.numbers]

    @property
    def languages(self) -> tuple[str, str]:
        """The languages as HTML names them, that of the run first."""
        return self.own("page.lang"), self.other("page.lang")

    def __call__(self, key: str, **parts: object) -> Markup:
        """A string as an element of its own."""
        return self.pair(self.own(key, **parts), self.other(key, **parts))

    def pair(self, own: str, other: str) -> Markup:
        """One thing said in the two languages, as an element of its own."""
        mark = self.mark_of(own, other)
        text = escape(visible(own))
        return Markup("<span{}>{}</span>").format(mark, text) if mark else text

    def plain(self, key: str, **parts: object) -> str:
        """A string for an element that has the `mark` of the same."""
        return visible(self.own(key, **parts))

    def mark(self, key: str, **parts: object) -> Markup:
        """The attribute of an element that holds this string and nothing else."""
        return self.mark_of(self.own(key, **parts), self.other(key, **parts))

    def mark_of(self, own: str, other: str, *, name: str = "data-t") -> Markup:
        """The same, for one thing said in the two languages; nothing where they say it alike."""
        own, other = visible(own), visible(other)
        if own == other:
            return Markup()
        if (own, other) not in self.numbers:
            self.numbers[own, other] = len(self.numbers)
            self.bytes += 1 + size(island(other))
        return Markup(" {}={}").format(name, self.numbers[own, other])

    def attribute(self, name: str, key: str) -> Markup:
        """An attribute whose value is a string."""
        own, other = self.own(key), self.other(key)
        mark = self.mark_of(own, other, name=f"data-t-{name}")
        return Markup(' {}="{}"{}').format(name, visible(own), mark)

    def prose(self, key: str) -> Markup:
        """A string with code in it, as an element a language, of which one is shown."""
        element = Markup('<span data-lang lang="{}"{}>{}</span>')
        return Markup().join(
            element.format(
                t("page.lang"), Markup(" hidden" if t is self.other else ""), prose(t(key))
            )
            for t in self.both
        )

    def message(self, finding: Finding) -> Markup:
        """The fault of a finding."""
        own, other = (cut(messages(t.lang).said(finding.template, finding.args)) for t in self.both)
        return self.pair(own, other)

    def named(self, variable: str) -> tuple[str, str]:
        """What a variable is called in the two languages."""
        own, other = (cut(variable_name(variable, t.lang), 40) for t in self.both)
        return own, other

    def variable(self, variable: str) -> Markup:
        """A variable by its name."""
        return self.pair(*self.named(variable))

    def type(self, name: str) -> Markup:
        """A type of records by its name."""
        own, other = (cut(phrase("csl-type", name, t.lang), 40) for t in self.both)
        return self.pair(own, other)

    def moved(self, text: str, variable: str) -> Markup:
        """Where a part of a value belongs."""
        own, other = (
            t("value.moved", value=cut(text), variable=name)
            for t, name in zip(self.both, self.named(variable), strict=True)
        )
        return self.pair(own, other)

    def reason(self, label: str) -> Markup:
        """A reason of linkage."""
        own, other = (cut(t.reason(label), 120) for t in self.both)
        return self.pair(own, other)

    def error(self, text: str) -> Markup:
        """Why a file could not be evaluated."""
        own, other = (cut(t.error(text), 200) for t in self.both)
        return self.pair(own, other)

    def rule(self, code: str, name: str) -> tuple[str, str]:
        """What a rule is called in the two languages: by a title, else by its name."""
        texts = (rule_text(code, t.lang) for t in self.both)
        own, other = (cut(text.title if text else name, 60) for text in texts)
        return own, other

    def script(self, keys: Iterable[str]) -> dict[str, dict[str, object]]:
        """Strings that the script fills in, by language and key."""
        return {t("page.lang"): {key: t.entries[key] for key in keys} for t in self.both}

    def number(self, n: int) -> str:
        return self.own.number(n)

    def percent(self, part: int, whole: int) -> str:
        return self.own.percent(part, whole)
