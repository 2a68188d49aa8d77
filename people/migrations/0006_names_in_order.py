"""Give every person the key that names are sorted by."""

import unicodedata

from django.db import migrations, models

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
SHAPES = {"\u0306": 2, "\u0302": 3, "\u031b": 4}


def syllable(word):
    tone, letters = 0, []
    for char in unicodedata.normalize("NFD", word.replace("đ", "d\u0306")):
        if char in TONES:
            tone = TONES[char]
        elif char in SHAPES and letters:
            letters[-1][1] = SHAPES[char]
        elif char.isascii() and char.isalnum():
            letters.append([char, 1])
    return "".join(f"{char}{shape}" for char, shape in letters) + f"0{tone}"


def write_keys(apps, schema_editor):
    Person = apps.get_model("people", "Person")
    for person in Person.objects.only("full_name").iterator():
        words = unicodedata.normalize("NFC", person.full_name).casefold().split()
        key = "".join(syllable(word) for word in [*words[-1:], *words[:-1]])[:400]
        Person.objects.filter(pk=person.pk).update(name_key=key)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_saved_searches'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='name_key',
            field=models.CharField(db_index=True, default='', editable=False, max_length=400),
            preserve_default=False,
        ),
        migrations.RunPython(write_keys, migrations.RunPython.noop, elidable=True),
    ]
