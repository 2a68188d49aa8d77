// <live-places>: the four places of the phone: now, agenda, papers, vote. On a tablet all are seen at once.

import { mark, show } from "./dom.js";
import { LivePart } from "./live-part.js";

// A vote that has just opened takes the screen; one that was open before this page was does too.
export class Places {
  constructor() {
    this.vote = null;
  }

  hear(vote) {
    const open = vote?.state === "open" ? vote.id : null;
    const isNew = open !== null && open !== this.vote;
    this.vote = open;
    return isNew ? "vote" : null;
  }
}

class LivePlaces extends LivePart {
  ready() {
    this.places = new Places();
    this.frame = document.querySelector(".live");
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-place]");
      if (button) this.go(button.dataset.place);
    });
    this.onShow = ({ detail }) => detail.by === "hand" && this.go("papers");
    document.addEventListener("live:show", this.onShow);
    this.go("now");
  }

  disconnectedCallback() {
    document.removeEventListener("live:show", this.onShow);
    super.disconnectedCallback();
  }

  draw({ state, you }) {
    const vote = you.vote ?? state.vote;
    const place = this.places.hear(vote);
    if (place) this.go(place);
    this.sign(vote, you);
  }

  // The dot: a vote waits for me, and I am looking at something else.
  sign(vote, you) {
    const open = vote?.state === "open";
    const voted = you.ballot?.vote === vote?.id && you.ballot?.receipt;
    mark(this.querySelector('[data-place="vote"]'), "data-alert", open && !voted);
    show(this.part("vote-running"), open);
  }

  go(place) {
    mark(this.frame, "data-place", place);
    for (const button of this.querySelectorAll("[data-place]")) {
      mark(button, "aria-current", button.dataset.place === place ? "true" : null);
    }
    this.call("live:place", { place });
  }
}

customElements.define("live-places", LivePlaces);
