"""The words of the page: in the language of the run, and in the other one for the switch."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from validator.finding import Finding
from validator.translations import LANGUAGES, messages, rule_text, variable_name

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
        own, mark = self._marked(own, other)
        return Markup("<span{}>{}</span>").format(mark, own) if mark else escape(own)

    def plain(self, key: str, **parts: object) -> str:
        """A string for an element that has the `mark` of the same."""
        return visible(self.own(key, **parts))

    def mark(self, key: str, **parts: object) -> Markup:
        """The attribute of an element that holds this string and nothing else."""
        return self.mark_of(self.own(key, **parts), self.other(key, **parts))

    def mark_of(self, own: str, other: str) -> Markup:
        """The same, for one thing said in the two languages."""
        return self._marked(own, other)[1]

    def attribute(self, name: str, key: str, **parts: object) -> Markup:
        """An attribute whose value is a string."""
        own, mark = self._marked(self.own(key, **parts), self.other(key, **parts))
        said = Markup(' {}="{}"').format(name, own)
        return said + Markup(str(mark).replace("data-t", f"data-t-{name}"))

    def prose(self, key: str, **parts: object) -> Markup:
        """A string with code in it, as an element a language, of which one is shown."""
        element = Markup('<span data-lang lang="{}"{}>{}</span>')
        said = ((t("page.lang"), prose(t(key, **parts))) for t in (self.own, self.other))
        (own, text), (other, translation) = said
        return element.format(own, "", text) + element.format(other, Markup(" hidden"), translation)

    def message(self, finding: Finding) -> Markup:
        """The fault of a finding."""
        own, other = (
            messages(t.lang).said(finding.template, finding.args) for t in (self.own, self.other)
        )
        return self.pair(cut(own), cut(other))

    def named(self, variable: str) -> tuple[str, str]:
        """What a variable is called in the two languages."""
        own, other = (cut(variable_name(variable, t.lang), 40) for t in (self.own, self.other))
        return own, other

    def variable(self, variable: str) -> Markup:
        """A variable by its name."""
        return self.pair(*self.named(variable))

    def moved(self, text: str, variable: str) -> Markup:
        """Where a part of a value belongs."""
        own, other = (
            t("value.moved", value=cut(text), variable=name)
            for t, name in zip((self.own, self.other), self.named(variable), strict=True)
        )
        return self.pair(own, other)

    def reason(self, label: str) -> Markup:
        """A reason of linkage."""
        return self.pair(cut(self.own.reason(label), 120), cut(self.other.reason(label), 120))

    def rule(self, code: str, name: str) -> tuple[str, str]:
        """What a rule is called in the two languages: by its name, or by a title."""
        return self._title(code, name, self.own), self._title(code, name, self.other)

    def script(self, keys: Iterable[str]) -> dict[str, dict[str, object]]:
        """Strings that the script fills in, by language and key."""
        return {
            t("page.lang"): {key: t.entries[key] for key in keys} for t in (self.own, self.other)
        }

    def number(self, n: int) -> str:
        return self.own.number(n)

    def percent(self, part: int, whole: int) -> str:
        return self.own.percent(part, whole)

    def _title(self, code: str, name: str, t: Strings) -> str:
        text = rule_text(code, t.lang)
        return cut(text.title if text else name, 60)

    def _marked(self, own: str, other: str) -> tuple[str, Markup]:
        own, other = visible(own), visible(other)
        if own == other:
            return own, Markup()
        if (own, other) not in self.numbers:
            self.numbers[own, other] = len(self.numbers)
            self.bytes += 1 + size(island(other))
        return own, Markup(" data-t={}").format(self.numbers[own, other])
