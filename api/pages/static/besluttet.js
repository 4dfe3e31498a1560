/* What JavaScript adds to pages that work without it. htmx fetches the answer; this says that it is under way. */
"use strict";

(() => {
  const SOON = 300; // milliseconds after which waiting is told
  let waiting = 0;

  const tell = (text) => {
    document.getElementById("status").textContent = text;
  };

  document.addEventListener("htmx:beforeRequest", () => {
    waiting = window.setTimeout(() => tell("Søger i referaterne …"), SOON);
  });
  document.addEventListener("htmx:afterRequest", () => window.clearTimeout(waiting));

  // an answer that is an error, or none at all: let the browser go there itself and show what comes
  const leave = (event) => window.location.assign(event.detail.pathInfo.finalRequestPath);
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(name, leave);
  }
})();
