// <live-presence>: present 24/27, in the bar of the member's page.

import { fill, mark, say } from "./dom.js";
import { LivePart } from "./live-part.js";
import { quorum } from "./presence.js";

class LivePresence extends LivePart {
  draw({ state }) {
    const told = quorum(state);
    if (!told) return;
    say(this.part("count"), fill("%(present)s/%(total)s", told));
    mark(this, "data-met", String(told.met));
    mark(this, "title", `${told.words}. ${told.note}.`);
  }
}

customElements.define("live-presence", LivePresence);
