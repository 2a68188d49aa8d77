// <console-sites>: every site one cell: on the line, unreachable, not opened. The cells are the server's.

import { fill, mark, say } from "./dom.js";
import { LivePart } from "./live-part.js";
import { siteStates, siteWord } from "./presence.js";

class ConsoleSites extends LivePart {
  draw({ state }) {
    const states = siteStates(state);
    const counts = { live: 0, unreachable: 0, closed: 0 };
    for (const cell of this.querySelectorAll("[data-site]")) {
      const told = states.get(cell.dataset.site) ?? "closed";
      counts[told] += 1;
      mark(cell, "data-state", told);
      mark(cell, "title", `${cell.dataset.name}: ${siteWord(told)}`);
      say(cell.querySelector(".visually-hidden"), ` ${cell.dataset.name}: ${siteWord(told)}`);
    }
    const words = gettext("%(live)s on the line · %(unreachable)s unreachable · %(closed)s not opened");
    say(this.part("counts"), fill(words, counts));
  }
}

customElements.define("console-sites", ConsoleSites);
