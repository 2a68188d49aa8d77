"""Marks as a device sends them."""

import json
import time
import uuid


def rev(seconds=0):
    return int((time.time() + seconds) * 1000 * 32)


def ink(version, **facts):
    return {
        "uuid": str(uuid.uuid4()),
        "version": version.pk,
        "page": 0,
        "kind": "ink",
        "geometry": {"strokes": [[10, 20, 0.5, 30.123, 40, 0.7]], "width": 1.5, "pressure": True},
        "style": {"color": "#1d4e6f"},
        "rev": rev(),
        **facts,
    }


def note(version, text="Đề nghị làm rõ", **facts):
    return ink(version, kind="note", geometry={"x": 100, "y": 200}, text=text, **facts)


def highlight(version, **facts):
    geometry = {"quads": [[10, 20, 200, 34]]}
    return ink(version, kind="highlight", geometry=geometry, quote={"exact": "Điều 2"}, **facts)


def put(client, mark, **extra):
    url = f"/annotations/{mark['uuid']}/"
    return client.put(url, json.dumps(mark), content_type="application/json", **extra)
