// htmx carries the CSRF token, swaps refusals in, and tells when the server was not reached.
const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";
const tell = (text, tone) =>
  document.dispatchEvent(new CustomEvent("quiet", { detail: { text, tone } }));

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = token();
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (xhr.status >= 400) {
    event.detail.shouldSwap = false;
    tell(sentence(xhr), "bad");
  }
});

document.addEventListener("htmx:sendError", () => {
  tell(gettext("The server was not reached. Nothing was changed; please try again."), "bad");
});

function sentence(xhr) {
  const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
  const told = page.querySelector("[data-refusal]")?.textContent.trim();
  return told || gettext("The server could not do this. Please try again.");
}
