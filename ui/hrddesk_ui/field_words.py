"""How fields and lists are called in the window."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from hrddesk.records.kinds import WHOLE_RECORD
from hrddesk_ui.marking import QT_TRANSLATE_NOOP

# Fields and lists by their names, which mean the same in every kind.
FIELDS: Final[Mapping[str, str]] = {
    "acquired": QT_TRANSLATE_NOOP("Records", "Acquired"),
    "age": QT_TRANSLATE_NOOP("Records", "Age as reported"),
    "age_day": QT_TRANSLATE_NOOP("Records", "Age reported for"),
    "aliases": QT_TRANSLATE_NOOP("Records", "Other words for it"),
    "alt": QT_TRANSLATE_NOOP("Records", "What is to be seen"),
    "alt_vouched": QT_TRANSLATE_NOOP("Records", "What the review of these words covers"),
    "as_of": QT_TRANSLATE_NOOP("Records", "As of"),
    "asks": QT_TRANSLATE_NOOP("Records", "What it asks"),
    "assertion": QT_TRANSLATE_NOOP("Records", "How it is asserted"),
    "birth": QT_TRANSLATE_NOOP("Records", "Born"),
    "boxes": QT_TRANSLATE_NOOP("Records", "Box"),
    "caption": QT_TRANSLATE_NOOP("Records", "Caption"),
    "caption_vouched": QT_TRANSLATE_NOOP("Records", "What the review of the caption covers"),
    "captured": QT_TRANSLATE_NOOP("Records", "Captured"),
    "case": QT_TRANSLATE_NOOP("Records", "Case"),
    "charges": QT_TRANSLATE_NOOP("Records", "Charge"),
    "comments": QT_TRANSLATE_NOOP("Records", "Comment"),
    "code": QT_TRANSLATE_NOOP("Records", "Code"),
    "code_name": QT_TRANSLATE_NOOP("Records", "Code name"),
    "date": QT_TRANSLATE_NOOP("Records", "Date"),
    "death": QT_TRANSLATE_NOOP("Records", "Died"),
    "decisions": QT_TRANSLATE_NOOP("Records", "Decision about a place"),
    "definition": QT_TRANSLATE_NOOP("Records", "Definition"),
    "denominator": QT_TRANSLATE_NOOP("Records", "Denominator"),
    "derived_from": QT_TRANSLATE_NOOP("Records", "Derived from"),
    "disability": QT_TRANSLATE_NOOP("Records", "Disability"),
    "ethnicity": QT_TRANSLATE_NOOP("Records", "Ethnic group"),
    "evidence": QT_TRANSLATE_NOOP("Records", "Evidence"),
    "field": QT_TRANSLATE_NOOP("Records", "Field"),
    "file": QT_TRANSLATE_NOOP("Records", "File"),
    "form": QT_TRANSLATE_NOOP("Records", "Form of custody"),
    "from_whom": QT_TRANSLATE_NOOP("Records", "From whom"),
    "height": QT_TRANSLATE_NOOP("Records", "Height"),
    "into": QT_TRANSLATE_NOOP("Records", "Merged into"),
    "kept": QT_TRANSLATE_NOOP("Records", "Kept"),
    "key": QT_TRANSLATE_NOOP("Records", "Key"),
    "keys": QT_TRANSLATE_NOOP("Records", "Import key"),
    "kind": QT_TRANSLATE_NOOP("Records", "Kind"),
    "labels": QT_TRANSLATE_NOOP("Records", "Labels"),
    "links": QT_TRANSLATE_NOOP("Records", "Link to an event"),
    "locator": QT_TRANSLATE_NOOP("Records", "Where in the source"),
    "map": QT_TRANSLATE_NOOP("Records", "Code elsewhere"),
    "media_type": QT_TRANSLATE_NOOP("Records", "Type of file"),
    "merged": QT_TRANSLATE_NOOP("Records", "Merged"),
    "metadata": QT_TRANSLATE_NOOP("Records", "Data in the file"),
    "name": QT_TRANSLATE_NOOP("Records", "Name"),
    "name_zh": QT_TRANSLATE_NOOP("Records", "Chinese name"),
    "names": QT_TRANSLATE_NOOP("Records", "Name"),
    "narrative": QT_TRANSLATE_NOOP("Records", "Narrative"),
    "note": QT_TRANSLATE_NOOP("Records", "Note"),
    "object": QT_TRANSLATE_NOOP("Records", "To whom"),
    "original": QT_TRANSLATE_NOOP("Records", "Text that was read"),
    "original_name": QT_TRANSLATE_NOOP("Records", "Name of the file"),
    "owner": QT_TRANSLATE_NOOP("Records", "Asked about"),
    "parent": QT_TRANSLATE_NOOP("Records", "Part of"),
    "parties": QT_TRANSLATE_NOOP("Records", "Who"),
    "penalties": QT_TRANSLATE_NOOP("Records", "Penalty"),
    "place": QT_TRANSLATE_NOOP("Records", "Place"),
    "place_text": QT_TRANSLATE_NOOP("Records", "Place as it was said"),
    "position": QT_TRANSLATE_NOOP("Records", "Place in the form"),
    "profile": QT_TRANSLATE_NOOP("Records", "Profile"),
    "query": QT_TRANSLATE_NOOP("Records", "How it is asked"),
    "quote": QT_TRANSLATE_NOOP("Records", "Quote"),
    "record": QT_TRANSLATE_NOOP("Records", "Record"),
    "ref": QT_TRANSLATE_NOOP("Records", "Reference"),
    "reliability": QT_TRANSLATE_NOOP("Records", "Reliability"),
    "retired": QT_TRANSLATE_NOOP("Records", "No longer used"),
    "sex": QT_TRANSLATE_NOOP("Records", "Sex"),
    "sha256": QT_TRANSLATE_NOOP("Records", "SHA-256"),
    "since": QT_TRANSLATE_NOOP("Records", "Since"),
    "size": QT_TRANSLATE_NOOP("Records", "Size"),
    "size_max": QT_TRANSLATE_NOOP("Records", "Size, at most"),
    "size_min": QT_TRANSLATE_NOOP("Records", "Size, at least"),
    "source": QT_TRANSLATE_NOOP("Records", "Source"),
    "stance": QT_TRANSLATE_NOOP("Records", "Supports or contradicts"),
    "status": QT_TRANSLATE_NOOP("Records", "Status"),
    "country": QT_TRANSLATE_NOOP("Records", "Country whose law counts"),
    "subject": QT_TRANSLATE_NOOP("Records", "Who"),
    "summary": QT_TRANSLATE_NOOP("Records", "Summary"),
    "tags": QT_TRANSLATE_NOOP("Records", "Tag"),
    "template": QT_TRANSLATE_NOOP("Records", "Form"),
    "terms": QT_TRANSLATE_NOOP("Records", "Term"),
    "time": QT_TRANSLATE_NOOP("Records", "When it was reviewed"),
    "title": QT_TRANSLATE_NOOP("Records", "Title"),
    "type": QT_TRANSLATE_NOOP("Records", "Type"),
    "unit": QT_TRANSLATE_NOOP("Records", "Unit"),
    "until": QT_TRANSLATE_NOOP("Records", "Until"),
    "value": QT_TRANSLATE_NOOP("Records", "Value"),
    "values": QT_TRANSLATE_NOOP("Records", "Answer"),
    "visibility": QT_TRANSLATE_NOOP("Records", "Who may learn of it"),
    "vocabulary": QT_TRANSLATE_NOOP("Records", "Vocabulary"),
    "vouched": QT_TRANSLATE_NOOP("Records", "What the review covers"),
    "who": QT_TRANSLATE_NOOP("Records", "Who reviewed it"),
    "width": QT_TRANSLATE_NOOP("Records", "Width"),
}


def field_word(part: str) -> str:
    """Return a field, a list, or a part of a merge ("names/<id>") in words."""
    name, _, element = part.partition("/")
    if name == "*":
        return QCoreApplication.translate("Records", "Deleted")
    if name == "visibility" and element not in ("", WHOLE_RECORD):
        return f"{field_word(name)}: {field_word(element)}"
    return QCoreApplication.translate("Records", FIELDS.get(name, name))
