// <vote-panel></vote-panel> inside <meeting-room>: a member's vote.
//
// Hidden while there is nothing to vote on; data-state is "open", "closed" or "void".
// Tells the page `vote:open` (bubbles, detail: the vote) when a question is put.

import { Ballot, ballotWords } from "./vote-ballot.js";
import { resultOf } from "./vote-tally.js";
import { CHOICES, ICONS, clock, countdown, fill, icon, make, minute, roomOf, say, word } from "./vote-words.js";

const TICK = 250;

class VotePanel extends HTMLElement {
  async connectedCallback() {
    this.hidden = true;
    this.build();
    this.room = await roomOf(this);
    if (!this.room || !this.isConnected) return;
    this.ballot = new Ballot({
      command: (name, data) => this.room.command(name, data),
      changed: () => this.draw(),
    });
    this.stop = this.room.follow({ state: () => this.hear(), you: () => this.hear(), link: () => this.draw() });
    this.timer = setInterval(() => this.tick(), TICK);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.stop?.();
  }

  // A restricted vote is told to those entitled only, in `you`.
  get vote() {
    return this.room.you?.vote ?? this.room.state?.vote ?? null;
  }

  get seat() {
    return this.room.you?.participant?.p ?? null;
  }

  get entitled() {
    return this.vote.voted.includes(this.seat) || this.vote.waiting.includes(this.seat);
  }

  build() {
    const name = `vote-question-${Math.random().toString(36).slice(2, 8)}`;
    this.parts = {
      clock: make("span", { class: "clock", role: "timer" }),
      question: make("p", { class: "vote-question", id: name }),
      facts: make("p", { class: "small quiet num" }),
      buttons: make("div", { class: "vote-buttons", role: "group", "aria-labelledby": name }, ...CHOICES.map((choice) => this.button(choice))),
      receipt: make("p", { class: "receipt", role: "status" }),
      change: this.link(gettext("Change my ballot"), () => this.ballot.change()),
      speak: this.link(gettext("Add my opinion"), () => this.open(this.parts.opinion.hidden)),
      opinion: this.buildOpinion(),
      result: make("div", { class: "stack", "aria-live": "polite" }),
    };
    const { clock: time, question, facts, buttons, receipt, change, speak, opinion, result } = this.parts;
    const head = make("header", { class: "vote-card-head" }, make("span", {}, gettext("Vote")), time);
    const foot = make("div", { class: "vote-foot" }, receipt, make("div", { class: "cluster" }, change, speak), opinion);
    this.card = make("section", { class: "vote-card", "aria-labelledby": name }, head, question, facts, buttons, result, foot);
  }

  button(choice) {
    const button = make("button", { type: "button", class: "vote-button", "data-choice": choice }, icon(ICONS[choice]), word(choice));
    button.addEventListener("click", () => this.ballot.tap(choice));
    return button;
  }

  link(words, then) {
    const button = make("button", { class: "button plain small", type: "button" }, words);
    button.addEventListener("click", then);
    return button;
  }

  // With "disagree" or "other opinion" one may say what one thinks; it goes on record.
  buildOpinion() {
    const text = make("textarea", { rows: 3, maxlength: 2000, required: true, "aria-label": gettext("My opinion, for the record") });
    const send = make("button", { class: "button small", type: "submit" }, gettext("Record my opinion"));
    const form = make("form", { class: "stack tight", hidden: true }, text, make("div", {}, send));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await this.ballot.tap(this.ballot.recorded.choice, text.value.trim());
      if (!this.ballot.refusal) this.open(false);
    });
    return form;
  }

  open(shown) {
    this.parts.opinion.hidden = !shown;
    if (shown) this.parts.opinion.elements[0].focus();
  }

  hear() {
    const { vote } = this;
    this.hidden = !vote;
    if (!vote) {
      this.removeAttribute("data-state");
      return this.replaceChildren();
    }
    if (this.card.parentNode !== this) this.replaceChildren(this.card);
    const isNew = vote.state === "open" && vote.id !== this.ballot.vote;
    this.ballot.follow(vote.id, this.room.you?.ballot);
    this.dataset.state = vote.state;
    this.draw();
    if (isNew) this.dispatchEvent(new CustomEvent("vote:open", { bubbles: true, detail: vote }));
  }

  draw() {
    const { vote, parts, ballot } = this;
    if (!vote) return;
    const mayVote = vote.state === "open" && this.entitled;
    say(parts.question, vote.question);
    say(parts.facts, factsOf(vote, mayVote));
    parts.buttons.hidden = !mayVote;
    for (const button of parts.buttons.children) this.drawButton(button);
    this.drawReceipt();
    const settled = mayVote && vote.may_change && ballot.recorded && !ballot.pending && !ballot.changing;
    parts.change.hidden = !settled;
    parts.speak.hidden = !settled || ballot.recorded.choice === "yes";
    if (parts.speak.hidden) parts.opinion.hidden = true;
    this.drawResult();
    this.tick();
  }

  drawButton(button) {
    const { choice } = button.dataset;
    const mine = this.ballot.choice === choice;
    button.setAttribute("aria-pressed", String(mine && !this.ballot.pending));
    button.toggleAttribute("disabled", this.ballot.resting && !mine);
    button.toggleAttribute("data-resting", this.ballot.resting && mine);
    if (mine && this.ballot.pending) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }

  drawReceipt() {
    const { receipt } = this.parts;
    const told = ballotWords(this.ballot, this.vote.state === "open" ? this.room.link : null, {
      gettext, fill, clock, minute, now: this.room.now(),
    });
    receipt.hidden = !told;
    const mark = told ? `${told.tone}${told.text}` : "";
    if (receipt.dataset.said === mark) return;
    receipt.dataset.said = mark;
    receipt.className = `receipt ${told?.tone ?? ""}`;
    receipt.replaceChildren(...(told ? [icon(told.icon), make("span", {}, told.text)] : []));
  }

  drawResult() {
    const { vote, parts } = this;
    const mark = `${vote.id}${vote.state}`;
    if (parts.result.dataset.said === mark) return;
    parts.result.dataset.said = mark;
    parts.result.replaceChildren(...resultOf(vote));
  }

  tick() {
    const vote = this.room && this.vote;
    if (!vote) return;
    const left = vote.closes_at && vote.state === "open" ? (Date.parse(vote.closes_at) - this.room.now()) / 1000 : null;
    say(this.parts.clock, left === null ? "" : countdown(left));
    if (vote.state === "open" && this.room.link && !this.room.link.live) this.drawReceipt();
  }
}

function factsOf(vote, mayVote) {
  if (vote.state !== "open") return "";
  if (!mayVote) return gettext("You are not on the roll of this vote.");
  const gaps = { cast: vote.voted.length, total: vote.total, needed: vote.needed };
  const cast = fill(gettext("%(cast)s of %(total)s members have voted."), gaps);
  return vote.needed === null ? cast : `${fill(gettext("%(needed)s must agree."), gaps)} ${cast}`;
}

customElements.define("vote-panel", VotePanel);
