"""`Lazy`, an attribute that is computed when it is first read."""

from hrddesk.system.lazy import Lazy


class Owner:
    def __init__(self) -> None:
        self.count = 0

    @Lazy
    def details(self) -> list[int]:
        self.count += 1
        return [self.count]


def test_it_is_computed_once_for_each_owner() -> None:
    first, second = Owner(), Owner()
    assert first.details is first.details
    assert (first.count, second.count) == (1, 0)


def test_looking_whether_it_exists_computes_nothing() -> None:
    owner = Owner()
    assert Owner.details.existing(owner) is None
    assert owner.count == 0
    details = owner.details
    assert Owner.details.existing(owner) is details
