// <wall-stage>: the item, the speaker and the clock, for the whole room. One thing at a time.

import { call, called, secondsLeft } from "./adoption.js";
import { clockLabel, current, headingOf } from "./agenda.js";
import { fill, keep, make, mark, officeOf, say, show, sponsorOf } from "./dom.js";
import { drawClock } from "./live-floor.js";
import { LivePart } from "./live-part.js";
import { standing } from "./live-standing.js";
import { quorum } from "./presence.js";
import { speaker, waiting } from "./speaking.js";
import { digits, speechView, timerView } from "./time.js";

// What the wall shows now: vote, item, closed door, or how the session stands.
export function scene(state) {
  if (standing(state)) return "standing";
  if (state.agenda?.closed_door) return "closed";
  const vote = state.vote;
  if (vote && vote.state !== "void" && showsVote(state, vote)) return "vote";
  if (call(state)?.items.length) return "call";
  return current(state) ? "item" : "between";
}

// The result stays until the item is left or the next speaker has the floor.
function showsVote(state, vote) {
  if (vote.state === "open") return true;
  const item = current(state);
  return item?.id === vote.item && !speaker(state);
}

class WallStage extends LivePart {
  draw({ state }) {
    const now = scene(state);
    mark(this, "data-scene", now);
    for (const box of this.querySelectorAll("[data-scene-of]")) {
      show(box, box.dataset.sceneOf.split(" ").includes(now));
    }
    this.drawItem(state, current(state));
    this.drawSpeaker(state);
    keep(this.part("called"), called(state), (line) => line.id, buildCalled, updateCalled);
    this.drawStanding(state);
  }

  drawItem(state, item) {
    if (!item) return;
    const label = fill(gettext("Item %(label)s"), item);
    say(this.part("label"), [headingOf(state, item), label].filter(Boolean).join(" · "));
    say(this.part("title"), item.title);
    say(this.part("sponsor"), sponsorOf(item));
  }

  drawSpeaker(state) {
    const speech = speaker(state);
    show(this.part("speaker"), speech);
    say(this.part("name"), speech?.name);
    say(this.part("office"), officeOf(speech));
    const next = waiting(state);
    show(this.part("next"), next.length);
    const names = next.slice(0, 3).map((row) => row.name);
    const more = next.length > 3 ? ` +${next.length - 3}` : "";
    say(this.part("next-names"), names.join(" · ") + more);
  }

  drawStanding(state) {
    const told = standing(state) ?? { words: gettext("Between two items"), note: "" };
    const counted = quorum(state);
    say(this.part("standing"), told.words);
    say(this.part("present"), counted ? `${counted.words}. ${counted.note}.` : "");
  }

  tick(now) {
    const { state } = this.room;
    say(this.part("call-digits"), digits(secondsLeft(state, now)));
    const speech = state && speechView(speaker(state), now);
    const timer = state && timerView(state.timer, now);
    const label = clockLabel(state?.timer, current(state));
    drawClock(this.part("clock"), speech ? { ...speech, label: "" } : timer && { ...timer, label });
    drawClock(this.part("item-clock"), speech ? timer : null);
  }
}

function buildCalled() {
  return make("li", {}, make("b", { class: "label" }), make("span"));
}

function updateCalled(li, line) {
  mark(li, "data-out", line.out);
  say(li.children[0], line.label);
  say(li.children[1], line.title);
}

customElements.define("wall-stage", WallStage);
