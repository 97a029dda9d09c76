/* Beginning with what is public already: the files of drafts beside the page, one for each two letters of a handle. */

import { element, part } from "../dom.js";
import { around, say } from "../words.js";
import { fitting } from "./shapes.js";

const HANDLE = /^[a-z0-9][a-z0-9-]{0,38}$/i;
const found = new Map();

/** {file, answers} of the member `handle`, or null if no stranger sees one. */
export async function draftOf(handle, rules) {
  const shard = handle.slice(0, 2);
  if (!rules.shards.includes(shard)) return null;
  if (!found.has(shard)) found.set(shard, fetched(shard));
  const drafts = await found.get(shard).catch((error) => {
    // Another time it may be there.
    found.delete(shard);
    throw error;
  });
  return Object.hasOwn(drafts, handle) ? drafts[handle] : null;
}

async function fetched(shard) {
  const answer = await fetch(new URL(`../../../join/drafts/${shard}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`the drafts of ${shard} answered ${answer.status}`);
  return answer.json();
}

/** The handle that the address asks for, as in ?edit=ada. */
export function asked() {
  return new URLSearchParams(location.search).get("edit") ?? "";
}

/** Fill `form` with what strangers see of `handle` and say so; their {file, answers}, or null if there is nobody. */
export async function edit(root, form, handle, rules) {
  const note = part(root, "editing");
  note.hidden = false;
  try {
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
    return { file: isFileOf(handle, known.file) ? known.file : "", answers: given.draft.answers };
  } catch (error) {
    console.info(error);
    form.write({ handle: "", answers: {} });
    note.replaceChildren(say("The introduction did not load. Try again in a moment."));
    return null;
  }
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
