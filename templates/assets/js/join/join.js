/* The page /join/: what one types, checked, shown as others will see it, kept on the device, and ready to be sent. */

import { part } from "../dom.js";
import * as words from "../words.js";
import { Doors } from "./doors.js";
import { asked, draftOf, edit } from "./edit.js";
import { Form } from "./form.js";
import { Interview } from "./interview.js";
import { Portrait } from "./portrait.js";
import { Preview } from "./preview.js";
import { Remarks } from "./remarks.js";
import { Store } from "./store.js";

const SOON = 200;
const BESIDE = "(min-width: 68rem)";
const { say } = words;

/** Bring the form below `root` to life. */
export async function start(root) {
  await words.learnMore?.("join");
  const rules = JSON.parse(part(root, "rules").textContent);
  let [edited, waiting] = ["", null];
  const form = new Form(root, rules, changed);
  const face = root.querySelector("[data-control=image]");
  const portrait = face && new Portrait(face, () => form.handle.value.trim(), changed);
  const preview = new Preview(root, rules, () => portrait?.address ?? "");
  const remarks = new Remarks(root, rules, () => form.read());
  const doors = new Doors(root, rules, () => edited);
  const store = new Store(root, rules, erase);
  new Interview(root, form, changed);

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

  function show() {
    const draft = form.read();
    preview.show(draft);
    remarks.show(draft);
    doors.show(draft);
  }

  function erase() {
    form.write({ handle: "", answers: {} });
    portrait?.clear();
    clearTimeout(waiting);
    waiting = null;
    show();
  }

  const handle = asked();
  const kept = handle ? null : store.kept;
  if (handle) edited = await edit(root, form, handle, rules);
  else if (kept) form.write(kept);
  propose(root, form, () => edited);
  watchHandle(remarks, form, rules, () => edited);
  placePreview(root);
  show();
  if (kept) openFilled(root, form);
  root.hidden = false;
  addEventListener("pagehide", catchUp);
  ["click", "focusin"].forEach((kind) => part(root, "doors").addEventListener(kind, catchUp, { capture: true }));
}

/** A handle made of the nickname, until one is typed; never of the name. */
function propose(root, form, edited) {
  const nickname = root.querySelector("[data-field=nickname] [data-part=value]");
  let proposed = "";
  nickname?.addEventListener("input", () => {
    if (edited() || form.handle.value !== proposed) return;
    const plain = nickname.value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    proposed = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 39);
    form.handle.value = proposed;
  });
}

/** Say so if a member who is listed for everyone has the handle already. */
function watchHandle(remarks, form, rules, edited) {
  form.handle.addEventListener("input", () => remarks.note("handle", ""));
  form.handle.addEventListener("change", async () => {
    const handle = form.handle.value.trim();
    const taken = !edited() && (await draftOf(handle, rules).catch(() => null));
    if (!taken || handle !== form.handle.value.trim()) return;
    remarks.note("handle", say("Somebody here is called {handle} already. Take another word, or change that introduction from its page.", { handle: `@${handle}` }));
  });
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
