// What the pages gain where scripts run; all of them work without.
"use strict";

// A form with files says how far it is, and takes files that are dropped anywhere on it.
for (const form of document.querySelectorAll("form[data-drop]")) {
  const file = form.querySelector("input[type=file]");
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files.length > 0) file.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

// Sends a form, shows how much of it is sent, and goes where the answer leads.
function send(form) {
  const button = form.querySelector("button[type=submit]");
  const note = form.querySelector("[role=status]");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.setAttribute("aria-label", "Sent");
  const end = (words) => {
    bar.remove();
    button.disabled = false;
    note.textContent = words;
  };
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    note.textContent = "Reading …";
  });
  request.addEventListener("load", () => {
    const answer = request.response || {};
    if (!answer.location) return end(answer.detail || "The service gave no answer that is read.");
    note.textContent = "Opening …";
    location.assign(answer.location);
  });
  request.addEventListener("error", () => end("The service cannot be reached; try again."));
  button.disabled = true;
  note.textContent = "Sending …";
  note.before(bar);
  request.send(new FormData(form));
  // Whoever comes back to the page finds it as it was.
  addEventListener("pagehide", () => end(""), { once: true });
}

// Words of one document light up what they stand for in the other.
const lit = [];
function light(link) {
  for (const element of lit.splice(0)) element.classList.remove("lit");
  if (!link) return;
  const target = document.getElementById(link.getAttribute("href").slice(1));
  for (const element of [link.closest("mark, span[id]"), target]) {
    if (!element) continue;
    element.classList.add("lit");
    lit.push(element);
  }
}
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (link && link.closest("#documents, #requirements")) light(link);
  });
}
document.addEventListener("mouseout", (event) => {
  if (event.target.closest && event.target.closest("a[href^='#']")) light(null);
});
