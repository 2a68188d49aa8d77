// Small DOM for the live faces: build, write only what differs, keep rows by key.

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

export function icon(name) {
  return make("ns-icon", { name });
}

// Nothing flickers, and a screen reader hears a change once.
export function say(element, text) {
  const words = text ?? "";
  if (element && element.textContent !== words) element.textContent = words;
}

export function show(element, visible) {
  if (element && element.hidden === Boolean(visible)) element.hidden = !visible;
}

export function mark(element, name, value) {
  if (!element) return;
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value === true ? "" : value)) {
    element.setAttribute(name, value === true ? "" : value);
  }
}

// An icon changes only when its name does.
export function turnIcon(holder, name) {
  if (holder.dataset.icon === name) return;
  holder.dataset.icon = name;
  holder.replaceChildren(icon(name));
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

export function fill(sentence, gaps) {
  return interpolate(sentence, gaps, true);
}

// The live state is the same for everybody; the page knows its reader's language.
export function officeOf(row) {
  const isEnglish = document.documentElement.lang.startsWith("en");
  return (isEnglish && row?.office_en) || row?.office || "";
}

export function sponsorOf(row) {
  const isEnglish = document.documentElement.lang.startsWith("en");
  return (isEnglish && row?.sponsor_en) || row?.sponsor || "";
}

export function nameOf(row) {
  const isEnglish = document.documentElement.lang.startsWith("en");
  return (isEnglish && row?.name_en) || row?.name || "";
}
