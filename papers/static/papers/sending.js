// How marks travel: over the meeting's socket while it is live, else by HTTP; and how they are read.

const JSON_HEADERS = { Accept: "application/json", "Content-Type": "application/json" };

function csrf() {
  const found = document.cookie.split("; ").find((pair) => pair.startsWith("csrftoken="));
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  return found ? decodeURIComponent(found.slice("csrftoken=".length)) : token;
}

async function answerOf(response) {
  const told = await response.json().catch(() => ({}));
  if (response.ok) return told;
  const message = told.message ?? gettext("The server did not answer as it should.");
  throw Object.assign(new Error(message), { status: response.status });
}

// A mark for the wire: what only this device knows stays here.
export function letter({ stored, at, ...mark }) {
  return mark;
}

export async function readMarks(url, alive) {
  const options = { headers: { Accept: "application/json" }, signal: alive, redirect: "error" };
  return answerOf(await fetch(url, options));
}

export function sender(room, url) {
  return async (mark) => {
    if (room?.link?.live) return (await overSocket(room, mark)).result;
    return overHttp(url.replace("00000000-0000-0000-0000-000000000000", mark.uuid), mark);
  };
}

function overSocket(room, mark) {
  if (mark.deleted) return room.command("annotation.delete", { uuid: mark.uuid, rev: mark.rev });
  return room.command("annotation.save", { annotation: letter(mark) });
}

async function overHttp(url, mark) {
  const method = mark.deleted ? "DELETE" : "PUT";
  const body = JSON.stringify(mark.deleted ? { rev: mark.rev } : letter(mark));
  const headers = { ...JSON_HEADERS, "X-CSRFToken": csrf() };
  return answerOf(await fetch(url, { method, headers, body, redirect: "error" }));
}
