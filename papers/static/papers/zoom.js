// Zoom by buttons, by wheel with Ctrl, and by two fingers, around where they are.

const STEP = 1.2;
const LEAST = 0.25;
const MOST = 5;
const DRAW_AFTER = 350;

export class Zoom {
  constructor({ viewer, box }) {
    Object.assign(this, { viewer, box, pinch: null });
  }

  listen(alive) {
    const active = { signal: alive, passive: false };
    this.box.addEventListener("wheel", (event) => this.wheel(event), active);
    this.box.addEventListener("touchstart", (event) => this.start(event), active);
    this.box.addEventListener("touchmove", (event) => this.move(event), active);
    this.box.addEventListener("touchend", () => (this.pinch = null), { signal: alive });
    this.box.addEventListener("touchcancel", () => (this.pinch = null), { signal: alive });
  }

  in() {
    this.by(STEP);
  }

  out() {
    this.by(1 / STEP);
  }

  fit() {
    this.viewer.currentScaleValue = "page-width";
  }

  by(factor, origin) {
    const wanted = this.viewer.currentScale * factor;
    if (wanted < LEAST || wanted > MOST) return;
    this.viewer.updateScale({ drawingDelay: DRAW_AFTER, scaleFactor: factor, origin });
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 300), [event.clientX, event.clientY]);
  }

  start(event) {
    this.pinch = event.touches.length === 2 ? spread(event.touches) : null;
  }

  move(event) {
    if (!this.pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const now = spread(event.touches);
    const factor = now.size / this.pinch.size;
    if (Math.abs(factor - 1) < 0.02) return;
    this.by(factor, now.middle);
    this.pinch = now;
  }
}

function spread([one, two]) {
  return {
    size: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY) || 1,
    middle: [(one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2],
  };
}
