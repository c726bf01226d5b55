"""What stands for a name in Chinese or Tibetan letters without being it."""

import pytest

from hrddesk.redact.detection.parts import stand_ins


def _parts(name: str) -> frozenset[str]:
    return frozenset[str]().union(*(forms.parts for forms in stand_ins(name)))


def _doubtful(name: str) -> frozenset[str]:
    return frozenset[str]().union(*(forms.doubtful for forms in stand_ins(name))) - _parts(name)


@pytest.mark.parametrize(
    ("name", "parts", "others"),
    [
        (
            "邬棠溪",
            "棠溪 邬某 邬先生 老邬 小邬 邬哥 阿溪 小溪 溪溪 溪哥 邬某溪 邬x溪 邬x",
            "邬 棠 溪 邬溪 邬工",
        ),
        ("欧阳棠溪", "欧阳 棠溪 欧阳女士 老欧阳", "欧"),
        ("邬棠", "邬律师 小棠 阿棠 棠棠 邬哥 棠姐", "邬 棠 大棠"),
        ("王建国明", "建国明 国明", "明"),
        ("奥·唐赛依", "唐赛依", "奥 奥先生"),
        ("扎西文嘎", "扎西 文嘎 扎文", "扎 西文"),
        ("棠溪柘禾缪", "棠溪 棠溪柘 禾缪 柘禾缪", "溪柘"),
        ("བཀྲ་ཤིས་ཝེན་གར།", "བཀྲཤིས ཝེནགར བཀྲཝེན", "བཀྲ ཤིསཝེན"),
    ],
)
def test_what_part_of_a_name_may_stand_for_all_of_it(name: str, parts: str, others: str) -> None:
    found = _parts(name)
    assert found >= set(parts.split())
    assert found.isdisjoint(others.split())


@pytest.mark.parametrize(
    "name", ["邬", "Luntaris", "Vero Lunt-Brisk", "Орхан Лунт", "ئورخۇن تاڭساي", "", "·", "བཀྲ་ཤིས"]
)
def test_some_names_have_no_parts_or_are_known_by_their_words(name: str) -> None:
    assert not _parts(name) | _doubtful(name)


def test_what_ordinary_words_look_like_too_is_doubtful() -> None:
    for name, doubtful in (
        ("东方时明", "东方"),
        ("时明", "小时 明明 时工 大明"),
        ("纪棠溪", "纪律"),
        ("岳棠溪", "岳父 岳母"),
        ("曾棠溪", "曾经理"),
        ("邬棠溪", "邬溪 邬工 阿邬 阿棠 小棠 棠棠"),
    ):
        assert _doubtful(name) >= set(doubtful.split())


def test_names_share_what_follows_from_a_surname_or_a_last_character() -> None:
    one, other = stand_ins("邬棠溪"), stand_ins("邬桐溪")
    same = [forms for forms in one if forms in other]
    assert {"老邬", "溪哥"} <= {form for forms in same for form in forms.parts}
    assert "棠溪" not in {form for forms in same for form in forms.parts}
