// <live-position data-item="5">: one's own position on an item of this screen, until it is reached.

import { itemsFor } from "./agenda.js";
import { show } from "./dom.js";
import { LivePart } from "./live-part.js";

class LivePosition extends LivePart {
  draw({ state, you }) {
    const item = itemsFor(state, you).find((row) => row.id === Number(this.dataset.item));
    if (item) show(this, item.state === "planned");
  }
}

customElements.define("live-position", LivePosition);
