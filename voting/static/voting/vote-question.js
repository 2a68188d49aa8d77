// The form that puts a question: its words, the time to vote, what it will cause.

import { CommandDialog } from "./vote-dialog.js";
import { fill, make, say } from "./vote-words.js";

const TIMES = [0, 30, 60, 120, 180, 300, 600];

export class QuestionDialog extends CommandDialog {
  constructor(room) {
    const question = make("textarea", { rows: 3, maxlength: 500, required: true, name: "question" });
    const seconds = make("select", { name: "seconds", class: "middle" }, ...TIMES.map(option));
    const note = make("p", { class: "small quiet" });
    super(room, {
      title: gettext("Put a question to the vote"),
      verb: gettext("Open the vote"),
      body: [
        make("label", { class: "field" }, make("span", {}, gettext("Question")), question),
        make("label", { class: "field" }, make("span", {}, gettext("Time to vote")), seconds),
        note,
      ],
    });
    Object.assign(this, { question, seconds, note });
  }

  open(itemId) {
    const { agenda, presence } = this.room.state ?? {};
    const item = agenda?.items.find(({ id }) => id === (itemId ?? agenda.current));
    if (!item) return;
    if (this.item !== item.id || !this.question.value.trim()) {
      this.question.value = fill(gettext("Adopt: %(title)s?"), { title: item.title });
    }
    this.item = item.id;
    say(this.note, presence ? consequence(presence) : "");
    this.show();
    this.question.focus();
    this.question.select();
  }

  command() {
    const seconds = Number(this.seconds.value);
    const given = { item: this.item, question: this.question.value.trim(), ...(seconds && { seconds }) };
    return ["vote.open", given];
  }
}

function option(seconds) {
  const minutes = seconds / 60;
  const words = {
    0: gettext("until it is ended"),
    30: gettext("30 seconds"),
  }[seconds] ?? fill(ngettext("%(minutes)s minute", "%(minutes)s minutes", minutes), { minutes });
  return make("option", { value: seconds }, words);
}

function consequence(presence) {
  if (!presence.has_quorum) {
    return fill(gettext("There is no quorum: %(present)s of %(total)s present, %(needed)s needed."), presence);
  }
  return fill(gettext("Every member entitled to vote is asked at once. Present: %(present)s of %(total)s; %(needed)s needed."), presence);
}
