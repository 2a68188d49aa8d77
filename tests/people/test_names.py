"""Persons stand in lists as Vietnamese do: by given name, in the order of their alphabet."""

import pytest

from meetings.forms import MeetingForm
from people.actions import edit_person
from people.models import Person
from people.names import name_key


@pytest.mark.parametrize(
    "letters",
    [
        ["A", "Ă", "Â", "B", "C", "D", "Đ", "E", "Ê", "G", "H"],
        ["N", "O", "Ô", "Ơ", "P", "T", "U", "Ư", "V", "X", "Y"],
        ["An", "Anh", "Ân", "Dũng", "Đạt", "Vân"],
        ["Hoa", "Hòa", "Hỏa", "Hõa", "Hóa", "Họa", "Hoan"],
        ["Nguyễn Văn An", "Trần Thị An", "Lê Ánh", "Đỗ Bình"],
    ],
)
def test_names_follow_the_alphabet_the_tone_and_the_family(letters):
    backwards = letters[::-1]

    assert sorted(backwards, key=name_key) == letters


def test_a_name_typed_with_parts_of_letters_is_the_same_name():
    assert name_key("Đa\u0323t") == name_key("Đạt")
    assert name_key("  Lê   THỊ Hòa ") == name_key("Lê Thị Hòa")


def test_the_database_keeps_the_order(cabinet):
    for number, name in enumerate(["Hoàng Văn", "Lê Đức", "Phan Duy", "Vũ Âu", "Đinh An"]):
        Person.objects.create_user(f"one{number}", "correct horse battery", full_name=name)

    found = Person.objects.filter(username__startswith="one").order_by("name_key")

    assert [str(one) for one in found] == [
        "Đinh An", "Vũ Âu", "Phan Duy", "Lê Đức", "Hoàng Văn",
    ]  # fmt: skip


def test_many_persons_written_at_once_have_their_place(db):
    Person.objects.bulk_create(
        Person(username=name, full_name=name, password="!") for name in ("Vũ Vân", "Lý Đan")
    )

    assert [str(one) for one in Person.objects.order_by("name_key")] == ["Lý Đan", "Vũ Vân"]


def test_who_is_called_another_name_moves_in_the_list(cabinet):
    edit_person(cabinet.admin, cabinet.body, cabinet.finance, full_name="Lê Thị Đào")

    assert Person.objects.get(pk=cabinet.finance.pk).name_key == name_key("Lê Thị Đào")


def test_the_chair_is_chosen_among_given_names_in_order(cabinet):
    form = MeetingForm(body=cabinet.body)

    names = [label for _key, label in form.fields["chair"].choices][1:]

    assert names == [
        "Đỗ Thị Ánh", "Phạm Quốc Dũng", "Lê Thị Hòa", "Trần Minh Khôi", "Nguyễn Văn Sơn",
    ]  # fmt: skip
