// <ns-icon name="vote"></ns-icon>: an icon of the sprite, for what is drawn by scripts.
const SVG = "http://www.w3.org/2000/svg";
const sprite = () => document.querySelector('meta[name="icons"]')?.content ?? "";

export function drawIcon(name, size = "") {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", `icon ${size}`.trim());
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sprite()}#${name}`);
  svg.append(use);
  return svg;
}

class NsIcon extends HTMLElement {
  static observedAttributes = ["name"];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  draw() {
    const icon = drawIcon(this.getAttribute("name") ?? "", this.getAttribute("size") ?? "");
    this.replaceChildren(icon);
  }
}

customElements.define("ns-icon", NsIcon);
