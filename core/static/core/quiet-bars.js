// New things announce themselves at the lower edge and move nothing: event "quiet" {text, tone, verb, url}.
import { drawIcon } from "./ns-icon.js";

const ICONS = { good: "circle-check", bad: "error", warn: "alert" };
const STAY = { good: 7000, bad: 0, warn: 0 };

document.addEventListener("quiet", (event) => show(event.detail));
document.addEventListener("click", (event) => {
  if (event.target.closest(".quiet-bar [data-hide]")) event.target.closest(".quiet-bar").remove();
});

for (const bar of document.querySelectorAll(".quiet-bar[data-tone]")) leaveLater(bar);

function show({ text, tone = "", verb, url }) {
  const bars = document.getElementById("quiet-bars");
  if (!bars || [...bars.children].some((bar) => bar.dataset.text === text)) return;
  const bar = draw(text, tone);
  if (url) bar.insertBefore(link(url, verb), bar.lastChild);
  bars.append(bar);
  leaveLater(bar);
}

function draw(text, tone) {
  const bar = document.createElement("div");
  bar.className = `quiet-bar ${tone}`.trim();
  Object.assign(bar.dataset, { tone, text });
  const words = document.createElement("p");
  words.textContent = text;
  const close = document.createElement("button");
  close.className = "button plain icon-only";
  close.type = "button";
  close.dataset.hide = "";
  close.setAttribute("aria-label", gettext("Hide"));
  close.append(drawIcon("x"));
  bar.append(drawIcon(ICONS[tone] ?? "info"), words, close);
  return bar;
}

function link(url, verb) {
  const anchor = document.createElement("a");
  anchor.className = "button small";
  anchor.href = url;
  anchor.textContent = verb ?? gettext("Show");
  return anchor;
}

function leaveLater(bar) {
  const stay = STAY[bar.dataset.tone] ?? 9000;
  if (stay) setTimeout(() => bar.matches(":hover, :focus-within") || bar.remove(), stay);
}
