"""hrddesk picture: as a person types it."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from hrddesk.errors import InvalidValue, ProfileNotFound
from hrddesk.redact.profile.profiles import NAMES, SHIPPED
from tests.pictures import CAMERA, photo, pixels
from tests.unit.cli.conftest import Desk


@pytest.fixture
def ref(desk: Desk, tmp_path: Path) -> str:
    """The reference of a picture of a case."""
    (tmp_path / "gate.png").write_bytes(photo("PNG", pixels(800, 600)))
    desk.run("case", "new", "--title", "The mill")
    (case,) = (row["ref"] for row in desk.json("case", "list"))
    return str(desk.json("evidence", "add", case, str(tmp_path / "gate.png"), "others=none")["ref"])


def test_boxes_are_added_changed_and_removed(desk: Desk, ref: str) -> None:
    (row,) = desk.json("picture", "list")
    assert (row["ref"], row["states"]) == (ref, {"names": "not ready", "labels": "not ready"})
    box = ("picture", "box", ref, "--profile", "names")
    drawn = desk.json(*box, "--add", "10,20,30,40", "700,500,400,400")
    assert drawn["size"] == [800, 600]
    assert drawn["boxes"] == [[10, 20, 30, 40], [700, 500, 100, 100]]
    assert desk.json(*box, "--change", "1", "0,0,5,5")["boxes"] == [[0, 0, 5, 5], [700, 500, 100, 100]]
    assert desk.json(*box, "--remove", "2")["boxes"] == [[0, 0, 5, 5]]
    desk.run(*box, "--remove", "2", code=InvalidValue.exit_code)
    desk.run(*box, "--change", "0", "0,0,5,5", code=InvalidValue.exit_code)
    desk.run(*box, "--change", "one", "0,0,5,5", code=InvalidValue.exit_code)
    desk.run(*box, "--change", "1" * 6000, "0,0,5,5", code=InvalidValue.exit_code)
    desk.run(*box, "--change", "1", "0,0,5", code=InvalidValue.exit_code)
    desk.run(*box, "--add", "800,0,5,5", code=InvalidValue.exit_code)
    assert desk.json(*box, "--none")["boxes"] == []
    shown = desk.json("picture", "show", ref, "--profile", "names")
    assert (shown["state"], shown["taken"]) == ("unreviewed", False)


def test_it_is_described_saved_and_reviewed(desk: Desk, ref: str, tmp_path: Path) -> None:
    named = ("--profile", "names")
    desk.run("picture", "box", ref, *named, "--add", "100,100,200,200")
    desk.run("picture", "review", ref, *named, code=InvalidValue.exit_code)
    desk.run("picture", "describe", ref, *named, "--alt", "A gate")
    desk.run("picture", "describe", ref, *named, "--caption", "The gate of the mill")
    out = desk.run("picture", "review", ref, *named)
    for words in ("800 x 600", "box 1: 100,100,200,200", "shows: A gate", "below: The gate of the mill"):
        assert words in out
    assert "does not take" in out
    assert f"{ref}: reviewed for names" in out
    target = tmp_path / "out.jpg"
    saved = desk.json("picture", "save", ref, str(target), *named)
    assert (saved["width"], saved["height"], saved["size"]) == (720, 540, target.stat().st_size)
    with Image.open(io.BytesIO(target.read_bytes())) as opened:
        assert opened.convert("RGB").crop((90, 90, 270, 270)).getcolors() == [(32400, (0, 0, 0))]
    taken = desk.json("picture", "take-over", ref, "--profile", "labels", "--from", "names")
    assert (taken["boxes"], taken["alt"], taken["state"]) == ([[100, 100, 200, 200]], "A gate", "unreviewed")
    desk.run(
        "picture", "take-over", ref, "--profile", "labels", "--from", "nobody", code=ProfileNotFound.exit_code
    )
    assert desk.json("picture", "review", ref, *named, "--undo")["state"] == "unreviewed"
    (row,) = desk.json("picture", "list")
    assert row["states"]["labels"] == "unreviewed"


def test_words_that_may_tell_of_somebody_are_counted(desk: Desk, ref: str) -> None:
    desk.run("picture", "describe", ref, "--profile", "names", "--alt", "A gate, 13800138000")
    assert desk.json("picture", "show", ref, "--profile", "names")["alt"] == "A gate, [contact]"


def test_who_is_covered_is_said_by_their_references(desk: Desk, ref: str) -> None:
    person = desk.json("party", "new", "--name", "Nan Shu")["ref"]
    desk.run("evidence", "edit", ref, "others=covered")
    desk.run("entry", "add", ref, "about", f"record={person}", "how=depicts")
    named = ("--profile", "names")
    desk.run("picture", "box", ref, *named, "--add", "100,100,200,200")
    desk.run("picture", "describe", ref, *named, "--alt", "A gate")
    assert "Nan Shu: not named: confirm that the face is covered" in desk.run("picture", "show", ref, *named)
    desk.run("picture", "review", ref, *named, "--covers", person, code=InvalidValue.exit_code)
    desk.run("picture", "review", ref, *named, "--covers", "others", code=InvalidValue.exit_code)
    out = desk.run("picture", "review", ref, *named, "--covers", "others", person)
    assert "Nan Shu: covered, as was confirmed" in out
    (face,) = desk.json("picture", "show", ref, *named)["faces"]
    assert (face["name"], face["named"], face["covered"]) == ("Nan Shu", False, True)


def test_profiles_that_take_pictures_are_the_desk_s_own() -> None:
    assert not NAMES.pictures
    assert not any(profile.pictures for profile in SHIPPED.values())


def test_a_picture_is_published_by_commands_alone(desk: Desk, ref: str, tmp_path: Path) -> None:
    desk.run("profile", "copy", "labels", "mine")
    desk.run("profile", "set", "mine", "pictures=yes")
    desk.run("picture", "box", ref, "--profile", "mine", "--add", "100,100,200,200")
    desk.run("picture", "describe", ref, "--profile", "mine", "--alt", "A gate")
    assert desk.json("picture", "review", ref, "--profile", "mine")["taken"] is True
    target = tmp_path / "made.pdf"
    made = desk.json(
        "publish", str(target), "--profile", "mine", "--all", "--accept-all-risks", "for the test"
    )
    assert made["left_out"] == {}
    assert desk.json("pdf", "check", str(target))["findings"] == []
    (image,) = (item for page in pypdf.PdfReader(target).pages for item in page.images)
    assert image.image is not None
    shown = image.image.convert("RGB")
    assert shown.crop((90, 90, 270, 270)).getcolors() == [(32400, (0, 0, 0))]
    assert CAMERA.encode() not in target.read_bytes()
