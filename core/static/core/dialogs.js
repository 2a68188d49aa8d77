// data-opens="id" opens a dialog, data-closes closes it; data-confirm asks before a form is sent.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog")?.close();
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

// Forms and links that cannot be undone ask twice: once by the button, once here.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("[data-confirm]");
    if (!button || button.dataset.confirmed) return;
    if (button.form && !button.formNoValidate && !button.form.reportValidity()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(button.dataset.confirm, button.dataset.confirmVerb ?? button.textContent.trim()).then(
      (agreed) => agreed && passOn(button),
    );
  },
  true,
);

document.addEventListener("htmx:confirm", (event) => {
  if (!event.detail.question) return;
  event.preventDefault();
  ask(event.detail.question, event.target.dataset.confirmVerb ?? gettext("Go on")).then(
    (agreed) => agreed && event.detail.issueRequest(true),
  );
});

function passOn(button) {
  button.dataset.confirmed = "yes";
  button.click();
  delete button.dataset.confirmed;
}

export function ask(question, verb) {
  const dialog = draw(question, verb);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
  });
}

function draw(question, verb) {
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "ask-title");
  dialog.innerHTML = `<form method="dialog"><div class="dialog-head"><h2 id="ask-title"></h2></div>
    <div class="dialog-body"><p></p></div>
    <div class="dialog-foot"><button class="button" value="no" autofocus></button>
    <button class="button filled" value="yes"></button></div></form>`;
  dialog.querySelector("h2").textContent = verb;
  dialog.querySelector("p").textContent = question;
  dialog.querySelector('[value="no"]').textContent = gettext("Go back");
  dialog.querySelector('[value="yes"]').textContent = verb;
  return dialog;
}
