/* The quick exit faster than a link: a white cover at once, and no way back through the browser's own cache. */
(function () {
  "use strict";
  var exit = document.querySelector("[data-exit]"), presses = 0, since = 0, FEW_SECONDS = 5000;
  function leave(event) {
    if (event) event.preventDefault();
    document.title = "\u200b";
    document.documentElement.hidden = true;
    location.replace(exit.href);
  }
  function isTyping() {
    var here = document.activeElement, kind = here && here.tagName;
    return kind === "TEXTAREA" || kind === "SELECT" || here && here.isContentEditable ||
      kind === "INPUT" && !/^(radio|checkbox|button|submit)$/.test(here.type);
  }
  if (!exit) return;
  exit.addEventListener("click", leave);
  document.addEventListener("keyup", function (event) {
    var now = Date.now();
    if (event.key !== "Shift" || isTyping()) { presses = 0; return; }
    presses = now - since > FEW_SECONDS ? 1 : presses + 1;
    if (presses === 1) since = now;
    if (presses === 3) leave();
  });
  addEventListener("pagehide", function (event) { if (event.persisted) document.documentElement.hidden = true; });
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
})();
