"""What a campaign tries: all or a sample, and another sample at each commit."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import campaigns

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("said", "full"), [(None, False), ("", False), ("0", False), ("1", True)])
def test_only_a_one_asks_for_all(said: str | None, *, full: bool) -> None:
    assert campaigns.is_full({} if said is None else {"HRDDESK_FULL": said}) == full


def _commit(folder: Path, text: str) -> None:
    git = ["git", "-C", str(folder), "-c", "user.name=n", "-c", "user.email=e@example.org"]
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "file").write_text(text, "utf-8")
    subprocess.run([*git, "add", "file"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "made"], check=True)


def test_the_seed_changes_with_the_commit_and_can_be_given(tmp_path: Path) -> None:
    assert campaigns.seed_of({}, tmp_path / "nowhere") == "no commit"
    seeds = []
    for text in ("one", "two", "one"):
        _commit(tmp_path, text)
        seeds.append(campaigns.seed_of({}, tmp_path))
    assert seeds[0] == seeds[2] != seeds[1]
    assert all(len(seed) == 12 for seed in seeds)
    assert campaigns.seed_of({"HRDDESK_SEED": "given"}, tmp_path) == "given"


def test_the_same_seed_draws_the_same_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    def sample(seed: str) -> list[int]:
        monkeypatch.setattr(campaigns, "SEED", seed)
        monkeypatch.setattr(campaigns, "FULL", False)
        chosen = campaigns.drawn("any", range(100), 5)
        return [value for value in chosen if isinstance(value, int)]

    assert len(sample("a")) == 5
    assert sample("a") == sample("a") != sample("b")


def test_of_crossed_ones_each_is_tried_with_some_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaigns, "FULL", False)
    made = campaigns.crossed("any", "abcdefgh", range(6), 2)
    assert [item.values for item in made] == [(one, other) for one in "abcdefgh" for other in range(6)]
    tried = [item.values for item in made if not item.marks]
    assert [one for one, _ in tried] == [one for one in "abcdefgh" for _ in range(2)]
    assert len({other for _, other in tried}) > 2


def test_a_run_says_its_seed_and_says_it_again_where_something_fails(tmp_path: Path) -> None:
    for body, times in (("assert True", 1), ("assert False", 2)):
        (tmp_path / "test_one.py").write_text(f"def test_one():\n    {body}\n", "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "tests.conftest", str(tmp_path)],
            env=campaigns.uncounted() | {"HRDDESK_SEED": "given", "PYTHONPATH": f"{ROOT}"},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.count("HRDDESK_SEED='given'") == times, done.stdout + done.stderr
