// The catalogue for those with script: a list that follows the words, copied addresses, print. All works without, too.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const copy = async (element, button) => {
    getSelection().selectAllChildren(element);
    try {
      await navigator.clipboard.writeText(element.textContent);
      button.textContent = button.dataset.done;
    } catch { /* not allowed: it is selected, and can be copied by hand */ }
  };
  for (const button of document.querySelectorAll("[data-copy], [data-print]")) {
    button.hidden = false;
    button.onclick = () => button.dataset.copy ? copy(by(button.dataset.copy), button) : print();
  }

  const form = by("search");
  if (!form) return;
  const field = by("q"), hits = by("hits"), link = by("link");
  let asked = 0, timer;
  const address = (values) => location.pathname + (values.size ? "?" + values : "");
  const chosen = () => new URLSearchParams(
    [...form.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.name, one.value]));
  const remember = () => history.replaceState({ words: field.value }, "", address(chosen()));
  const show = async () => {
    const number = ++asked;  // an answer that comes after a later question is not shown
    clearTimeout(timer);
    link.hidden = true;
    remember();  // the words stay with this entry of the history, out of its address
    const body = new URLSearchParams([["q", field.value], ["part", "hits"], ...chosen()]);
    try {
      const answer = await fetch(address(chosen()), { method: "POST", body });
      const html = await answer.text();
      if (number !== asked || (!answer.ok && answer.status !== 422)) return;
      hits.innerHTML = html;
      const { count, clear } = hits.firstElementChild.dataset;
      by("count").textContent = count;
      if (clear) { field.value = ""; remember(); }
    } catch { /* no connection: what is shown stays, and the button still sends the form */ }
  };
  field.oninput = () => { clearTimeout(timer); timer = setTimeout(show, 250); };
  form.onchange = (event) => event.target !== field && show();
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!event.submitter?.dataset.link) return show();
    const values = chosen();
    if (field.value) values.set("q", field.value);
    link.textContent = location.origin + address(values);
    link.hidden = false;
    copy(link, event.submitter);
  };
  hits.onclick = (event) => {
    if (event.target.name !== "spelling") return;
    event.preventDefault();
    field.value = event.target.value;
    field.focus();
    show();
  };
  const words = history.state?.words;
  if (words && words !== field.value) { field.value = words; show(); }  // back here, or loaded again
})();
