// <full-screen>: a button that fills the screen, and goes away while it is filled.

import { show } from "./dom.js";

class FullScreen extends HTMLElement {
  connectedCallback() {
    const [button] = this.children;
    show(this, document.fullscreenEnabled);
    button.addEventListener("click", () => document.documentElement.requestFullscreen());
    document.addEventListener("fullscreenchange", () => show(this, !document.fullscreenElement));
  }
}

customElements.define("full-screen", FullScreen);
