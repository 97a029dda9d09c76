/* The page /join/: what one types, checked, shown as others will see it, kept on the device, and ready to be sent. */

import { part } from "../dom.js";
import { learnMore } from "../words.js";
import { asked, edit } from "./edit.js";
import { Form } from "./form.js";
import { Interview } from "./interview.js";
import { Portrait } from "./portrait.js";
import { propose, watch } from "./proposing.js";
import { Store } from "./store.js";

const SOON = 200;
const BESIDE = "(min-width: 68rem)";

/** Bring the form below `root` to life. */
export async function start(root) {
  await learnMore("join").catch(console.error);
  const rules = JSON.parse(part(root, "rules").textContent);
  let [edited, noted, waiting, waking, answers] = [null, "", null, false, null];
  const form = new Form(root, rules, changed);
  const face = root.querySelector("[data-control=image]");
  const portrait = face && new Portrait(face, () => form.handle.value.trim(), changed);
  const given = { read: () => form.read(), picture: () => portrait?.address ?? "", edited: () => edited };
  const store = new Store(root, rules, erase);
  const interview = new Interview(root, form, changed);

  function changed() {
    clearTimeout(waiting);
    waiting = setTimeout(catchUp, SOON);
  }

  /** What was typed in this moment counts as well. */
  function catchUp() {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    show();
    if (!edited) store.keep(form.read(), form.switches);
  }

  /** What answers comes when somebody begins: most of the scripts, and the page is there before them. */
  async function wake() {
    if (waking) return;
    waking = true;
    const { answering } = await import("./answering.js");
    answers = answering(root, rules, given);
    answers.note("handle", noted);
    answers.show();
  }

  function note(text) {
    noted = text;
    answers?.note("handle", text);
  }

  function show() {
    if (answers) answers.show();
    else wake().catch(console.error);
  }

  function erase() {
    // Whose introduction is changed stays who they are.
    form.write({ handle: edited ? form.handle.value : "", answers: {} });
    portrait?.clear();
    interview.anew();
    clearTimeout(waiting);
    waiting = null;
    show();
  }

  const handle = asked();
  if (handle) edited = await edit(root, form, handle, rules);
  // Where there is nothing to change, one's own draft must not be lost.
  const kept = edited ? null : restored(form, store);
  propose(root, form, rules, { edited: given.edited, changed });
  watch(note, form, rules, given.edited);
  placePreview(root);
  if (kept) openFilled(root, form);
  if (kept || edited) await wake().catch(console.error);
  root.addEventListener("focusin", show, { once: true });
  root.hidden = false;
  addEventListener("pagehide", catchUp);
  ["click", "focusin"].forEach((kind) => part(root, "doors").addEventListener(kind, catchUp, { capture: true }));
}

/** The form filled with what was kept; null if there was nothing, or nothing that it takes. */
function restored(form, store) {
  const kept = store.kept;
  try {
    if (kept) form.write(kept);
    return kept;
  } catch (error) {
    console.info(error);
    form.write({ handle: "", answers: {} });
    return store.refuse();
  }
}

/** Beside the form where there is room, else in a sheet that the bar below opens. */
function placePreview(root) {
  const [shown, sheet, beside] = ["shown", "sheet", "beside"].map((name) => part(root, name));
  const wide = matchMedia(BESIDE);
  const place = () => {
    const home = wide.matches ? beside : part(root, "sheet-place");
    if (shown.parentElement !== home) home.prepend(shown);
    if (wide.matches && sheet.open) sheet.close();
  };
  wide.addEventListener("change", place);
  place();
  part(root, "look").addEventListener("click", () => sheet.showModal());
  ["close", "done"].forEach((name) => sheet.querySelector(`[data-part=${name}]`).addEventListener("click", () => sheet.close()));
  part(root, "to-doors").addEventListener("click", () => {
    const heading = document.getElementById("join-doors");
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  });
}

function openFilled(root, form) {
  for (const { element, control } of form.fields) {
    const folded = element.closest("details");
    if (folded && control.read() !== undefined) folded.open = true;
  }
}
