"""The names of the vocabularies in the window."""

from typing import Final

from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP

NAMES: Final = {
    "event_type": QT_TRANSLATE_NOOP("Vocabularies", "What happened"),
    "measure": QT_TRANSLATE_NOOP("Vocabularies", "Measures of custody"),
    "charge": QT_TRANSLATE_NOOP("Vocabularies", "Charges"),
    "penalty": QT_TRANSLATE_NOOP("Vocabularies", "Penalties"),
    "condition": QT_TRANSLATE_NOOP("Vocabularies", "Conditions of custody"),
    "method": QT_TRANSLATE_NOOP("Vocabularies", "Methods of ill-treatment"),
    "denial": QT_TRANSLATE_NOOP("Vocabularies", "Denials of due process"),
    "block_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of block in a report"),
    "block_state": QT_TRANSLATE_NOOP("Vocabularies", "State of a block"),
    "comment_state": QT_TRANSLATE_NOOP("Vocabularies", "State of a comment"),
    "consent": QT_TRANSLATE_NOOP("Vocabularies", "Answers about consent"),
    "consent_purpose": QT_TRANSLATE_NOOP("Vocabularies", "What somebody consents to"),
    "consent_giver": QT_TRANSLATE_NOOP("Vocabularies", "Who gives consent"),
    "consent_basis": QT_TRANSLATE_NOOP("Vocabularies", "Bases without consent"),
    "circumstance": QT_TRANSLATE_NOOP("Vocabularies", "Circumstances"),
    "others_visible": QT_TRANSLATE_NOOP("Vocabularies", "Others who are seen in a picture"),
    "evidence_about": QT_TRANSLATE_NOOP("Vocabularies", "What evidence has to do with somebody"),
    "platform": QT_TRANSLATE_NOOP("Vocabularies", "Platforms"),
    "occupation": QT_TRANSLATE_NOOP("Vocabularies", "Occupations"),
    "cause": QT_TRANSLATE_NOOP("Vocabularies", "Causes"),
    "ethnicity": QT_TRANSLATE_NOOP("Vocabularies", "Ethnic groups"),
    "religion": QT_TRANSLATE_NOOP("Vocabularies", "Religions"),
    "place_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of place"),
    "relation": QT_TRANSLATE_NOOP("Vocabularies", "Relations"),
    "case_role": QT_TRANSLATE_NOOP("Vocabularies", "Roles in a case"),
    "role": QT_TRANSLATE_NOOP("Vocabularies", "Roles in an event"),
    "event_link": QT_TRANSLATE_NOOP("Vocabularies", "Links between events"),
    "source_type": QT_TRANSLATE_NOOP("Vocabularies", "Types of source"),
    "assertion": QT_TRANSLATE_NOOP("Vocabularies", "How sure something is"),
    "name_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of name"),
    "party_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of party"),
    "text_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of text"),
    "sex": QT_TRANSLATE_NOOP("Vocabularies", "Sex"),
    "figure_kind": QT_TRANSLATE_NOOP("Vocabularies", "Kinds of figure"),
}
"""The vocabularies in the order in which they are offered: those that desks change most come first."""
