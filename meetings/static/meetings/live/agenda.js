// The agenda as the faces show it: states, what comes next, and how far the clock has run away.

import { fill, nameOf } from "./dom.js";

const ICONS = { planned: "circle", open: "play", done: "circle-check", withdrawn: "ban", deferred: "calendar" };
const RAIL_STATES = {
  planned: "waiting",
  open: "current",
  done: "done",
  withdrawn: "withdrawn",
  deferred: "withdrawn",
};

export function items(state) {
  return state?.agenda?.items ?? [];
}

export function current(state) {
  const id = state?.agenda?.current ?? null;
  return id === null ? null : (items(state).find((item) => item.id === id) ?? null);
}

// For whoever may see it, the restricted item under discussion is the current one too.
export function currentFor(state, you) {
  return current(state) ?? you?.item ?? null;
}

// What this screen lists: the agenda, and the restricted item while it is discussed; for guests
// the items they are invited for.
export function itemsFor(state, you) {
  if (you?.items) return you.items;
  const own = you?.item;
  const known = !own || items(state).some((item) => item.id === own.id);
  return known ? items(state) : [...items(state), own];
}

// What may be opened: still to come, and in a published version.
function isToCome(item) {
  return item.state === "planned" && item.published !== false;
}

export function next(state) {
  return items(state).find(isToCome) ?? null;
}

export function stateWord(item) {
  return {
    planned: gettext("to come"),
    open: gettext("under discussion"),
    done: gettext("concluded"),
    withdrawn: gettext("withdrawn"),
    deferred: gettext("deferred"),
  }[item.state];
}

export function kindWord(kind) {
  return {
    adoption: gettext("For adoption without debate"),
    decision: gettext("For decision"),
    discussion: gettext("For discussion"),
    information: gettext("For information"),
  }[kind];
}

export function isRestricted(item) {
  return Boolean(item?.restricted) || /^H/.test(item?.label ?? "");
}

// One row an item: what the rail shows, whichever face it stands on.
export function rail(state, you = null) {
  const open = currentFor(state, you)?.id;
  const headings = headingsOf(state);
  return itemsFor(state, you).map((item) => ({
    heading: headings.get(item.id) ?? null,
    isSub: Boolean(item.parent),
    id: item.id,
    label: item.label,
    title: item.title,
    icon: item.state === "planned" && isRestricted(item) ? "lock" : ICONS[item.state],
    state: item.state === "planned" && isRestricted(item) ? "restricted" : RAIL_STATES[item.state],
    word: stateWord(item),
    minutes: item.minutes,
    isCurrent: item.id === open,
    isRestricted: isRestricted(item),
  }));
}

// The heading above an item that is the first under it, in the reader's language: id → words.
export function headingsOf(state) {
  const names = new Map((state?.agenda?.headings ?? []).map((heading) => [heading.id, nameOf(heading)]));
  const above = new Map();
  let before = null;
  for (const item of items(state)) {
    if (item.section !== before && names.has(item.section)) above.set(item.id, names.get(item.section));
    before = item.section;
  }
  return above;
}

// The heading an item stands under, in the reader's language; nothing without one.
export function headingOf(state, item) {
  const heading = (state?.agenda?.headings ?? []).find((row) => row.id === item?.section);
  return heading ? nameOf(heading) : "";
}

export function doneCount(state) {
  return items(state).filter((item) => item.state === "done").length;
}

// An item with sub-items takes the time that they take: its own minutes are not counted twice.
function timed(state) {
  const above = new Set(items(state).map((item) => item.parent));
  return items(state).filter((item) => !above.has(item.id));
}

function sum(rows) {
  return rows.reduce((total, item) => total + (item.minutes ?? 0), 0);
}

// Minutes behind the plan (above zero) or ahead of it (below). What is open may still use its own time.
export function drift(state, now) {
  const opened = state?.meeting?.opened_at;
  if (!opened) return 0;
  const elapsed = (now - Date.parse(opened)) / 60000;
  const used = sum(timed(state).filter((item) => item.state === "done"));
  const allowed = used + sum(timed(state).filter((item) => item.state === "open"));
  if (elapsed > allowed) return Math.floor(elapsed - allowed);
  return elapsed < used ? Math.ceil(elapsed - used) : 0;
}

export function driftWords(minutes) {
  if (Math.abs(minutes) < 2) return gettext("on time");
  const late = gettext("%(n)s min behind plan");
  const early = gettext("%(n)s min ahead of plan");
  return fill(minutes > 0 ? late : early, { n: Math.abs(minutes) });
}

// When each item that is still to come will begin, if the rest goes as planned: id → moment.
export function expected(state, now) {
  const opened = state?.meeting?.opened_at;
  const begun = timed(state).filter((item) => ["done", "open"].includes(item.state));
  const planned = opened ? Date.parse(opened) + sum(begun) * 60000 : now;
  const counted = new Set(timed(state));
  let at = Math.max(now, planned);
  const times = new Map();
  for (const item of items(state).filter((row) => row.state === "planned")) {
    times.set(item.id, at);
    if (counted.has(item)) at += (item.minutes ?? 0) * 60000;
  }
  return times;
}

// What the chair may open now: the session runs, nothing is open, the item is still to come.
export function openable(state) {
  if (state?.meeting?.state !== "in_session" || current(state)) return [];
  return items(state).filter(isToCome);
}

// What the meeting's clock is for: the open item's own time needs no title a second time.
export function clockLabel(timer, item) {
  const label = timer?.label ?? "";
  const own = item && label.startsWith(`${item.label}. `);
  return own ? fill(gettext("Time for item %(label)s"), item) : label;
}
