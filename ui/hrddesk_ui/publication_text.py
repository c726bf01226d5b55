"""A redacted model as plain lines to read before it is printed."""

from collections.abc import Iterable, Iterator

from hrddesk.publish import captions
from hrddesk.redact.model import Bilingual, Case, Event, Language, Person, RedactedModel


def lines(model: RedactedModel) -> str:
    """Return everything that the publication would hold, in its order."""
    made = [_words(model.title, model.language), ""]
    heading = _words(captions.caption("case"), model.language)
    for number, case in enumerate(model.cases, 1):
        made.append(f"{heading} {number}")
        made += [f"    {line}" for line in _case(case, model.language)]
        made.append("")
    return "\n".join(made)


def labels(model: RedactedModel) -> list[str]:
    """Return every label that stands in the model, the longest first."""
    found = {
        name.text for case in model.cases for person in case.people if person.labelled for name in person.name
    }
    return sorted(found, key=lambda label: (-len(label), label))


def _words(text: Bilingual, language: Language) -> str:
    return " · ".join(part for part in text.in_languages(language) if part)


def _joined(texts: Iterable[Bilingual], language: Language) -> str:
    return ", ".join(_words(text, language) for text in texts)


def _case(case: Case, language: Language) -> Iterator[str]:
    for person in case.people:
        yield _person(person, language)
    for event in case.events:
        yield _event(event, language)
    yield from (line for text in case.texts for line in text.splitlines())
    caption = _words(captions.caption("picture"), language)
    for picture in case.pictures:
        words = "; ".join(part for part in (picture.alt, picture.caption, picture.date) if part)
        yield f"[{caption}: {words}]"


def _person(person: Person, language: Language) -> str:
    facts = [
        f"{_words(captions.fact(fact.field), language)}: {_words(fact.value, language)}"
        for fact in person.facts
    ]
    return "; ".join([" · ".join(name.text for name in person.name), *facts])


def _event(event: Event, language: Language) -> str:
    parts = [event.date, _words(event.type, language)]
    parts += [_words(text, language) for text in (event.form, event.assertion) if text is not None]
    parts.append(event.place)
    parts += [f"{_words(who.role, language)}: {_words(who.name, language)}" for who in event.who]
    parts += [_joined(texts, language) for texts in (event.charges, event.penalties, event.terms)]
    return "; ".join(part for part in parts if part)
