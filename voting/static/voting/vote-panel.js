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
      rule: make("p", { class: "small quiet" }),
      buttons: make("div", { class: "vote-buttons", role: "group", "aria-labelledby": name }),
      receipt: make("p", { class: "receipt", role: "status" }),
      change: make("button", { class: "button plain small", type: "button" }, gettext("Change my ballot")),
      opinion: this.buildOpinion(),
      turnout: make("p", { class: "small quiet num" }),
      result: make("div", { class: "stack", "aria-live": "polite" }),
    };
    this.parts.buttons.append(...CHOICES.map((choice) => this.button(choice)));
    this.parts.change.addEventListener("click", () => this.ballot.change());
    const head = make("header", { class: "vote-card-head" }, make("span", {}, gettext("Vote")), this.parts.clock);
    const { clock: _, ...below } = this.parts;
    this.card = make("section", { class: "vote-card", "aria-labelledby": name }, head, ...Object.values(below));
  }

  button(choice) {
    const button = make("button", { type: "button", class: "vote-button", "data-choice": choice }, icon(ICONS[choice]), word(choice));
    button.addEventListener("click", () => this.ballot.tap(choice));
    return button;
  }

  // With "disagree" or "other opinion" one may say what one thinks; it goes on record.
  buildOpinion() {
    const text = make("textarea", { rows: 3, maxlength: 2000, "aria-label": gettext("My opinion, for the record") });
    const send = make("button", { class: "button small", type: "button" }, gettext("Record my opinion"));
    send.addEventListener("click", () => {
      const said = text.value.trim();
      if (said) this.ballot.tap(this.ballot.recorded.choice, said).then(() => (text.value = ""));
    });
    const summary = make("summary", {}, icon("message"), gettext("Add my opinion"));
    return make("details", { class: "disclosure vote-opinion" }, summary, make("div", { class: "stack tight" }, text, send));
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
    say(parts.rule, mayVote || vote.state !== "open" ? ruleWords(vote) : gettext("You are not on the roll of this vote."));
    parts.buttons.hidden = !mayVote;
    for (const button of parts.buttons.children) this.drawButton(button);
    this.drawReceipt();
    const settled = mayVote && ballot.recorded && !ballot.pending;
    parts.change.hidden = !(settled && vote.may_change && !ballot.changing);
    parts.opinion.hidden = !(settled && vote.may_change && !ballot.changing && ballot.recorded.choice !== "yes");
    this.drawTurnout();
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

  drawTurnout() {
    const gaps = { cast: this.vote.voted.length, total: this.vote.total };
    this.parts.turnout.hidden = this.vote.state !== "open";
    say(this.parts.turnout, fill(gettext("%(cast)s of %(total)s members have voted."), gaps));
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

function ruleWords(vote) {
  if (vote.state !== "open" || vote.needed === null) return "";
  return fill(gettext("Needed: %(needed)s of %(total)s members agree."), vote);
}

customElements.define("vote-panel", VotePanel);
