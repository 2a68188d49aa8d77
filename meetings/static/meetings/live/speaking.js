// Who speaks, who waits, and whether I may ask.

import { fill } from "./dom.js";
import { currentFor } from "./agenda.js";

const PRESENT = new Set(["present", "checked_in"]);

function queue(state) {
  return state?.speaking?.queue ?? [];
}

export function speaker(state) {
  return queue(state).find((speech) => speech.state === "speaking") ?? null;
}

export function waiting(state) {
  return queue(state).filter((speech) => speech.state === "waiting");
}

// My own request; on a restricted item it is told to me alone.
export function mine(state, you) {
  const p = you?.participant?.p;
  return queue(state).find((speech) => speech.p === p && p != null) ?? you?.request ?? null;
}

// Why the button rests; empty when it may be pressed.
export function whyNot(state, you) {
  const where = state?.meeting?.state;
  if (where === "suspended") return gettext("The session is suspended.");
  if (where !== "in_session") return gettext("The session is not open.");
  if (!you?.participant) return gettext("You do not take part in this meeting.");
  if (!PRESENT.has(you.participant.s)) return gettext("Please check in first.");
  if (!may(you, "speak")) return gettext("You attend without taking the floor.");
  if (currentFor(state, you)) return "";
  if (state.agenda?.closed_door) return gettext("The meeting is working in private.");
  return gettext("No item is open yet.");
}

export function may(you, word) {
  return you?.may?.includes(word) ?? false;
}

// What the one button does now: ask, withdraw, or say that it is my turn.
export function request(state, you) {
  const own = mine(state, you);
  if (own?.state === "speaking") return { deed: "speech.end", note: gettext("You have the floor.") };
  if (own) return { deed: "speech.withdraw", note: placeWords(state, own) };
  return { deed: "speech.request", note: whyNot(state, you), blocked: whyNot(state, you) !== "" };
}

function placeWords(state, own) {
  const place = waiting(state).findIndex((speech) => speech.id === own.id) + 1;
  const first = gettext("You have asked to speak: you are next.");
  const later = gettext("You have asked to speak: number %(place)s in turn.");
  if (place === 0) return gettext("You have asked to speak.");
  return place === 1 ? first : fill(later, { place });
}
