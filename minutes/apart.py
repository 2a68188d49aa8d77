"""What is minuted apart: restricted items. The general minutes hold only a seal over the words."""

import hashlib

from minutes.models import Block
from realtime.journal import canonical


def commitment(block: Block) -> dict[str, str]:
    """Return the item's label and a salted hash over its facts and words.

    The salt keeps anybody from guessing the words; who may see the item can prove that the part
    kept apart is the one that was approved.
    """
    said = {"facts": block.facts, "text": block.text}
    return {
        "label": str(block.facts["label"]),
        "sha256": hashlib.sha256(canonical(said).encode()).hexdigest(),
    }
