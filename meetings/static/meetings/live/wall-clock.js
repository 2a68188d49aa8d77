// <wall-clock>: the time of day by the server's clock.

import { say } from "./dom.js";
import { LivePart } from "./live-part.js";
import { minute } from "./time.js";

class WallClock extends LivePart {
  tick(now) {
    say(this.part("time"), minute(now));
  }
}

customElements.define("wall-clock", WallClock);
