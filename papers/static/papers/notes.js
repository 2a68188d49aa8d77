// Notes: a tap sets a pin, a dialog takes the words.

export class Notes {
  constructor({ layers, marks, tools, dialog }) {
    Object.assign(this, { layers, marks, tools, dialog });
    this.words = dialog.querySelector("textarea");
    this.open = null;
    dialog.addEventListener("close", () => this.closed());
  }

  listen(box, alive) {
    box.addEventListener("click", (event) => this.click(event), { signal: alive });
  }

  click(event) {
    const pin = event.target.closest(".marks-pin");
    if (pin) return this.pressed(pin.dataset.mark);
    const layer = this.tools.mode === "note" && this.layers.at(event);
    if (layer) this.write(layer.index, this.layers.toPdf(layer, event));
  }

  pressed(uuid) {
    if (this.tools.mode === "eraser") this.marks.remove(uuid);
    else this.edit(uuid);
  }

  // A new note is a mark only once it has words.
  write(page, [x, y]) {
    this.open = { page, geometry: { x, y } };
    this.show("");
  }

  edit(uuid) {
    const mark = this.marks.get(uuid);
    if (!mark) return;
    this.open = { uuid };
    this.show(mark.text);
  }

  show(text) {
    this.words.value = text;
    this.dialog.querySelector('[value="delete"]').hidden = !this.open.uuid;
    this.dialog.returnValue = "";
    this.dialog.showModal();
    this.words.focus();
  }

  closed() {
    const { open } = this;
    this.open = null;
    if (!open) return;
    const text = this.words.value.trim();
    const verdict = this.dialog.returnValue;
    if (verdict === "delete" || (verdict === "save" && open.uuid && !text)) this.marks.remove(open.uuid);
    else if (verdict === "save" && open.uuid) this.rewrite(open.uuid, text);
    else if (verdict === "save" && text) this.add(open, text);
  }

  rewrite(uuid, text) {
    if (this.marks.get(uuid)?.text !== text) this.marks.change(uuid, { text });
  }

  add({ page, geometry }, text) {
    this.marks.add({ page, kind: "note", geometry, style: { color: this.tools.colours.note }, text });
  }
}
