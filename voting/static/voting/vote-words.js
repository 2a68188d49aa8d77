// What the three vote pieces share: words, signs, times and small DOM.

export const CHOICES = ["yes", "no", "other"];
export const ICONS = { yes: "for", no: "against", other: "other", silent: "circle-dashed" };

export function word(choice) {
  return { yes: gettext("Agree"), no: gettext("Disagree"), other: gettext("Other opinion") }[choice];
}

// The time of day in Việt Nam, whatever the tablet thinks of the world: 09:41:07.
export function clock(moment) {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(moment));
}

export function minute(moment) {
  return clock(moment).slice(0, 5);
}

// Seconds as 00:41; nothing below zero.
export function countdown(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  const pad = (number) => String(number).padStart(2, "0");
  return `${pad(Math.floor(left / 60))}:${pad(left % 60)}`;
}

// The verdict in the language of the page; the server made every sentence.
export function verdict(result) {
  const language = document.documentElement.lang.slice(0, 2);
  return result?.sentences?.[language] ?? result?.sentence ?? "";
}

export function icon(name) {
  return make("ns-icon", { name });
}

// The <meeting-room> an element belongs to: the one around it, or the page's only one.
export async function roomOf(element) {
  await customElements.whenDefined("meeting-room");
  return element.closest("meeting-room") ?? document.querySelector("meeting-room");
}

export function fill(sentence, gaps) {
  return interpolate(sentence, gaps, true);
}

// make("p", {class: "x", hidden: true}, "text", child)
export function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// Write only what differs: nothing flickers, and a screen reader hears it once.
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Keep one child a key, in order, without touching those that stay.
export function keep(parent, rows, key, build, update) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  rows.forEach((row, place) => {
    const name = String(key(row));
    const child = known.get(name) ?? build(row);
    child.dataset.key = name;
    known.delete(name);
    update(child, row);
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
  for (const child of known.values()) child.remove();
}
