// The list of one's marks, page by page: the way to them without a pen or without eyes.

import { topOf } from "./geometry.js";

const ICONS = { ink: "pen", highlight: "highlighter", note: "note" };

export class MarksList {
  constructor({ marks, panel, jump, edit }) {
    Object.assign(this, { marks, panel, jump, edit });
    this.list = panel.querySelector("ol");
    this.empty = panel.querySelector(".empty");
    panel.addEventListener("click", (event) => this.click(event));
    marks.addEventListener("change", () => this.draw());
    this.draw();
  }

  draw() {
    if (this.panel.hidden) return;
    const held = document.activeElement?.closest?.("[data-deed]");
    const key = held && [held.dataset.deed, held.dataset.mark];
    const marks = this.marks.on().sort((a, b) => a.page - b.page || topOf(b) - topOf(a));
    this.list.replaceChildren(...marks.map(row));
    this.empty.hidden = marks.length > 0;
    if (key) this.list.querySelector(`[data-deed="${key[0]}"][data-mark="${key[1]}"]`)?.focus();
  }

  click(event) {
    const button = event.target.closest("[data-deed]");
    if (!button) return;
    const mark = this.marks.get(button.dataset.mark);
    const deeds = { jump: this.jump, edit: this.edit, remove: ({ uuid }) => this.marks.remove(uuid) };
    if (mark) deeds[button.dataset.deed]?.(mark);
  }
}

function row(mark) {
  const line = document.createElement("li");
  const words = wordsOf(mark);
  line.append(
    button("jump", mark, ICONS[mark.kind], words, true),
    ...(mark.kind === "note" ? [button("edit", mark, "edit", gettext("Edit the note"))] : []),
    button("remove", mark, "trash", gettext("Delete the mark")),
  );
  line.firstChild.style.setProperty("--mark", mark.style.color);
  return line;
}

function wordsOf(mark) {
  const page = interpolate(gettext("Page %s"), [mark.page + 1]);
  const said = { ink: gettext("drawing"), highlight: mark.quote.exact, note: mark.text }[mark.kind];
  return `${page} · ${(said || gettext("marked area")).slice(0, 140)}`;
}

function button(deed, mark, icon, words, isOpen = false) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.deed = deed;
  made.dataset.mark = mark.uuid;
  made.className = isOpen ? "marks-row" : "button plain icon-only";
  const sign = document.createElement("ns-icon");
  sign.setAttribute("name", icon);
  made.append(sign);
  if (isOpen) made.append(span(words));
  else made.setAttribute("aria-label", `${words}: ${wordsOf(mark)}`);
  return made;
}

function span(words) {
  const made = document.createElement("span");
  made.textContent = words;
  return made;
}
