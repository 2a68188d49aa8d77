"""A mark as it goes to its owner's devices."""

from typing import Any

from papers.models import Annotation


def whole(mark: Annotation) -> dict[str, Any]:
    """Return all there is to a mark; a tombstone has little."""
    return {
        "uuid": str(mark.pk),
        "version": mark.version_id,
        "page": mark.page,
        "kind": mark.kind,
        "geometry": mark.geometry,
        "style": mark.style,
        "text": mark.text,
        "quote": mark.quote,
        "rev": mark.rev,
        "deleted": mark.deleted,
        "at": mark.updated_at.isoformat(),
    }


def told(mark: Annotation, is_kept: bool) -> dict[str, Any]:
    """Return the receipt for a mark that was sent.

    It carries no ink and no words, for receipts are stored; ``kept`` is false when a newer
    revision was there already, and the device then asks for its marks again.
    """
    return {
        "annotation": {
            "uuid": str(mark.pk),
            "version": mark.version_id,
            "rev": mark.rev,
            "deleted": mark.deleted,
            "at": mark.updated_at.isoformat(),
        },
        "kept": is_kept,
    }
