// What the pages gain where scripts run; all of them work without.
"use strict";

// A file that is dropped anywhere on the form is the one that is sent.
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
  form.addEventListener("submit", () => {
    const button = form.querySelector("button[type=submit]");
    const note = form.querySelector("[role=status]");
    if (note) note.textContent = "Reading …";
    if (button) button.disabled = true;
  });
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
