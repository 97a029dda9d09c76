/* Changing an introduction: the form begins with what strangers see of it. Fetched where the address asks for it. */

import { element, part } from "../dom.js";
import { around, say } from "../words.js";
import { draftOf } from "./edit.js";
import { fitting } from "./shapes.js";

const HANDLE = /^[a-z0-9][a-z0-9-]{0,38}$/i;

/** Fill `form` with what strangers see of `handle` and say so; their {file, picture}, or null if there is nobody. */
export async function edit(root, form, handle, rules) {
  const note = part(root, "editing");
  note.hidden = false;
  const known = await draftOf(handle, rules);
  if (!known) {
    const called = { handle: `@${handle}` };
    const nobody = say("Strangers see nobody who is called {handle}. You can begin anew.", called);
    note.replaceChildren(HANDLE.test(handle) ? nobody : say("Nobody here is called what this address asks for. You can begin anew."));
    return null;
  }
  const given = fitting({ handle, answers: known.answers }, rules);
  if (!given) throw new TypeError(`the draft of ${handle} is none`);
  form.write(given.draft);
  form.handle.readOnly = true;
  remind(root);
  const name = element("strong", {}, `@${handle}`);
  const told = say("You are changing the introduction of {handle}. What strangers see is filled in. What only members see isn’t known here: give it again, or it will be gone.");
  note.replaceChildren(...around(told, { handle: name }));
  // Who shows no picture keeps it closed in their draft.
  const hasPicture = ![given.draft.answers.private].flat().includes("avatar");
  const picture = hasPicture ? String(new URL(`../../../members/${handle}/avatar.jpg`, import.meta.url)) : "";
  return { file: isFileOf(handle, known.file) ? known.file : "", picture, closed: given.draft.answers.private ?? [] };
}

/** True for a name that a file of the member may have. */
const isFileOf = (handle, file) => ["md", "yml", "yaml"].some((ending) => file === `${handle}.${ending}`);

/** Say where private values would stand, and before the doors, that they are missing. */
function remind(root) {
  for (const told of root.querySelectorAll("[data-part=again]")) {
    told.hidden = false;
    told.closest("details")?.setAttribute("open", "");
  }
}
