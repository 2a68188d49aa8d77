// Small manners: menus close, a form is sent once, the page tells when the line is gone.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

const goesOnce = (form) =>
  form.method === "post" && !form.matches("[hx-post], [hx-put], [hx-patch], [data-again]");

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !goesOnce(form)) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
});

// Back from the browser's own cache: the form may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// On a small screen a bar that narrows nothing folds away.
if (matchMedia("(width < 40rem)").matches) {
  for (const fold of document.querySelectorAll("details.filter-fold:not([data-narrowed])")) fold.open = false;
}

const line = () => document.documentElement.toggleAttribute("data-offline", !navigator.onLine);
addEventListener("online", line);
addEventListener("offline", line);
line();

document.addEventListener("change", (event) => {
  if (event.target.matches("select[data-sends], input[data-sends]")) {
    event.target.form.requestSubmit();
  }
});

for (const here of document.querySelectorAll(".tabs [aria-current]")) {
  here.parentElement.scrollLeft = here.offsetLeft - 16;
}

document.querySelector(".error-summary")?.focus();

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-back]")) history.back();
  if (event.target.closest("[data-reload]")) location.reload();
});
