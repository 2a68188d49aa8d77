// Who is here, whether that is enough, and which sites are on the line.

import { fill } from "./dom.js";

export function people(state) {
  return state?.presence?.people ?? [];
}

export function isHere(person) {
  return person.s === "present" || person.s === "checked_in";
}

export function attendanceWord(s) {
  return {
    expected: gettext("expected"),
    checked_in: gettext("checked in"),
    present: gettext("present"),
    excused: gettext("absent with notice"),
    left: gettext("left"),
  }[s];
}

export function quorum(state) {
  const told = state?.presence;
  if (!told) return null;
  const short = Math.max(0, told.needed - told.present);
  return {
    total: told.total,
    present: told.present,
    needed: told.needed,
    met: Boolean(told.has_quorum),
    words: fill(gettext("%(present)s of %(total)s members present"), told),
    note: told.has_quorum
      ? fill(gettext("Quorum is met; %(needed)s needed"), told)
      : fill(ngettext("%(short)s more member needed", "%(short)s more members needed", short), {
          short,
        }),
  };
}

// The roll for the secretary: who waits for confirmation stands first, then protocol order as given.
export function roll(state) {
  const waiting = people(state).filter((person) => person.s === "checked_in");
  return { waiting, rest: people(state).filter((person) => person.s !== "checked_in") };
}

// A site is live while somebody there is on the line; unreachable when somebody should be.
export function siteStates(state) {
  const states = new Map();
  for (const person of people(state)) {
    if (person.site == null || !isHere(person)) continue;
    const key = String(person.site);
    if (person.on) states.set(key, "live");
    else if (!states.has(key)) states.set(key, "unreachable");
  }
  return states;
}

export function siteWord(state) {
  return {
    live: gettext("on the line"),
    unreachable: gettext("unreachable"),
  }[state] ?? gettext("not opened");
}

export function byParticipant(state, p) {
  return people(state).find((person) => person.p === p) ?? null;
}
