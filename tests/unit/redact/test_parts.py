"""What stands for a name without being it."""

import pytest

from hrddesk.redact.parts import StandIns, stand_ins


@pytest.mark.parametrize(
    ("name", "parts", "others"),
    [
        (
            "邬棠溪",
            "棠溪 邬某 邬先生 老邬 小邬 邬哥 mrwu wu tangxi 阿溪 小溪 溪溪 溪哥 邬某溪 邬x溪 邬x xiaoxi",
            "邬 棠 溪 邬溪 邬工",
        ),
        ("欧阳棠溪", "欧阳 棠溪 欧阳女士 老欧阳 msouyang", "欧"),
        ("邬棠", "邬律师 小棠 阿棠 棠棠 邬哥 棠姐 mrwu tang xiaotang sistertang", "邬 棠 大棠"),
        ("王建国明", "建国明 国明", "明"),
        ("奥·唐赛依", "唐赛依 tangsaiyi", "奥 奥先生"),
        ("扎西文嘎", "扎西 文嘎 扎文", "扎 西文"),
        ("棠溪柘禾缪", "棠溪 棠溪柘 禾缪 柘禾缪", "溪柘"),
        ("བཀྲ་ཤིས་ཝེན་གར།", "བཀྲཤིས ཝེནགར བཀྲཝེན", "བཀྲ ཤིསཝེན"),
        ("ئورخۇن تاڭساي", "ئورخۇن تاڭساي orxun tangsay mrtangsay", "mrئورخۇن"),
        ("Орхан Лунт", "орхан лунт олунт лунто", "о ол"),
        ("Zhang Qorlan", "qorlan zhang mrzhang mrsqorlan zqorlan zhangq", "mr z q"),
        ("Vero Ann Lunt-Brisk", "vero ann luntbrisk lunt brisk missvero valuntbrisk", "annlunt vlunt"),
        ("Vero Lu-Brisk", "vero lubrisk brisk", "lu"),
        ("Li Na", "li na msli msna", "lina lna"),
        ("He Man", "mrhe comradehe", "he man"),
        ("The Heron", "heron", "the"),
    ],
)
def test_what_part_of_a_name_may_stand_for_all_of_it(name: str, parts: str, others: str) -> None:
    found = stand_ins(name).parts
    assert found >= set(parts.split())
    assert found.isdisjoint(others.split())


@pytest.mark.parametrize("name", ["邬", "Luntaris", "", "·", "བཀྲ་ཤིས"])
def test_some_names_have_no_parts(name: str) -> None:
    assert stand_ins(name) == StandIns()


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("邬棠溪", "wtx txw"),
        ("邬棠", "wt tw"),
        ("欧阳棠溪", "oytx txoy otx txo"),
        ("Vero Lunt", "vl lv"),
        ("Vero Ann Lunt", "val lva alv"),
        ("奥尔洪·唐赛依", "at ta"),
        ("ئورخۇن تاڭساي", "ot to"),
        ("Орхан Лунт", ""),
    ],
)
def test_initials_stand_with_the_surname_first_or_last(name: str, initials: str) -> None:
    assert stand_ins(name).initials == frozenset(initials.split())


def test_what_ordinary_words_look_like_too_is_doubtful() -> None:
    for name, doubtful in (
        ("东方时明", "东方"),
        ("时明", "小时 明明 时工 大明"),
        ("纪棠溪", "纪律"),
        ("岳棠溪", "岳父 岳母"),
        ("曾棠溪", "曾经理"),
        ("邬棠溪", "邬溪 邬工 阿邬 阿棠 小棠 棠棠 mrw axi xixi tangtang xiaotang"),
        ("Vero Lunt", "mrv msl"),
    ):
        made = stand_ins(name)
        assert made.doubtful >= set(doubtful.split())
        assert made.doubtful.isdisjoint(made.parts)
