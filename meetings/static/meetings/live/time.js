// Time on the live faces. Ends are moments on the server's clock; every screen counts to the same one.

import { fill } from "./dom.js";

const ZONE = "Asia/Ho_Chi_Minh";
const SOON = 30;

function format(moment, options) {
  const given = { hourCycle: "h23", timeZone: ZONE, hour: "2-digit", minute: "2-digit", ...options };
  return new Intl.DateTimeFormat("en-GB", given).format(new Date(moment));
}

// 09:41, as in Việt Nam, whatever the tablet thinks of the world.
export function minute(moment) {
  return format(moment, {});
}

// 09:41:07
export function second(moment) {
  return format(moment, { second: "2-digit" });
}

// Seconds as 06:12 or 1:06:12, never below zero.
export function digits(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}

// Seconds in words, rounded to what a person would say.
export function spell(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return fill(ngettext("%(n)s second", "%(n)s seconds", whole), { n: whole });
  const minutes = Math.floor(whole / 60);
  return fill(ngettext("%(n)s minute", "%(n)s minutes", minutes), { n: minutes });
}

function secondsUntil(moment, now) {
  return (Date.parse(moment) - now) / 1000;
}

// What a clock that runs towards an end shows now.
function towards(left) {
  if (left < 0) {
    const words = fill(gettext("over time by %(time)s"), { time: spell(-left) });
    return { state: "late", digits: digits(-left), words };
  }
  return { state: left <= SOON ? "soon" : "running", digits: digits(Math.ceil(left)), words: "" };
}

export function timerView(timer, now) {
  if (!timer || (!timer.ends_at && timer.left_s == null)) return null;
  const label = timer.label ?? "";
  if (timer.ends_at) return { label, ...towards(secondsUntil(timer.ends_at, now)) };
  const words = gettext("stopped");
  return { label, state: "paused", digits: digits(timer.left_s), words };
}

// The speaker's own clock: down when there is a limit, else up.
export function speechView(speech, now) {
  if (!speech?.started_at) return null;
  const gone = Math.max(0, -secondsUntil(speech.started_at, now));
  if (speech.limit_s) return towards(speech.limit_s - gone);
  return { state: "running", digits: digits(gone), words: "" };
}
