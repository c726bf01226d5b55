"""What a published PDF must pass, demand by demand, and where each is tested.

 1. The extracted text is that of the model, and no secret is in it, by seven extractors:
    test_extractors.py::test_text_is_that_of_the_model, test_extractors.py::test_no_secret_in_it
 2. No secret in any decoded stream or string: audit/test_audit.py::test_finds_the_secret_that_was_left,
    audit/test_audit.py::test_secret_hidden_in_a_stream, audit/test_audit.py::test_secret_hidden_in_a_name
 3. No information, no XMP, no dates: pdf/test_document.py::test_says_nothing_about_its_making
 4. Only known keys of the catalogue; no attachments, scripts, forms, thumbnails; links within:
    audit/test_audit.py::test_catches_bad_structure,
    pdf/test_document.py::test_bookmarks_and_contents_lead_to_every_part
 5. One revision: pdf/test_document.py::test_says_nothing_about_its_making,
    audit/test_audit.py::test_catches_bad_structure
 6. x-ray finds nothing, and fires on a bad file: test_extractors.py::test_xray_finds_nothing,
    test_extractors.py::test_xray_fires_on_a_box_over_a_text
 7. No invisible, white or tiny text, none off the page: audit/test_audit.py::test_catches_bad_pages,
    test_audit_foreign.py::test_foreign_drawing_that_hides
 8. Pictures carry nothing, boxes are one colour:
    test_pictures.py::test_demand_8_what_is_embedded_is_the_model_s_and_carries_nothing,
    test_pictures.py::test_demand_8_a_box_is_one_colour_in_the_picture_that_others_take_out,
    test_pictures.py::test_demand_8_poppler_takes_out_the_same_bytes
 9. Models that differ in secrets alone give the same bytes:
    ../redact/test_twins.py::test_demand_9_a_seeded_sample_of_twins_gives_the_same_pages,
    ../redact/test_twins.py::test_demand_9_six_hundred_pairs_of_twins_give_the_same_pages,
    ../redact/test_twins.py::test_what_lies_below_a_box_and_beside_the_pixels_changes_no_byte
10. The same bytes after an unredacted preview, for another day, user, path, hash seed:
    pdf/test_document.py::test_same_bytes_after_another_model_and_on_another_day,
    pdf/test_document.py::test_same_bytes_for_any_user_path_and_seed
11. Every character drawn has a glyph, and maps hold nothing else:
    audit/test_glyphs.py::test_every_code_draws_ink_and_maps_back, audit/test_audit.py::test_catches_bad_fonts
12. Years in right-to-left text come out as entered:
    test_scripts.py::test_years_in_text_that_runs_to_the_left_come_out_as_entered
13. A picture of a page of each script:
    test_scripts.py::test_page_looks_as_the_one_that_was_looked_at
14. qpdf finds no fault, tagged, languages: pdf/test_document.py::test_qpdf_finds_no_fault,
    pdf/test_document.py::test_language_is_set,
    pdf/test_tags.py::test_every_piece_of_every_page_has_its_place_once
15. Labels are consistent within and unlinkable between publications:
    ../redact/people/test_labels.py::test_the_same_content_gives_the_same_labels_whatever_the_ids,
    ../redact/people/test_labels.py::test_another_content_deals_the_labels_anew

The signature beside the file:
    ../actions/publishing/test_publications.py::test_ssh_keygen_accepts_the_signature
"""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent


def test_every_demand_names_tests_that_are_there() -> None:
    text = __doc__ or ""
    assert [int(number) for number in re.findall(r"^ ?(\d+)\. ", text, re.MULTILINE)] == list(range(1, 16))
    named = re.findall(r"([\w./]+\.py)::(\w+)", text)
    assert len(named) > 20
    for file, test in named:
        assert f"def {test}(" in (HERE / file).read_text(encoding="utf-8"), test
