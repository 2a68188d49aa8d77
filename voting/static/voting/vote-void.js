// Declaring a vote void: the reason goes on record, what was cast is kept and does not count.

import { CommandDialog } from "./vote-dialog.js";
import { make } from "./vote-words.js";

export class VoidDialog extends CommandDialog {
  constructor(room) {
    const reason = make("input", { name: "reason", maxlength: 300, required: true });
    super(room, {
      title: gettext("Declare the vote void"),
      verb: gettext("Declare void"),
      danger: true,
      body: [
        make("p", {}, gettext("The vote ends without a result. What was cast is kept in the record and does not count; the question may be put again.")),
        make("label", { class: "field" }, make("span", {}, gettext("Reason")), reason),
      ],
    });
    this.reason = reason;
  }

  open(voteId) {
    this.vote = voteId;
    this.show();
    this.reason.focus();
  }

  command() {
    return ["vote.void", { vote: this.vote, reason: this.reason.value.trim() }];
  }
}
