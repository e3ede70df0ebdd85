"""How things are named and counted in sentences."""

from app.domain.naming import things


def test_things_are_counted_as_one_counts_them():
    assert [things(count) for count in (1, 9, 10, 12)] == ["1つ", "9つ", "10個", "12個"]
