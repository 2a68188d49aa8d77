// <vote-console></vote-console> inside <meeting-room data-face="console">: the chair's side of a vote.
//
// Empty while there is nothing to show. The page asks for the form by the event `console:question`
// on document (detail: {item}); ending and voiding a vote ask twice.

import { QuestionDialog } from "./vote-question.js";
import { VoidDialog } from "./vote-void.js";
import { meterOf, resultOf } from "./vote-tally.js";
import { ICONS, countdown, fill, icon, keep, make, roomOf, say, word } from "./vote-words.js";

const TICK = 250;

class VoteConsole extends HTMLElement {
  async connectedCallback() {
    this.room = await roomOf(this);
    if (!this.room || !this.isConnected) return;
    this.parts = this.build();
    this.question = new QuestionDialog(this.room);
    this.voiding = new VoidDialog(this.room);
    this.onQuestion = ({ detail }) => this.question.open(detail?.item);
    document.addEventListener("console:question", this.onQuestion);
    this.stop = this.room.follow({ state: () => this.draw() });
    this.timer = setInterval(() => this.tick(), TICK);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener("console:question", this.onQuestion);
    this.stop?.();
  }

  get vote() {
    return this.room.state?.vote ?? null;
  }

  build() {
    const parts = {
      clock: make("span", { class: "clock", role: "timer" }),
      question: make("p", { class: "vote-question" }),
      turnout: make("div", { class: "vote-turnout" }),
      waiting: make("details", { class: "disclosure vote-waiting" }, make("summary", {}, icon("chevron-right"), make("span")), make("ul", { class: "vote-names" })),
      result: make("div", { class: "stack" }),
      names: make("details", { class: "disclosure" }, make("summary", {}, icon("chevron-right"), gettext("Result by name")), make("ul", { class: "vote-names" })),
      deeds: make("div", { class: "deeds" }),
      refusal: make("p", { class: "bad-text", role: "alert" }),
    };
    parts.close = make("button", { class: "button filled", type: "button", "data-confirm-verb": gettext("End the vote") }, icon("check"), gettext("End the vote"));
    parts.void = make("button", { class: "button danger plain", type: "button" }, gettext("Declare void…"));
    parts.more = make("a", { class: "button plain" }, gettext("Explain this result"));
    parts.deeds.append(parts.close, parts.void, parts.more);
    parts.close.addEventListener("click", () => this.close());
    parts.void.addEventListener("click", () => this.voiding.open(this.vote.id));
    const head = make("header", { class: "vote-card-head" }, (parts.head = make("span")), parts.clock);
    const { question, turnout, waiting, result, names, deeds, refusal } = parts;
    parts.card = make("section", { class: "vote-card" }, head, question, turnout, waiting, result, names, deeds, refusal);
    return parts;
  }

  draw() {
    const { vote, parts } = this;
    if (!vote) return this.replaceChildren();
    if (parts.card.parentNode !== this) this.replaceChildren(parts.card);
    const open = vote.state === "open";
    this.dataset.state = vote.state;
    say(parts.head, vote.round > 1 ? fill(gettext("Vote no. %(round)s"), vote) : gettext("Vote"));
    say(parts.question, vote.question);
    for (const name of ["turnout", "waiting", "close", "void"]) parts[name].hidden = !open;
    for (const name of ["result", "names", "more"]) parts[name].hidden = open;
    parts.more.href = `/votes/${vote.id}/`;
    if (open) this.drawOpen(vote);
    else this.drawEnded(vote);
    this.tick();
  }

  drawOpen(vote) {
    const { turnout, waiting, close } = this.parts;
    const cast = vote.voted.length;
    const words = fill(gettext("%(cast)s of %(total)s members have voted."), { cast, total: vote.total });
    if (turnout.dataset.said !== words) {
      turnout.dataset.said = words;
      turnout.replaceChildren(make("p", { class: "num" }, words), meterOf(cast, vote.total, { needed: vote.needed }));
    }
    const silent = this.people(vote.waiting);
    say(waiting.firstChild.lastChild, fill(gettext("Not yet: %(count)s"), { count: silent.length }));
    keep(waiting.lastChild, silent, ({ p }) => p, () => make("li"), (row, person) => {
      const away = person.on === false ? ` · ${gettext("not connected")}` : "";
      say(row, `${person.name}${away}`);
    });
    close.dataset.confirm = warning(silent.length);
  }

  drawEnded(vote) {
    const { result, names } = this.parts;
    const said = `${vote.id}${vote.state}`;
    if (result.dataset.said !== said) {
      result.dataset.said = said;
      result.replaceChildren(...resultOf(vote));
    }
    names.hidden = !vote.names;
    if (!vote.names) return;
    const choices = new Map(vote.names.map(({ p, choice }) => [p, choice]));
    keep(names.lastChild, this.people([...choices.keys()]), ({ p }) => p, () => make("li"), (row, person) => {
      const choice = choices.get(person.p) ?? "silent";
      const told = choice === "silent" ? gettext("Did not vote") : word(choice);
      if (row.dataset.choice === choice) return;
      row.dataset.choice = choice;
      row.replaceChildren(make("span", {}, person.name), make("span", { class: "choice-word", "data-choice": choice }, icon(ICONS[choice]), told));
    });
  }

  people(places) {
    const known = new Map((this.room.state.presence?.people ?? []).map((person) => [person.p, person]));
    return places.map((p) => known.get(p) ?? { p, name: `#${p}` });
  }

  async close() {
    const { close, refusal } = this.parts;
    if (close.getAttribute("aria-busy")) return;
    close.setAttribute("aria-busy", "true");
    say(refusal, "");
    try {
      await this.room.command("vote.close", { vote: this.vote.id });
    } catch (error) {
      say(refusal, error.message);
    } finally {
      close.removeAttribute("aria-busy");
    }
  }

  tick() {
    const vote = this.room && this.vote;
    if (!vote) return;
    const open = vote.closes_at && vote.state === "open";
    say(this.parts.clock, open ? countdown((Date.parse(vote.closes_at) - this.room.now()) / 1000) : "");
  }
}

function warning(silent) {
  if (silent === 0) return gettext("All have voted. The result is decided and told to everybody.");
  const told = ngettext("%(count)s member has not voted.", "%(count)s members have not voted.", silent);
  return `${fill(told, { count: silent })} ${gettext("Nothing can be cast after the end; the result is told to everybody.")}`;
}

customElements.define("vote-console", VoteConsole);
