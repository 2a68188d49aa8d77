// Positions before the session and the last call, as the faces show them. Pure: state in, words out.

import { current } from "./agenda.js";
import { fill } from "./dom.js";
import { people } from "./presence.js";

const BEFORE = ["convened", "in_session"];

function lines(state) {
  return state?.adoption?.items ?? [];
}

// Entered for adoption, and nobody objects or wishes to speak: what the chair calls on.
export function block(state) {
  return lines(state).filter((line) => line.entered && line.adoptable);
}

// Entered for decision, and every member has said that there is no objection: offered besides.
export function unanimous(state) {
  return lines(state).filter((line) => !line.entered && line.adoptable);
}

// Entered for adoption, and somebody objects or wishes to speak: it is debated.
export function opposed(state) {
  return lines(state).filter((line) => line.entered && !line.adoptable);
}

// The panel is there before and in the session, while no item is open and something may be adopted.
export function isOffered(state) {
  if (!BEFORE.includes(state?.meeting?.state) || current(state)) return false;
  return Boolean(call(state) || block(state).length || unanimous(state).length);
}

// What the chair is to do next: the call, or the adoption after it.
export function comesFirst(state) {
  if (state?.meeting?.state !== "in_session" || current(state)) return false;
  return Boolean(call(state) || block(state).length);
}

export function call(state) {
  return state?.adoption?.call ?? null;
}

// The items of the call on this screen; restricted ones are told in person.
export function called(state, you = null) {
  const open = call(state)?.items ?? [];
  const known = new Set(open.map((line) => line.id));
  const own = (you?.call?.items ?? []).filter((line) => !known.has(line.id));
  return [...open, ...own];
}

// How long the call still runs: whole seconds, zero once the adoption may follow.
export function secondsLeft(state, now) {
  const told = call(state);
  return told ? Math.max(0, Math.ceil((Date.parse(told.ends_at) - now) / 1000)) : 0;
}

export function countWords(line) {
  const told = fill(gettext("%(no_objection)s of %(voters)s: no objection"), line) + outdatedWords(line);
  const silent = line.silent.length;
  if (!silent) return told;
  const words = ngettext("%(n)s has not answered", "%(n)s have not answered", silent);
  return `${told} · ${fill(words, { n: silent })}`;
}

// Positions given before something under the item changed: they count, and the chair knows.
function outdatedWords(line) {
  const n = line.outdated ?? 0;
  if (!n) return "";
  return ` · ${fill(ngettext("%(n)s given before the last change", "%(n)s given before the last change", n), { n })}`;
}

export function silentNames(state, line) {
  const known = new Map(people(state).map((person) => [person.p, person.name]));
  return line.silent.map((p) => known.get(p)).filter(Boolean);
}

export function stanceWord(stance) {
  return {
    no_objection: gettext("No objection"),
    objection: gettext("Objection"),
    speak: gettext("Wishes to speak"),
  }[stance];
}

// What is adopted as one: the item, and the numbers of the sub-items that go with it.
export function titleWords(line) {
  const labels = (line.subs ?? []).map((sub) => sub.label).join(", ");
  return labels ? fill(gettext("%(title)s (with %(labels)s)"), { ...line, labels }) : line.title;
}

// What one member has said against an item or one of its sub-items, in a line.
export function againstWords(row) {
  const stance = row.on ? fill(gettext("%(stance)s on %(on)s"), { on: row.on, stance: stanceWord(row.stance) }) : stanceWord(row.stance);
  const told = `${row.name}: ${stance}`;
  return row.reason ? `${told}. ${row.reason}` : told;
}

// What else keeps an item from being adopted with the others.
export function heldWords(row) {
  if (row.why === "debate") return fill(gettext("A debate was asked for on %(label)s."), row);
  return gettext("A sub-item is not published yet.");
}

// Everything that speaks against, each with a key of its own.
export function objections(line) {
  const said = line.against.map((row) => ({ key: `${row.p}-${row.on ?? ""}`, words: againstWords(row) }));
  const held = (line.held ?? []).map((row, place) => ({ key: `held-${place}`, words: heldWords(row) }));
  return [...said, ...held];
}
