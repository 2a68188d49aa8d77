// The layers over each page: highlights under the letters, ink above them, pins on top.

import { quadPath, strokePath } from "./geometry.js";

const SVG = "http://www.w3.org/2000/svg";

export class Layers {
  constructor(book, marks) {
    this.book = book;
    this.marks = marks;
    this.pages = new Map();
    book.bus.on("pagerender", ({ pageNumber }) => this.mount(pageNumber - 1));
    book.bus.on("pagerendered", ({ pageNumber, isDetailView }) => {
      if (!isDetailView) this.mount(pageNumber - 1);
    });
    marks.addEventListener("change", ({ detail }) => detail.pages.forEach((page) => this.draw(page)));
  }

  // Every page has a name, drawn or not: the viewer's own words are not in the person's language.
  name() {
    const { viewer } = this.book;
    for (let index = 0; index < viewer.pagesCount; index += 1) {
      const words = interpolate(gettext("Page %s"), [index + 1]);
      viewer.getPageView(index).div.setAttribute("aria-label", words);
    }
  }

  // The viewer throws foreign nodes out whenever it renders a page anew: put them back.
  mount(index) {
    const view = this.book.viewer.getPageView(index);
    if (!view?.pdfPage) return;
    const layer = this.pages.get(index) ?? this.build(index);
    const port = view.pdfPage.getViewport({ scale: 1, rotation: view.viewport.rotation });
    Object.assign(layer, { view, port });
    for (const svg of [layer.under, layer.over]) {
      svg.setAttribute("viewBox", `0 0 ${port.width} ${port.height}`);
      svg.firstChild.setAttribute("transform", `matrix(${port.transform.join(" ")})`);
    }
    const below = view.div.querySelector(".canvasWrapper");
    if (below) below.append(layer.under);
    view.div.append(layer.over, layer.pins);
    this.draw(index);
  }

  build(index) {
    const layer = { index, under: sheet("marks-under"), over: sheet("marks-over") };
    layer.pins = document.createElement("div");
    layer.pins.className = "marks-pins";
    this.pages.set(index, layer);
    return layer;
  }

  // The layer of the page that an event happened on.
  at(event) {
    const page = event.target.closest?.(".page");
    return page ? this.pages.get(Number(page.dataset.pageNumber) - 1) : undefined;
  }

  draw(index) {
    const layer = this.pages.get(index);
    if (!layer) return;
    const marks = this.marks.on(index);
    const of = (kind) => marks.filter((mark) => mark.kind === kind);
    layer.under.firstChild.replaceChildren(...of("highlight").map(drawnHighlight));
    layer.over.firstChild.replaceChildren(...of("ink").map(drawnInk));
    this.pin(layer, of("note"));
  }

  // Pins are buttons; one that is in use is kept, so that it does not lose the focus.
  pin(layer, notes) {
    const old = new Map([...layer.pins.children].map((pin) => [pin.dataset.mark, pin]));
    const pins = notes.map((note) => setPin(old.get(note.uuid) ?? newPin(note), note, layer.port));
    const wanted = new Set(pins);
    [...layer.pins.children].filter((pin) => !wanted.has(pin)).forEach((pin) => pin.remove());
    pins.filter((pin) => !pin.isConnected).forEach((pin) => layer.pins.append(pin));
  }

  toPdf(layer, event) {
    const frame = layer.over.getBoundingClientRect();
    const x = ((event.clientX - frame.left) * layer.port.width) / frame.width;
    const y = ((event.clientY - frame.top) * layer.port.height) / frame.height;
    return layer.port.convertToPdfPoint(x, y);
  }

  // A box on the screen as a box on the page.
  boxToPdf(layer, { left, top, right, bottom }) {
    const [x0, y0] = this.toPdf(layer, { clientX: left, clientY: top });
    const [x1, y1] = this.toPdf(layer, { clientX: right, clientY: bottom });
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  }

  // A point of the page's space in parts of the page's width and height.
  toParts({ port }, x, y) {
    const [left, top] = port.convertToViewportPoint(x, y);
    return [left / port.width, top / port.height];
  }

  // Points of the page that one pixel of the screen covers.
  pixel(layer) {
    return layer.port.width / (layer.over.getBoundingClientRect().width || 1);
  }
}

function sheet(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", name);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(SVG, "g"));
  return svg;
}

export function path(d, colour) {
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", d);
  shape.setAttribute("fill", colour);
  return shape;
}

function drawnInk(mark) {
  const { strokes, width, pressure } = mark.geometry;
  const shape = path(strokes.map((one) => strokePath(one, width, pressure)).join(""), mark.style.color);
  shape.dataset.mark = mark.uuid;
  return shape;
}

function drawnHighlight(mark) {
  const shape = path(mark.geometry.quads.map(quadPath).join(""), mark.style.color);
  shape.dataset.mark = mark.uuid;
  return shape;
}

function newPin(note) {
  const pin = document.createElement("button");
  pin.type = "button";
  pin.className = "marks-pin";
  pin.dataset.mark = note.uuid;
  pin.innerHTML = '<ns-icon name="note"></ns-icon>';
  return pin;
}

function setPin(pin, note, port) {
  const [left, top] = port.convertToViewportPoint(note.geometry.x, note.geometry.y);
  pin.style.left = `${(100 * left) / port.width}%`;
  pin.style.top = `${(100 * top) / port.height}%`;
  pin.style.color = note.style.color;
  const words = note.text.trim().slice(0, 120) || gettext("empty");
  pin.setAttribute("aria-label", interpolate(gettext("Note: %s"), [words]));
  return pin;
}
