// The one next deed of the chair, and those that stand beside it. Pure: state in, deeds out.

import { comesFirst } from "./adoption.js";
import { current, next } from "./agenda.js";
import { fill } from "./dom.js";
import { quorum } from "./presence.js";
import { speaker, waiting } from "./speaking.js";

export function nextDeed(state) {
  const steps = { convened: opening, suspended: resuming, in_session: running };
  const step = steps[state?.meeting?.state];
  return step ? step(state) : null;
}

function opening(state) {
  const told = quorum(state);
  const words = gettext("Open the session");
  const note = told ? `${told.words}. ${told.note}.` : "";
  return { key: "open-session", icon: "play", words, note, do: "meeting.move", with: { to: "in_session" }, blocked: told ? !told.met : false };
}

function resuming() {
  const note = gettext("Everybody's screen goes back to the agenda.");
  return { key: "resume", icon: "play", words: gettext("Resume the session"), note, do: "meeting.move", with: { to: "in_session" } };
}

function running(state) {
  if (state.vote?.state === "open") return null;
  const item = current(state);
  if (item) return inItem(state, item);
  if (comesFirst(state)) return null; // the panel of the adoption has the next deed
  const following = next(state);
  return following ? openItem(following) : adjourn();
}

export function openItem(item) {
  const words = fill(gettext("Open item %(label)s"), item);
  const note = gettext("All screens go to this item.");
  return { key: `open-${item.id}`, icon: "play", words, note, do: "item.open", with: { item: item.id } };
}

function inItem(state, item) {
  const speech = speaker(state);
  if (speech) return endSpeech(speech);
  const [first] = waiting(state);
  if (first) return callSpeaker(first);
  if (wantsVote(state, item)) return putQuestion(item);
  return closeItem(item);
}

function endSpeech(speech) {
  const words = gettext("End the speech");
  const note = fill(gettext("%(name)s has the floor."), speech);
  return { key: `end-${speech.id}`, icon: "mic-off", words, note, do: "speech.end", with: { id: speech.id } };
}

export function callSpeaker(speech) {
  const words = fill(gettext("Call %(name)s"), speech);
  const note = gettext("The speaker's name stands on every screen and the clock begins.");
  return { key: `call-${speech.id}`, icon: "mic", words, note, do: "speech.call", with: { id: speech.id } };
}

// A matter for decision is voted on once; after the result it is closed.
export function wantsVote(state, item) {
  if (!["decision", "adoption"].includes(item.kind)) return false;
  const vote = state.vote;
  return !(vote && vote.item === item.id && vote.state === "closed");
}

export function putQuestion(item) {
  const note = gettext("The members present are asked to vote on their screens.");
  return { key: `ask-${item.id}`, icon: "vote", words: gettext("Put the question"), note, opens: "question" };
}

export function closeItem(item) {
  const words = fill(gettext("Close item %(label)s"), item);
  const note = gettext("The conclusion is entered in the record.");
  return { key: `close-${item.id}`, icon: "check", words, note, opens: "conclusion" };
}

function adjourn() {
  const note = gettext("All items are dealt with. The session ends and the minutes can be drafted.");
  return { key: "adjourn", icon: "door", words: gettext("Adjourn the session"), note, opens: "adjourn" };
}

// What else is possible now, as outlined buttons, never what is already the next deed.
export function otherDeeds(state) {
  if (state?.meeting?.state !== "in_session" || state.vote?.state === "open") return standing(state);
  const item = current(state);
  const chosen = nextDeed(state)?.key;
  const rows = item ? [putQuestion(item), closeItem(item)] : skipped(state);
  return [...rows, ...standing(state)].filter((deed) => deed.key !== chosen);
}

// The chair may go on to the next item without adopting anything first.
function skipped(state) {
  const following = next(state);
  return comesFirst(state) && following ? [openItem(following)] : [];
}

function standing(state) {
  const where = state?.meeting?.state;
  const suspend = { key: "suspend", icon: "pause", words: gettext("Suspend"), opens: "suspend" };
  const end = { key: "adjourn", icon: "door", words: gettext("Adjourn"), opens: "adjourn" };
  if (state?.vote?.state === "open") return [];
  if (where === "in_session") return current(state) ? [suspend] : [suspend, end];
  return where === "suspended" && !current(state) ? [end] : [];
}
