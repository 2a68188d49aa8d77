// <vote-wall></vote-wall> on the wall: the question, a seat for each member, bars and the verdict.

import { meterOf, tallyOf, verdictOf } from "./vote-tally.js";
import { countdown, fill, icon, keep, make, roomOf, say, word } from "./vote-words.js";

const TICK = 250;
const CROWD = 80;

class VoteWall extends HTMLElement {
  async connectedCallback() {
    this.room = await roomOf(this);
    if (!this.room || !this.isConnected) return;
    this.parts = {
      head: make("p", { class: "wall-mid vote-wall-head" }, make("span", {}, gettext("Vote")), make("span", { class: "wall-digits", role: "timer" })),
      question: make("p", { class: "wall-big vote-wall-question" }),
      told: make("div", { class: "vote-wall-told", "aria-live": "polite" }),
      seats: make("div", { class: "seats vote-seats", role: "img" }),
    };
    this.stop = this.room.follow({ state: () => this.draw() });
    this.timer = setInterval(() => this.tick(), TICK);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.stop?.();
  }

  get vote() {
    return this.room.state?.vote ?? null;
  }

  draw() {
    const { vote, parts } = this;
    if (!vote || vote.state === "void") return this.replaceChildren();
    if (parts.head.parentNode !== this) this.replaceChildren(...Object.values(parts));
    this.dataset.state = vote.state;
    say(parts.question, vote.question);
    this.drawSeats(vote);
    this.drawTold(vote);
    this.tick();
  }

  drawSeats(vote) {
    const { seats } = this.parts;
    const people = (this.room.state.presence?.people ?? []).filter((person) => person.vote);
    const voted = new Set(vote.voted);
    const choices = new Map((vote.names ?? []).map(({ p, choice }) => [p, choice]));
    seats.toggleAttribute("data-crowd", people.length > CROWD);
    seats.setAttribute("aria-label", fill(gettext("%(cast)s of %(total)s members have voted."), { cast: voted.size, total: vote.total }));
    keep(seats, people, ({ p }) => p, () => make("div", { class: "seat" }), (seat, person) => {
      drawSeat(seat, person, vote.state, voted.has(person.p), choices.get(person.p));
    });
  }

  drawTold(vote) {
    const { told } = this.parts;
    const cast = vote.voted.length;
    const said = `${vote.id}${vote.state}${cast}`;
    if (told.dataset.said === said) return;
    told.dataset.said = said;
    told.replaceChildren(...(vote.result ? [verdictOf(vote), tallyOf(vote)] : turnout(vote, cast)));
  }

  tick() {
    const vote = this.room && this.vote;
    if (!vote) return;
    const open = vote.closes_at && vote.state === "open";
    say(this.parts.head.lastChild, open ? countdown((Date.parse(vote.closes_at) - this.room.now()) / 1000) : "");
  }
}

function turnout(vote, cast) {
  const words = fill(gettext("%(cast)s of %(total)s members have voted."), { cast, total: vote.total });
  const needed = vote.needed === null ? "" : fill(gettext("To adopt, %(needed)s must agree."), vote);
  return [make("p", { class: "wall-big num" }, words), meterOf(cast, vote.total), make("p", { class: "wall-mid quiet" }, needed)];
}

// The choice stands as a sign too, never as a colour alone.
function drawSeat(seat, person, state, voted, choice) {
  const shown = state === "open" ? (voted ? "voted" : "waiting") : choice ?? "silent";
  seat.title = person.name;
  if (seat.dataset.shown === shown) return;
  seat.dataset.shown = shown;
  seat.toggleAttribute("data-voted", shown === "voted");
  if (choice) seat.dataset.choice = choice;
  else delete seat.dataset.choice;
  const sign = { yes: "for", no: "against", other: "other", voted: "vote" }[shown];
  const name = make("span", { class: "seat-name" }, seatWord(person));
  const said = choice ? make("span", { class: "visually-hidden" }, word(choice)) : null;
  seat.replaceChildren(...[sign ? icon(sign) : null, name, said].filter(Boolean));
}

// A seat has little room: a ministry without the word "ministry", else the given name, which comes last.
function seatWord({ agency, name }) {
  return agency?.replace(/^Bộ /, "") || name.split(" ").at(-1);
}

customElements.define("vote-wall", VoteWall);
