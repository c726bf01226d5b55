"""hrddesk publish, pdf: as a person types them."""

import json
import re
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from pypdf import PdfReader

from hrddesk.cli import main
from hrddesk.errors import (
    AuditFailed,
    FigureNotPublishable,
    InvalidDate,
    InvalidValue,
    NothingToPublish,
    PdfUnreadable,
    PicturesNotRead,
    PreviewOutdated,
    RecordNotFound,
    RisksUnanswered,
    TargetExists,
)
from tests.unit.cli.conftest import ACCEPTED, Desk, confirmed, ref_of, words_of
from tests.unit.publish.nasty_files import UNREAD, latin


def test_publish_prints_signs_and_says_what_stayed_behind(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    target, party = tmp_path / "a.pdf", ref_of(desk, "Vero")
    options = ["--profile", "names", "--label", party, "--language", "en,zh-Hans", "--as-of", "2021-06-01"]
    options += ACCEPTED
    seen = desk.json("publish", str(target), "--all", *options, "--preview")
    assert not target.exists()
    wrong = seen["seen"][::-1]
    desk.run("publish", str(target), "--all", *options, "--seen", wrong, code=PreviewOutdated.exit_code)
    assert not target.exists()
    options += ["--seen", seen["seen"]]
    assert seen["model"]["summary"] == {
        "cases": 2,
        "people": 2,
        "events": 2,
        "labelled": 1,
        "groups": 0,
        "groups_labelled": 0,
    }
    assert "Person A / 人员A is Vero Lunt" in desk.run("publish", str(target), "--all", *options, "--preview")
    made = desk.json("publish", str(target), "--all", *options)
    assert (made["labels"], made["audit"], made["left_out"]) == (1, [], {"text": 1})
    assert made["label_map"][0]["name"] == "Vero Lunt"
    assert made["warnings"][0]["case"] == cases[0]
    assert made["warnings"][0]["fits"] == 1
    assert made["pages"] > 1
    assert (tmp_path / made["signature"]).read_text().startswith("-----BEGIN SSH SIGNATURE-----")
    assert desk.json("pdf", "check", str(target)) == {
        "ok": True,
        "pages": made["pages"],
        "pictures": 0,
        "drawings": 0,
        "findings": [],
    }
    desk.run("publish", str(target), "--all", *options, code=TargetExists.exit_code)
    one = desk.run(
        "publish",
        str(tmp_path / "b.pdf"),
        "--case",
        cases[1],
        "--profile",
        "names",
        "--title",
        "On owls",
        *ACCEPTED,
    )
    assert "audit passed" in one
    assert "read all pages as a stranger would" in one
    assert (tmp_path / "b.pdf.sig").read_bytes() != (tmp_path / "a.pdf.sig").read_bytes()


def test_a_preview_says_word_for_word_what_would_stand_there(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    options = ["--all", "--profile", "labels"]
    printed = desk.run("publish", *options, "--preview")
    shown = [line[1:].strip() for line in printed.splitlines() if line.startswith("|")]
    target = tmp_path / "a.pdf"
    desk.run("publish", str(target), *options, *ACCEPTED)
    pages = "".join("".join(page.extract_text().split()) for page in PdfReader(target).pages)
    for line in shown:
        for words in re.split(r"  |: ", line):
            assert "".join(words.split()) in pages
    assert len(shown) > 20
    assert any("Detained" in line for line in shown)
    assert "texts to read: text questions --profile labels --all; help texts" in printed
    desk.run("publish", *options, code=InvalidValue.exit_code)  # nobody said where it goes


def test_publish_warns_in_words(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    printed = desk.run(
        "publish", str(tmp_path / "a.pdf"), "--case", cases[0], "--profile", "labels", *ACCEPTED
    )
    assert "risk omissions: left out: 1 free texts that were not reviewed for this profile" in printed
    # A typed place is not printed under labels, and so points to nobody.
    others = "The authorities involved will recognise these people anyway; this is about other readers:"
    assert f"{others}\nrisk recognisable: Person A in {cases[0]} can be recognised: only 1 case(s)" in printed
    assert printed.count(others) == 1
    assert "have this: month, occupation" in printed


def test_publish_lists_what_no_font_has(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    options = ["--case", cases[0], "--profile", "names", "--title", "㊣𠮷𠮷\U0001f4c4"]
    seen = desk.json("publish", str(tmp_path / "a.pdf"), *options, "--preview")
    assert [(gap["character"], gap["times"]) for gap in seen["without_font"]] == [
        ("U+20BB7", 2),
        ("U+1F4C4", 1),
    ]
    printed = desk.run("publish", str(tmp_path / "a.pdf"), *options, *ACCEPTED)
    assert (
        "no font has U+1F4C4 (PAGE FACING UP): printed as [U+1F4C4], 1 time(s), first in: ㊣[U+20BB7]"
        in printed
    )
    none = desk.json("publish", str(tmp_path / "b.pdf"), *options[:-1], "ئۇيغۇر བོད་ ᠪᠠᠭᠰᠢ", "--preview")
    assert none["without_font"] == []


def test_a_text_of_a_script_without_a_font_goes_out_in_no_form(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    said = "다리에서 편지를 받았다"
    desk.run("case", "edit", cases[0], f"narrative={said}")
    confirmed(desk, f"{cases[0]}:narrative", "names")
    target, options = tmp_path / "a.pdf", ["--all", "--profile", "names"]
    line = f"no font for Hangul: no text with its letters goes out: {cases[0]}:narrative ({said}…)"
    assert desk.run("publish", str(target), *options, "--preview").count(line) == 1
    desk.run("publish", str(target), *options, code=RisksUnanswered.exit_code)
    assert not target.exists()
    made = desk.json("publish", str(target), *options, *ACCEPTED)
    assert made["scripts_without_font"] == [
        {"script": "Hangul", "texts": [[f"{cases[0]}:narrative", said]], "times": 0},
    ]
    written = [target.read_bytes(), PdfReader(target).pages[-1].extract_text().encode()]
    for form in ("csv", "xlsx", "monthly"):
        desk.run("publication", "export", "1", str(tmp_path / f"as-{form}"), "--as", form)
    for path in tmp_path.glob("as-*"):
        files = path.iterdir() if path.is_dir() else [path]
        for file in files:
            with suppress(BadZipFile):
                written += [ZipFile(file).read(name) for name in ZipFile(file).namelist()]
            written.append(file.read_bytes())
    assert len(written) > 8
    assert not [data for data in written for word in said.split() if word.encode() in data]
    assert "[U+B2E4]" not in words_of(target)


def test_publish_says_where_somebody_can_decide(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    desk.run("party", "new", "--name", "Lunt")
    party = ref_of(desk, "Vero")
    options = [str(tmp_path / "a.pdf"), "--case", cases[0], "--profile", "names", "--preview"]
    assert f"a label takes their place: {party}\n" in desk.run("publish", *options)
    seen = desk.json("publish", *options)
    assert (seen["left_out"]["name"], seen["where"]) == (1, {"text": [cases[0]], "name": [party]})
    named = desk.json("publish", *options, "--name", party)
    assert ("name" in named["left_out"], named["labels"], named["where"]) == (
        False,
        0,
        {"text": [cases[0]]},
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--case", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--label", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--name", "NONE-1"], RecordNotFound.exit_code),
        (["--all", "--as-of", "yesterday"], InvalidDate.exit_code),
    ],
)
def test_what_publish_does_not_understand(
    desk: Desk, cases: list[str], tmp_path: Path, options: list[str], code: int
) -> None:
    desk.run("publish", str(tmp_path / "a.pdf"), "--profile", "names", *options, code=code)
    assert len(cases) == 2
    assert not (tmp_path / "a.pdf").exists()


def test_nothing_to_publish(desk: Desk, tmp_path: Path) -> None:
    desk.run("case", "new", "--title", "Empty")
    desk.run(
        "publish", str(tmp_path / "a.pdf"), "--profile", "names", "--all", code=NothingToPublish.exit_code
    )
    for missing in (["--profile", "names"], ["--all"]):
        desk.run("publish", str(tmp_path / "a.pdf"), *missing, code=InvalidValue.exit_code)


def test_pdf_check_without_a_vault_and_on_what_is_wrong(
    desk: Desk, cases: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "a.pdf", tmp_path / "bad.pdf"
    desk.run("publish", str(good), "--case", cases[0], "--profile", "names", *ACCEPTED)
    assert desk.json("pdf", "check", str(good))["ok"] is True
    assert main(["pdf", "check", str(good)]) == 0
    assert "nothing found" in capsys.readouterr().out
    bad.write_bytes(good.read_bytes() + b"%%EOF\n")
    assert main(["pdf", "check", str(bad)]) == AuditFailed.exit_code
    assert "do not publish this file" in capsys.readouterr().out
    assert main(["pdf", "check", str(tmp_path / "none.pdf")]) == PdfUnreadable.exit_code


@pytest.mark.parametrize("way", ["picture", "outlines"])
def test_pdf_check_ends_in_its_own_way_where_no_program_reads_what_is_drawn(
    way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "a.pdf"
    paper.write_bytes(UNREAD[way]())
    assert main(["pdf", "check", str(paper)]) == PicturesNotRead.exit_code
    assert "look at each of them" in capsys.readouterr().out
    assert main(["pdf", "check", str(paper), "--json"]) == PicturesNotRead.exit_code
    said = json.loads(capsys.readouterr().out)
    assert (said["pictures"], said["drawings"]) == ((1, 0) if way == "picture" else (0, 1))


def test_pdf_check_finds_names_of_the_vault_in_other_forms(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    paper = str(tmp_path / "a.pdf")
    for words, code, said in (
        ("Lunt, Vero", AuditFailed.exit_code, "a secret of the vault stands in the text (page 1)"),
        ("V. Lunt", AuditFailed.exit_code, "a secret of the vault stands in the text (page 1)"),
        ("One of the Lunts.", 0, "look at the warnings"),
        ("Nobody at all, a lawyer.", 0, "nothing found"),
    ):
        Path(paper).write_bytes(latin(words)())
        assert said in desk.run("pdf", "check", paper, code=code)


def test_publish_prints_chosen_figures_and_leaves_parts_out(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    desk.run("figure", "save", "Detained", "--unit", "cases", "--where", "type=detained")
    desk.run("figure", "save", "By tag", "--unit", "cases", "--by", "tag")
    options = ["--all", "--profile", "names", "--as-of", "2021-06-01"]
    target = str(tmp_path / "a.pdf")
    seen = desk.json("publish", target, *options, "--figure", "Detained", "--preview")
    (figure,) = seen["model"]["chapters"]["figures"]
    assert figure["name"]["en"] == "Cases where type of event is Detained"
    named = desk.json("publish", target, *options, "--figure", "Detained", "--figure-names", "--preview")
    assert named["model"]["chapters"]["figures"][0]["name"] == {"und": "Detained"}
    assert figure["value"] == {"en": "hidden"}  # two cases
    assert seen["hidden"] == [{"figure": "Detained", "small": 1, "others": 0, "sums": 0}]
    said = desk.run("publish", target, *options, "--figure", "Detained", "--preview")
    assert "figure Detained: 1 small count(s) hidden" in said
    assert seen["model"]["chapters"]["parts"] == ["charts", "list", "sheets", "timeline"]
    bare = desk.json("publish", target, *options, "--leave-out", "sheets", "list", "--preview")
    assert bare["model"]["chapters"]["parts"] == ["charts", "timeline"]
    assert {"texts" in case for case in bare["model"]["cases"]} == {False}
    desk.run("publish", target, *options, "--figure", "By tag", code=FigureNotPublishable.exit_code)
    desk.run("publish", target, *options, "--figure", "Nobody saved it", code=RecordNotFound.exit_code)
    assert not (tmp_path / "a.pdf").exists()
    made = desk.json("publish", target, *options, "--figure", "Detained", "--leave-out", "charts", *ACCEPTED)
    assert made["audit"] == []
    assert desk.json("pdf", "check", target)["ok"] is True


def test_figures_that_tell_of_few_one_less_the_other_are_named(desk: Desk, cases: list[str]) -> None:
    for at in range(5):
        desk.run(
            "party", "new", "--name", f"Tam Quell {at}", "--case", cases[0], "--role", "subject", "sex=female"
        )
    desk.run("figure", "save", "All", "--unit", "persons")
    desk.run("figure", "save", "Women", "--unit", "persons", "--where", "sex=female")
    options = [
        "publish",
        "--all",
        "--profile",
        "names",
        "--figure",
        "All",
        "Women",
        "--count-all",
        "--preview",
    ]
    assert desk.json(*options)["close"] == [{"figure": "All", "other": "Women", "by": 2}]
    assert "risk close-counts: figure All less figure Women tells of 2 only" in desk.run(*options)


def test_a_publication_tells_less_on_demand(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    arguments = ("publish", str(tmp_path / "a.pdf"), "--profile", "labels", "--case", cases[0], "--preview")
    before = desk.json(*arguments)
    assert before["model"]["cases"][0]["events"][0]["date"] == "2020-02"
    assert before["remain"]["years"] == 1
    assert before["warnings"][0]["coarser"] == []
    after = desk.json(*arguments, "--coarser", "years", "no-occupation")
    assert after["model"]["cases"][0]["events"][0]["date"] == "2020"
    assert not {"years", "no-occupation"} & after["remain"].keys()
    assert "--coarser years: then 1 of 1 remain" in desk.run(*arguments)


def test_a_text_that_tells_more_is_named(desk: Desk, cases: list[str], tmp_path: Path) -> None:
    desk.run("case", "edit", cases[0], "narrative=Her sister was there on 6 February.")
    confirmed(desk, cases[0], "labels")
    arguments = ("publish", str(tmp_path / "a.pdf"), "--profile", "labels", "--case", cases[0], "--preview")
    assert desk.json(*arguments)["telling"] == [
        {"text": f"{cases[0]}:narrative", "case": cases[0], "tells": "date", "words": ["6 February"]},
        {"text": f"{cases[0]}:narrative", "case": cases[0], "tells": "family", "words": ["sister"]},
    ]
    assert f"risk telling: the text {cases[0]}:narrative of {cases[0]} tells more (family)" in desk.run(
        *arguments
    )


def test_settings_of_the_issue_before_are_taken_over_and_changed(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    first = ["--profile", "labels", "--case", cases[0], "--coarser", "years", "--leave-out", "timeline"]
    desk.run("publish", str(tmp_path / "1.pdf"), *first, "--title", "On owls", *ACCEPTED)
    shown = desk.json("publish", "--since", "1", "--preview")["model"]
    assert shown["title"] == {"und": "On owls"}
    for way in ("--since", "--correct"):
        printed = desk.run("publish", way, "1", "--preview")
        read = f"text questions --profile labels --since 1 --case {cases[0]} --language en; help texts"
        assert f"texts to read: {read}\n" in printed
    assert len(shown["cases"]) == 1
    assert shown["cases"][0]["events"][0]["date"] == "2020"
    assert "timeline" not in shown["chapters"]["parts"]
    more = ["--all", "--coarser", "--leave-out", "--title", "On larks"]
    changed = desk.json("publish", "--since", "1", "--preview", *more)["model"]
    assert changed["title"] == {"und": "On larks"}
    assert len(changed["cases"]) == 2
    assert {case["events"][0]["date"] for case in changed["cases"]} == {"2020", "2020-02"}
    assert "timeline" in changed["chapters"]["parts"]


def test_who_is_left_out_by_role_is_told_and_can_be_added(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    sister = str(
        desk.json("party", "new", "--name", "Odal Brisk", "--case", cases[0], "--role", "relative")["ref"]
    )
    desk.run("visibility", sister, "public")
    desk.run("case", "edit", cases[0], "narrative=Odal Brisk told of it.")
    confirmed(desk, cases[0], "names")
    ask = ("publish", "--profile", "names", "--case", cases[0])
    shown = desk.json(*ask, "--preview")
    assert (shown["left_out"]["beside"], shown["where"]["beside"]) == (1, [sister])
    assert shown["model"]["cases"][0]["texts"] == ["[person] told of it."]
    added = desk.json(*ask, "--with", sister, "--preview")
    assert "beside" not in added["left_out"]
    assert added["model"]["cases"][0]["texts"] == ["Odal Brisk told of it."]
    desk.run("publish", str(tmp_path / "first.pdf"), *ask[1:], "--with", sister, *ACCEPTED)
    after = desk.json("publish", "--since", "1", "--preview")
    assert after["model"]["cases"][0]["texts"] == ["Odal Brisk told of it."]


def test_an_accused_person_bears_a_label_until_enough_is_cited(
    desk: Desk, cases: list[str], tmp_path: Path
) -> None:
    officer = desk.json("party", "new", "--name", "Odal Brisk")["ref"]
    desk.run("visibility", officer, "public")
    event = desk.json("case", "show", cases[0])["events"][0]["id"]
    desk.run("entry", "add", event, "parties", f"party={officer}", "role=perpetrator")
    options = ["--all", "--profile", "names", "--preview", *ACCEPTED]
    assert "is Odal Brisk" in desk.run("publish", *options)
    assert "is Odal Brisk" not in desk.run("publish", *options, "--name", officer)
    paper = desk.json("source", "new", "type=news", "title=The River Post")["id"]
    desk.run("citation", "add", event, paper)
    assert "is Odal Brisk" not in desk.run("publish", *options)
