/* The page /join/: what one types, checked, shown as others will see it, kept on the device, and ready to be sent. */

import { part } from "../dom.js";
import { learnMore, say } from "../words.js";
import { isBegun } from "./draft.js";
import { asked } from "./edit.js";
import { Form } from "./form.js";
import { further, notThere } from "./further.js";
import { propose, watch } from "./proposing.js";
import { Store } from "./store.js";

const SOON = 200;
const BESIDE = "(min-width: 68rem)";

/** Bring the form below `root` to life. */
export async function start(root) {
  await learnMore("join").catch(console.error);
  const rules = { vocabulary: {}, used: {}, ...JSON.parse(part(root, "rules").textContent) };
  let [edited, kept, noted, waiting, coming, answers, portrait, interview] = [null, null, "", null, null, null, null, null];
  // A community's own page may hold all fields from the start.
  const choosing = part(root, "fields") ? null : await import("./chips.js");
  if (choosing) await learnMore("join/more").catch(console.error);
  const form = new Form(root, rules, changed, choosing);
  const given = { read: () => form.read(), picture: () => portrait?.address || edited?.picture || "", edited: () => edited };
  const store = new Store(root, rules, erase);
  const want = further(root, rules, (choosing) => {
    form.grow(choosing);
    answers?.grow();
  });
  const mode = part(root, "interview");

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
    if (!edited && kept !== undefined) store.keep(form.read(), form.switches);
  }

  /** What answers comes when somebody begins: most of the scripts, and the page is there before them. */
  async function wake() {
    const { answering } = await import("./answering.js");
    answers = answering(root, rules, given);
    answers.note("handle", noted);
  }

  function note(text) {
    noted = text;
    answers?.note("handle", text);
  }

  /** What did not come is told, and asked for again after the next letter. */
  async function show() {
    const failed = part(root, "failed");
    try {
      if (!answers) await (coming ??= wake());
      await answers.show();
      failed.hidden = true;
    } catch (error) {
      console.error(error);
      coming = null;
      failed.hidden = false;
    }
  }

  /** Empty the form; what fills it again, null if nothing was in it. Whose introduction is changed stays who they are. */
  function erase() {
    const { handle, answers } = form.read();
    const before = { handle, answers: { ...answers, ...form.switches } };
    const isNeeded = portrait?.address || isBegun({ handle: edited ? "" : handle, answers });
    // What was closed must not be open when it is typed again.
    form.write({ handle: edited ? handle : "", answers: edited ? { private: edited.closed } : {} });
    const others = [portrait?.clear(), interview?.anew()];
    clearTimeout(waiting);
    waiting = null;
    show();
    if (!isNeeded) return null;
    return () => {
      form.write(before);
      others.forEach((fill) => fill?.());
      changed();
    };
  }

  async function choose({ target }) {
    const face = target.closest("[data-control=image]");
    if (!face) return;
    try {
      portrait ??= new (await import("./portrait.js")).Portrait(face, () => form.handle.value.trim(), changed);
      await portrait.open(target.files[0]);
    } catch (error) {
      console.error(error);
      target.value = "";
      part(face, "named").textContent = say("The picture did not load. Choose it once more.");
    }
  }

  async function turn() {
    if (!interview && !mode.open) return;
    try {
      interview ??= new (await import("./interview.js")).Interview(root, form, changed);
      interview.turn();
      part(mode, "lost").textContent = "";
    } catch (error) {
      console.error(error);
      part(mode, "lost").textContent = notThere();
    }
  }

  root.addEventListener("change", choose);
  mode.addEventListener("toggle", turn);
  const handle = asked();
  if (handle) edited = await editing(root, form, handle, rules, want);
  // Where there is nothing to change, one's own draft must not be lost.
  if (!edited) kept = await restored(form, store, want);
  if (kept === undefined) tellLost(root);
  propose(root, form, rules, { edited: given.edited, changed });
  watch(note, form, rules, given.edited);
  placePreview(root);
  if (kept) openFilled(root, form);
  if (kept || edited) await show();
  root.addEventListener("focusin", show, { once: true });
  root.hidden = false;
  addEventListener("pagehide", catchUp);
  ["click", "focusin"].forEach((kind) => part(root, "doors").addEventListener(kind, catchUp, { capture: true }));
}

/** The member `handle`, whom the form is filled with to be changed; null if that can't be, which is told. */
async function editing(root, form, handle, rules, want) {
  try {
    const [{ edit }] = await Promise.all([import("./editing.js"), want()]);
    return await edit(root, form, handle, rules);
  } catch (error) {
    console.info(error);
    form.write({ handle: "", answers: {} });
    tellLost(root);
    return null;
  }
}

function tellLost(root) {
  const note = part(root, "editing");
  note.hidden = false;
  note.replaceChildren(say("The introduction did not load. Try again in a moment."));
}

/** The form filled with what was kept; null if there was nothing, or nothing that it takes, undefined if it can't be read yet. */
async function restored(form, store, want) {
  const kept = store.kept;
  try {
    if (kept) await want();
  } catch {
    return undefined;
  }
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
