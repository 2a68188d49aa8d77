// The bars and the verdict of a vote, alike on every screen.

import { ICONS, fill, icon, make, verdict, word } from "./vote-words.js";

const SVG = "http://www.w3.org/2000/svg";

// A bar of `value` in `total`, with a mark at the number needed.
export function meterOf(value, total, { needed = null, tone = "" } = {}) {
  const meter = svg("svg", {
    class: "meter",
    "data-tone": tone,
    viewBox: `0 0 ${Math.max(total, 1)} 1`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": `${value}/${total}`,
  });
  meter.append(svg("rect", { class: "meter-fill", width: value, height: 1 }));
  if (needed !== null) {
    meter.append(svg("line", { class: "meter-needed", x1: needed, x2: needed, y1: -0.2, y2: 1.2 }));
  }
  return meter;
}

export function tallyOf(vote) {
  const { result, total } = vote;
  const rows = ["yes", "no", "other"].map((choice) =>
    row(choice, word(choice), result[choice], total, choice === "yes" ? result.needed : null),
  );
  rows.push(row("silent", gettext("Did not vote"), result.silent, total, null));
  return make("div", { class: "tally" }, ...rows);
}

export function verdictOf({ result }) {
  const said = result.adopted ? gettext("Adopted") : gettext("Not adopted");
  return make(
    "div",
    { class: "verdict", "data-adopted": String(result.adopted) },
    make("p", { class: "verdict-word" }, icon(result.adopted ? "circle-check" : "circle-x"), said),
    make("p", { class: "verdict-rule" }, verdict(result)),
  );
}

// What stands where the buttons stood: nothing while open, the verdict, or why it is void.
export function resultOf(vote) {
  if (vote.state === "void") {
    const why = fill(gettext("This vote was declared void: %(reason)s"), { reason: vote.void_reason });
    return [make("div", { class: "notice warn" }, icon("ban"), make("div", {}, make("p", {}, why)))];
  }
  return vote.state === "closed" && vote.result ? [verdictOf(vote), tallyOf(vote)] : [];
}

function row(choice, said, count, total, needed) {
  const name = make("span", { class: "tally-word" }, icon(ICONS[choice]), said);
  const number = make("span", { class: "tally-count" }, String(count));
  return make("div", { class: "tally-row", "data-choice": choice }, name, meterOf(count, total, { needed, tone: choice }), number);
}

function svg(tag, facts) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  return element;
}
