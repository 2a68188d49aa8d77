// <paper-upload data-most="100"> <form> … </form> </paper-upload>
//
// Drop a PDF, see how much has gone up, read in a sentence what is wrong. Without it the form works too.

const MEGA = 1024 * 1024;

export class PaperUpload extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.input = this.querySelector('input[type="file"]');
    const drop = this.part("drop");
    for (const type of ["dragenter", "dragover"]) drop.addEventListener(type, (event) => this.over(event));
    drop.addEventListener("dragleave", () => delete drop.dataset.over);
    drop.addEventListener("drop", (event) => this.dropped(event));
    this.input.addEventListener("change", () => this.chosen());
    this.form.addEventListener("submit", (event) => this.send(event));
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  over(event) {
    event.preventDefault();
    this.part("drop").dataset.over = "";
  }

  dropped(event) {
    event.preventDefault();
    delete this.part("drop").dataset.over;
    if (!event.dataTransfer.files.length) return;
    this.input.files = event.dataTransfer.files;
    this.chosen();
  }

  chosen() {
    const [file] = this.input.files;
    const title = this.form.elements.title;
    this.fail(file ? this.wrongWith(file) : "");
    this.part("chosen").hidden = !file;
    this.part("chosen").textContent = file ? `${file.name} · ${(file.size / MEGA).toFixed(1)} MB` : "";
    if (file && title && !title.value) title.value = file.name.replace(/\.pdf$/i, "").replaceAll("_", " ");
  }

  // What can be told before a single byte has left.
  wrongWith(file) {
    const most = Number(this.dataset.most);
    if (file.size > most * MEGA) {
      const words = gettext("The file has %(size)s MB; a paper may have %(most)s MB. Please split it or save it with less detail.");
      return interpolate(words, { size: Math.ceil(file.size / MEGA), most }, true);
    }
    return "";
  }

  send(event) {
    event.preventDefault();
    const [file] = this.input.files;
    const wrong = file ? this.wrongWith(file) : gettext("Please choose a PDF first.");
    this.fail(wrong);
    if (wrong) return;
    const request = new XMLHttpRequest();
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => this.progress(event));
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("error", () => this.fail(this.unreached()));
    request.send(new FormData(this.form));
    this.busy(true);
  }

  unreached() {
    return gettext("The server was not reached, or it refused the file. Nothing was changed; please try again.");
  }

  progress({ loaded, total }) {
    const share = total ? Math.round((100 * loaded) / total) : 0;
    const bar = this.querySelector("progress");
    if (share < 100) bar.value = share;
    else bar.removeAttribute("value");
    this.part("words").textContent = share < 100 ? gettext("Sending…") : gettext("Reading the pages…");
    this.part("part").textContent = share < 100 ? `${share} %` : "";
  }

  answered(request) {
    const told = parsed(request.responseText);
    if (request.status === 201) location.assign(told.url);
    else this.fail(told.message ?? this.unreached());
  }

  fail(sentence) {
    this.busy(false);
    this.part("error").hidden = !sentence;
    this.part("error").querySelector("span").textContent = sentence;
  }

  busy(isBusy) {
    this.part("progress").hidden = !isBusy;
    const button = this.querySelector('button[type="submit"]');
    button.disabled = isBusy;
    if (isBusy) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

customElements.define("paper-upload", PaperUpload);
