"""Vietnamese names in order: by given name, in the order of the Vietnamese alphabet and tones.

The order is kept as a key of lower-case letters and digits that every database sorts alike.
"""

import unicodedata

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # à ả ã á ạ
SHAPES = {"\u0306": 2, "\u0302": 3, "\u031b": 4}  # ă, â ê ô, ơ ư
LONGEST_KEY = 400


def name_key(full_name: str) -> str:
    """Return what a full name is sorted by: the given name, which stands last, then the others."""
    words = unicodedata.normalize("NFC", full_name).casefold().split()
    return "".join(_syllable(word) for word in [*words[-1:], *words[:-1]])[:LONGEST_KEY]


def _syllable(word: str) -> str:
    """Return a word by its letters, then by its tone; a shorter word comes first."""
    tone = 0
    letters: list[list[str | int]] = []
    for char in unicodedata.normalize("NFD", word.replace("đ", "d\u0306")):
        if char in TONES:
            tone = TONES[char]
        elif char in SHAPES and letters:
            letters[-1][1] = SHAPES[char]
        elif char.isascii() and char.isalnum():
            letters.append([char, 1])
    return "".join(f"{char}{shape}" for char, shape in letters) + f"0{tone}"
