"""Pictures of evidence: boxes, words and a review for each profile, and nothing leaves without them."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw

from hrddesk.actions.content_review import picture_burning, pictures, texts
from hrddesk.actions.editions import publication_decisions
from hrddesk.actions.publishing import publications
from hrddesk.actions.publishing.publications import PublishRequest
from hrddesk.actions.records import cases, entries, events, evidence, history, parties, visibility
from hrddesk.actions.scope import review_records
from hrddesk.actions.scope.profiles import ids
from hrddesk.errors import (
    EvidenceMissing,
    InvalidValue,
    NothingToPublish,
    PictureUnfit,
    ProfileNotFound,
    RecordNotFound,
    TargetExists,
    UndoNotPossible,
)
from hrddesk.records.language.labels import Labels
from hrddesk.records.model import codec
from hrddesk.records.model.field_specs import Visibility
from hrddesk.records.model.record import Record, RecordId
from hrddesk.redact.drafting.boxes import MOST_BOXES, Box
from hrddesk.redact.drafting.leftout import LeftOut
from hrddesk.redact.drafting.pictures import PictureState
from hrddesk.redact.model.chapters import Chapter
from hrddesk.redact.model.model import RedactedModel
from hrddesk.redact.profile.profiles import NAMES, Profile
from hrddesk.redact.risks.telling import Tells
from hrddesk.store.publications import publications as printed
from hrddesk.store.records.changes import Changes
from hrddesk.store.vault.session import Session
from hrddesk.system.jobs import Cancelled, Job, silent
from tests.pictures import CAMERA, COMMENT, photo, pixels
from tests.unit.actions.picture_desk import BOX, DAY, OTHER, SIZE, Add, preview, ready
from tests.unit.actions.picture_desk import add as add
from tests.unit.actions.picture_desk import case as case
from tests.unit.actions.picture_desk import gate as gate
from tests.unit.actions.picture_desk import profiles as profiles


def test_a_profile_is_one_however_its_name_is_typed(session: Session, gate: RecordId) -> None:
    ready(session, gate, " Mine")
    view = pictures.look(session, gate, "MINE")
    assert (view.profile, view.state, view.kept.boxes) == ("mine", PictureState.REVIEWED, (BOX,))
    (mine,) = ids(session.store, ["mine"])
    assert set(review_records.of_pictures(session.store)) == {(gate, mine)}
    pictures.take_over(session, gate, "Other", "Mine")
    assert pictures.look(session, gate, "other").kept.boxes == (BOX,)
    pictures.unreview(session, gate, "Mine")
    assert pictures.look(session, gate, "mine").state is PictureState.UNREVIEWED


def test_the_record_of_a_publication_holds_its_reviews_however_the_profile_is_typed(
    session: Session, gate: RecordId, tmp_path: Path
) -> None:
    ready(session, gate)
    (case,) = session.store.get(gate).cases
    cases.edit(session, case, {"narrative": "The mill stood still."}, {})
    texts.review(session, case, "Mine")
    request = PublishRequest(profile="MINE", target=tmp_path / "a.pdf", as_of=DAY, accept_all="for the test")
    publications.publish(session, request)
    (row,) = printed.everything(session.store.db)
    kept = publication_decisions.of(row)
    assert [text.record for text in kept.texts] == [case]
    assert [picture.evidence for picture in kept.pictures] == [gate]


def test_a_picture_is_drawn_over_described_and_reviewed_for_one_profile(
    session: Session, gate: RecordId
) -> None:
    (row,) = pictures.list_pictures(session.store)
    assert (row.title, row.cases) == ("Gate with somebody", session.store.get(gate).cases)
    assert set(row.states.values()) == {PictureState.NOT_READY}
    pictures.draw(session, gate, "mine", [BOX, Box(600, 0, 900, 9)], SIZE)
    view = pictures.look(session, gate, "mine")
    assert view.kept.boxes == (Box(600, 0, 40, 9), BOX)
    assert view.state is PictureState.UNREVIEWED
    pictures.describe(session, gate, "mine", "  A gate\nwith two people ", "The gate")
    view, changes = pictures.review(session, gate, "mine", pictures.look(session, gate, "mine").kept.digest())
    assert view.state is PictureState.REVIEWED
    assert (view.alt, view.caption, view.doubts, view.taken) == (
        "A gate with two people",
        "The gate",
        0,
        True,
    )
    assert gate in changes.others
    (row,) = pictures.list_pictures(session.store)
    assert row.states["mine"] is PictureState.REVIEWED
    assert row.states["other"] is PictureState.NOT_READY
    (mine,) = ids(session.store, ["mine"])  # the log is never erased, and a name may be a person's
    assert [entry.what for entry in evidence.log(session, gate)][1:] == [
        f"picture.draw {mine}",
        f"picture.describe {mine}",
        f"picture.review {mine}",
    ]
    pictures.unreview(session, gate, "mine")
    assert pictures.look(session, gate, "mine").state is PictureState.UNREVIEWED


@pytest.mark.parametrize(
    "change",
    [
        lambda session, gate: pictures.draw(session, gate, "mine", [Box(100, 90, 200, 131)], SIZE),
        lambda session, gate: pictures.draw(session, gate, "mine", [], SIZE),
        lambda session, gate: pictures.describe(session, gate, "mine", "Else", "The gate of the mill"),
        lambda session, gate: pictures.describe(session, gate, "mine", "A gate with two people", ""),
    ],
)
def test_a_change_of_boxes_or_words_takes_it_back(
    session: Session, gate: RecordId, change: Callable[[Session, RecordId], object]
) -> None:
    ready(session, gate)
    assert len(preview(session).model.images) == 1
    change(session, gate)
    assert pictures.look(session, gate, "mine").state is PictureState.CHANGED
    shown = preview(session)
    assert shown.model.images == ()
    assert shown.left_out[LeftOut.CHANGED_PICTURE] == 1
    ref = session.store.get(session.store.get(gate).cases[0]).text("ref")
    assert shown.where[LeftOut.CHANGED_PICTURE] == (ref,)
    pictures.draw(session, gate, "mine", [BOX], SIZE)
    pictures.describe(session, gate, "mine", "A gate with two people", "The gate of the mill")
    assert pictures.look(session, gate, "mine").state is PictureState.REVIEWED


def test_so_does_somebody_whose_name_stands_in_the_words(session: Session, gate: RecordId) -> None:
    ready(session, gate)
    pictures.describe(session, gate, "mine", "Hesper Quillane at the gate", "")
    view = pictures.review(session, gate, "mine").result
    assert view.alt == "Hesper Quillane at the gate"  # whom nobody knows here
    parties.create(
        session, {"kind": "person"}, {"names": [{"name": "Hesper Quillane", "kind": "main"}]}, None, "subject"
    )
    view = pictures.look(session, gate, "mine")
    assert view.state is PictureState.CHANGED
    assert view.alt == "[person] at the gate"
    assert preview(session).model.images == ()


def test_names_in_the_words_become_what_a_publication_calls_people(session: Session, gate: RecordId) -> None:
    pictures.draw(session, gate, "other", [BOX], SIZE)
    pictures.describe(session, gate, "other", "Vero Lunt stands at the gate", "Vero Lunt, 13800138000")
    view = pictures.review(session, gate, "other").result
    assert (view.alt, view.caption) == ("Person ? stands at the gate", "Person ?, [contact]")
    (picture,) = preview(session, "other").model.cases[0].pictures
    assert picture.alt == "Person A stands at the gate"
    assert picture.caption == "Person A, [contact]"


def test_words_of_pictures_and_the_title_are_looked_at_as_texts_are(session: Session, gate: RecordId) -> None:
    pictures.draw(session, gate, "other", [BOX], SIZE)
    pictures.describe(
        session, gate, "other", "A gate, taken 2020-02-06", "With her cousin, and Quentin Marlowe"
    )
    pictures.review(session, gate, "other")
    title = Labels.same("Taken on 7 March 2020")
    found = preview(session, "other", title=title, languages=("en",)).telling
    ref = f"{session.store.get(gate).text('ref') or gate}"
    assert {(told.ref, told.tells, told.words) for told in found} == {
        (f"{ref}:alt", Tells.DATE, ("2020-02-06",)),
        (f"{ref}:caption", Tells.NAME, ("Quentin Marlowe",)),
        (f"{ref}:caption", Tells.FAMILY, ("cousin",)),
        ("title", Tells.DATE, ("7 March 2020",)),
    }
    assert "" in {told.case for told in found}


def test_a_picture_alone_makes_a_case_and_its_date_is_as_precise_as_the_profile(
    session: Session, add: Add
) -> None:
    picture = add(photo(), captured="2019-05-04")
    dated = replace(OTHER, fields=frozenset({"evidence.captured"}))
    publications.save_profile(session, dated)
    ready(session, picture, "other")
    assert pictures.look(session, picture, "other").date == "2019-05"
    (sheet,) = preview(session, "other").model.cases
    assert (sheet.people, sheet.events, sheet.texts) == ((), (), ())
    assert sheet.pictures[0].date == "2019-05"
    with session.store.change("test") as change:
        change.put(session.store.get(picture).with_visibility(Visibility.SECRET, "captured"))
    assert preview(session, "other").model.cases[0].pictures[0].date == ""
    assert pictures.look(session, picture, "mine").date == ""  # which does not have the field


def test_only_a_profile_that_takes_pictures_takes_one(session: Session, gate: RecordId) -> None:
    ready(session, gate, "plain")
    ready(session, gate, "names")
    for profile in ("plain", "names"):
        assert not pictures.look(session, gate, profile).taken
        shown = preview(session, profile)
        assert shown.model.images == ()
        assert not set(shown.left_out) & {LeftOut.PICTURE, LeftOut.CHANGED_PICTURE}


@pytest.mark.parametrize(("level", "taken"), [("public", True), ("restricted", False), ("secret", False)])
def test_a_level_that_somebody_gave_the_evidence_counts(
    session: Session, gate: RecordId, level: str, taken: bool
) -> None:
    ready(session, gate)
    with session.store.change("test") as change:
        change.put(session.store.get(gate).with_visibility(Visibility(level)))
    assert pictures.look(session, gate, "mine").taken is taken
    assert len(preview(session).model.images) == taken


def test_what_is_not_reviewed_stays_behind_and_is_counted(session: Session, gate: RecordId) -> None:
    pictures.draw(session, gate, "mine", [BOX], SIZE)
    shown = preview(session)
    assert shown.left_out[LeftOut.PICTURE] == 1
    assert shown.model.images == ()


def test_a_picture_of_two_cases_goes_out_with_either_if_both_may(session: Session, gate: RecordId) -> None:
    other = cases.create(session, {"title": "Another"}).result
    (first,) = session.store.get(gate).cases
    entries.add(session, gate, "cases", {"case": other})
    ready(session, gate)
    for one in (first, other):
        assert len(preview(session, cases=(one,)).model.images) == 1
    assert [len(one.pictures) for one in preview(session).model.cases] == [1, 1]
    visibility.set_many(session, [other], "secret")
    assert preview(session, cases=(first,)).model.images == ()
    assert not pictures.look(session, gate, "mine").taken


@pytest.mark.parametrize(
    "described",
    [
        {"labels": [{"language": "en", "text": "Another gate"}]},
        {"about": [{"record": "CASE", "how": "depicts"}]},
    ],
)
def test_a_picture_is_looked_at_again_when_its_caption_or_whom_it_shows_changes(
    session: Session, gate: RecordId, described: dict[str, list[dict[str, str]]]
) -> None:
    captions = [{"language": "en", "text": "The mill's gate"}, {"language": "zh-Hans", "text": "磨坊的门"}]
    evidence.edit(session, gate, {}, {"labels": captions})
    assert pictures.look(session, gate, "mine").caption == "The mill's gate / 磨坊的门"
    pictures.draw(session, gate, "mine", [BOX], SIZE)
    pictures.describe(session, gate, "mine", "A gate", "The mill's gate / 磨坊的门")
    pictures.review(session, gate, "mine")
    who = parties.create(session, {"kind": "person"}, {"names": [{"name": "Nan Shu"}]}).result
    evidence.edit(session, gate, {}, {
        name: [{part: who if value == "CASE" else value for part, value in item.items()} for item in items]
        for name, items in described.items()
    })  # fmt: skip
    view = pictures.look(session, gate, "mine")
    assert view.state is PictureState.CHANGED
    assert view.kept.caption == ("Another gate" if "labels" in described else "The mill's gate / 磨坊的门")
    assert preview(session).left_out[LeftOut.CHANGED_PICTURE] == 1
    pictures.review(session, gate, "mine", covered=[face.party for face in view.faces])
    assert len(preview(session).model.images) == 1


def test_pictures_of_other_cases_stay_behind(session: Session, gate: RecordId) -> None:
    ready(session, gate)
    other = cases.create(session, {"title": "Another"}).result
    with pytest.raises(NothingToPublish):
        preview(session, cases=(other,))


def test_it_takes_words_and_a_decision_about_boxes(session: Session, gate: RecordId) -> None:
    pictures.describe(session, gate, "mine", "A gate", "")
    with pytest.raises(InvalidValue, match="boxes"):
        pictures.review(session, gate, "mine")
    pictures.draw(session, gate, "mine", [], SIZE)
    pictures.describe(session, gate, "mine", "  ", "The gate")
    with pytest.raises(InvalidValue, match="alt"):
        pictures.review(session, gate, "mine")
    seen = pictures.look(session, gate, "mine").kept.digest()
    pictures.describe(session, gate, "mine", "A gate", "")
    with pytest.raises(InvalidValue, match="changed"):
        pictures.review(session, gate, "mine", seen)


def test_boxes_lie_over_the_picture_and_words_have_an_end(session: Session, gate: RecordId) -> None:
    with pytest.raises(InvalidValue, match="640 x 480"):
        pictures.draw(session, gate, "mine", [Box(640, 0, 5, 5)], SIZE)
    with pytest.raises(InvalidValue, match="at most"):
        pictures.draw(session, gate, "mine", [BOX] * (MOST_BOXES + 1), SIZE)
    with pytest.raises(InvalidValue, match="at most"):
        pictures.describe(session, gate, "mine", "a" * 1001, "")
    with pytest.raises(ProfileNotFound):
        pictures.draw(session, gate, "nobody", [BOX], SIZE)
    with pytest.raises(RecordNotFound):
        pictures.draw(session, RecordId("0" * 32), "mine", [BOX], SIZE)


def test_boxes_and_words_are_taken_over_and_reviewed_anew(session: Session, gate: RecordId) -> None:
    ready(session, gate)
    pictures.take_over(session, gate, "other", "mine")
    view = pictures.look(session, gate, "other")
    assert (view.kept.boxes, view.kept.alt) == ((BOX,), "A gate with two people")
    assert view.state is PictureState.UNREVIEWED
    with pytest.raises(ProfileNotFound):
        pictures.take_over(session, gate, "other", "nobody")


def test_evidence_that_is_no_picture_is_not_listed_and_refused(
    session: Session, add: Add, tmp_path: Path
) -> None:
    note = add(b"words", "note.txt")
    fake = add(b"\x89PNG\r\n\x1a\n and nothing else", "fake.png")
    assert [row.record for row in pictures.list_pictures(session.store)] == [fake]
    with pytest.raises(PictureUnfit):
        pictures.original(session, note, silent())
    with pytest.raises(PictureUnfit) as told:
        pictures.original(session, fake, silent())
    assert told.value.details["ref"] == session.store.get(fake).text("ref")
    big = session.store.get(fake)
    with session.store.change("test") as change:
        change.put(replace(big, fields={**big.fields, "size": 65 << 20}))
    with pytest.raises(PictureUnfit, match="64 MiB"):
        pictures.original(session, fake, silent())


def test_what_is_shown_and_saved_is_what_is_published(
    session: Session, gate: RecordId, tmp_path: Path
) -> None:
    ready(session, gate)
    shown = pictures.as_published(session, gate, [BOX], silent())
    assert shown.image == preview(session).model.images[0]
    saved = pictures.save_as_published(session, gate, "mine", tmp_path / "out.jpg", silent())
    assert saved == shown
    assert (tmp_path / "out.jpg").read_bytes() == shown.image.jpeg
    with pytest.raises(TargetExists):
        pictures.save_as_published(session, gate, "mine", tmp_path / "out.jpg", silent())
    assert pictures.original(session, gate, silent()).original == SIZE


def test_a_published_picture_is_kept_with_its_publication_and_in_the_custody_log(
    session: Session, gate: RecordId, tmp_path: Path
) -> None:
    ready(session, gate)
    target = tmp_path / "a.pdf"
    made, changes = publications.publish(
        session, PublishRequest(profile="mine", target=target, as_of=DAY, accept_all="for the test")
    )
    assert made.audit == ()
    assert gate in changes.others
    assert evidence.log(session, gate)[-1].what == "publication.make"
    (row,) = printed.everything(session.store.db)
    (kept,) = publication_decisions.of(row).pictures
    assert (kept.evidence, kept.retouched.boxes) == (gate, (BOX,))
    model = RedactedModel.from_bytes(row.model.encode())
    pdf = target.read_bytes()
    (image,) = (item for page in pypdf.PdfReader(io.BytesIO(pdf)).pages for item in page.images)
    assert image.image is not None
    shown = image.image.convert("RGB").crop((90, 81, 270, 198))  # nine tenths of the box
    assert set(shown.get_flattened_data()) == {(0, 0, 0)}
    assert model.images[0].jpeg in pdf
    for telling in (CAMERA.encode(), COMMENT, b"Exif", gate.encode(), b"gate.jpg"):
        assert telling not in pdf
    assert publications.check(target, session.store).findings == ()
    assert made.number == row.num


def test_demand_6_pictures_that_differ_below_boxes_and_beside_their_pixels_give_the_same_model(
    session: Session, add: Add
) -> None:
    models = []
    for secret, colour, name in (("Obscura 7", "white", "a.png"), ("Camera of another", "black", "b.png")):
        picture = pixels()
        ImageDraw.Draw(picture).rectangle((101, 91, 298, 218), fill=colour)
        made = add(photo("PNG", picture, secret=secret), name, title=name, from_whom=secret)
        ready(session, made)
        models.append(preview(session).model.canonical())
        pictures.unreview(session, made, "mine")
    assert models[0] == models[1]


def test_two_cases_may_show_the_same_picture_which_stands_in_the_file_once(
    session: Session, gate: RecordId, tmp_path: Path
) -> None:
    other = cases.create(session, {"title": "Another"}).result
    path = tmp_path / "again.jpg"
    path.write_bytes(photo())
    again = evidence.add(session, other, path, silent(), {"others": "none"}).result
    ready(session, gate)
    ready(session, again.id)
    model = preview(session).model
    assert len(model.images) == 1
    assert [len(case.pictures) for case in model.cases] == [1, 1]


def test_pictures_that_are_not_here_or_too_many_stop_a_publication(
    session: Session, gate: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(session, gate)
    monkeypatch.setattr(picture_burning, "MOST_TOGETHER", 1000)
    with pytest.raises(InvalidValue, match="together"):
        preview(session)
    record = session.store.get(gate)
    with session.store.change("test") as change:
        change.put(replace(record, fields={**record.fields, "sha256": "0" * 64}))
    with pytest.raises(EvidenceMissing):
        preview(session)


def test_making_pictures_can_be_cancelled(session: Session, gate: RecordId) -> None:
    ready(session, gate)
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        publications.preview(session, PublishRequest(profile="mine", as_of=DAY), job)


def test_what_is_drawn_and_confirmed_is_undone_and_done_again(session: Session, gate: RecordId) -> None:
    ready(session, gate)
    history.undo(session)
    assert pictures.look(session, gate, "mine").state is PictureState.UNREVIEWED
    history.undo(session)
    assert pictures.look(session, gate, "mine").kept.alt == ""
    history.undo(session)
    assert pictures.look(session, gate, "mine").state is PictureState.NOT_READY
    for _ in range(3):
        history.redo(session)
    assert pictures.look(session, gate, "mine").state is PictureState.REVIEWED
    assert len(preview(session).model.images) == 1


def test_undo_is_refused_where_something_else_was_done_since(session: Session, gate: RecordId) -> None:
    changes = pictures.draw(session, gate, "mine", [BOX], SIZE).changes
    assert (
        pictures.draw(session, gate, "mine", [BOX], SIZE).changes == Changes()
    )  # no act where nothing changes
    pictures.describe(session, gate, "mine", "A gate", "")
    with pytest.raises(UndoNotPossible, match="since"):
        history.undo(session, changes.act)
    last = pictures.draw(session, gate, "mine", [], SIZE).changes
    evidence.remove(session, gate)
    with pytest.raises(UndoNotPossible, match="deleted"):
        history.undo(session, last.act)


def test_a_profile_takes_pictures_only_where_it_says_so() -> None:
    written = codec.write(NAMES)
    assert codec.read(Profile, written | {"pictures": True}).pictures
    assert not codec.read(Profile, written | {"pictures": False}).pictures
    for more, says in (({"pictures": 1}, "pictures: not true or false"), ({"photos": True}, "unknown key")):
        with pytest.raises(ValueError, match=says):
            codec.read(Profile, written | more)


def test_the_image_that_others_open_is_the_one_that_was_burnt(session: Session, gate: RecordId) -> None:
    burnt = pictures.as_published(session, gate, [BOX], silent())
    with Image.open(io.BytesIO(burnt.image.jpeg)) as opened:
        assert opened.convert("RGB").tobytes() == burnt.pixels


def test_without_sheets_no_picture_is_made(
    session: Session, case: RecordId, gate: RecordId, monkeypatch: pytest.MonkeyPatch
) -> None:
    (party,) = (element["party"] for element in session.store.get(case).values("parties"))
    events.add(session, case, {"type": "detained"}, {"parties": [{"party": party, "role": "victim"}]})
    ready(session, gate)
    asked = []

    def burn(_: Session, record: Record, *__: object) -> None:
        asked.append(record.id)
        raise EvidenceMissing(ref="")

    monkeypatch.setattr(picture_burning, "burn", burn)
    with pytest.raises(EvidenceMissing):
        preview(session)
    made = preview(session, parts=frozenset(Chapter) - {Chapter.SHEETS})
    assert asked == [gate]
    assert made.model.cases
    assert made.model.images == ()
    assert LeftOut.PICTURE not in made.left_out


@pytest.mark.parametrize("name", ["Hesper Quillane", "古丽娜尔", "Тенгиз Орлин"])
def test_words_of_pictures_name_nobody_of_another_case(
    session: Session, case: RecordId, gate: RecordId, name: str
) -> None:
    pictures.draw(session, gate, "mine", [BOX], SIZE)
    pictures.describe(session, gate, "mine", f"{name} at the gate", "")
    pictures.review(session, gate, "mine")
    asked = PublishRequest(profile="mine", cases=(case,), as_of=DAY)
    assert len(publications.preview(session, asked).model.images) == 1
    other = cases.create(session, {"title": "The dam"}).result
    parties.create(session, {"kind": "person"}, {"names": [{"name": name}]}, other, "subject")
    shown = publications.preview(session, asked)
    assert shown.model.images == ()
    assert LeftOut.CHANGED_PICTURE in shown.left_out
    pictures.review(session, gate, "mine")
    (picture,) = publications.preview(session, asked).model.cases[0].pictures
    assert picture.alt == "[person] at the gate"
