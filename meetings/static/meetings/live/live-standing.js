// <live-standing>: how the session stands when it is not simply running.

import { mark, say, show, turnIcon } from "./dom.js";
import { LivePart } from "./live-part.js";
import { quorum } from "./presence.js";

const ICONS = { convened: "clock", suspended: "pause", adjourned: "door", sealed: "seal", cancelled: "ban" };

// What stands on the screen for a state of the meeting; null while it runs.
export function standing(state) {
  const told = quorum(state);
  const counted = told ? `${told.words}.` : "";
  return {
    convened: { words: gettext("The session is not open yet."), note: counted },
    suspended: {
      words: gettext("The session is suspended."),
      note: gettext("This screen goes on by itself when the chair resumes."),
    },
    adjourned: {
      words: gettext("The session is adjourned."),
      note: gettext("The minutes are drafted from the record."),
    },
    sealed: { words: gettext("The session is in the archive."), note: "" },
    cancelled: { words: gettext("The session is cancelled."), note: "" },
  }[state?.meeting?.state] ?? null;
}

class LiveStanding extends LivePart {
  draw({ state }) {
    const told = standing(state);
    show(this, told);
    mark(document.documentElement, "data-meeting", state.meeting?.state);
    if (!told) return;
    turnIcon(this.part("icon"), ICONS[state.meeting.state] ?? "info");
    say(this.part("words"), told.words);
    say(this.part("note"), told.note);
    const after = this.part("after");
    if (after) show(after, ["adjourned", "sealed"].includes(state.meeting.state));
  }
}

customElements.define("live-standing", LiveStanding);
