/* Changing an introduction: the form begins with what strangers see of it. Fetched where the address asks for it. */

import { element, part } from "../dom.js";
import { around, say } from "../words.js";
import { STEERING, tidy } from "./draft.js";
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
  const told = say("You are changing the introduction of {handle}. What strangers see is filled in. What only members see isn’t known here and stays as it is, unless you give it anew.");
  note.replaceChildren(...around(told, { handle: name }));
  // Who shows no picture keeps it closed in their draft.
  const hasPicture = ![given.draft.answers.private].flat().includes("avatar");
  const picture = hasPicture ? String(new URL(`../../../members/${handle}/avatar.jpg`, import.meta.url)) : "";
  const [begun, file] = [tidy(given.draft).answers, isFileOf(handle, known.file) ? known.file : ""];
  return { file, picture, closed: begun.private ?? [], changes: (draft, written) => changes(draft, begun, file, written) };
}

/**
 * What of `draft` differs from the answers that the form began with, as text to put into the file, and how that is done.
 * `written` gives a draft as YAML alone.
 */
function changes(draft, begun, file, written) {
  const { answers } = tidy(draft);
  const changed = Object.entries(answers).filter(([name, answer]) => JSON.stringify(answer) !== JSON.stringify(begun[name]));
  const { bio, ...fields } = Object.fromEntries(changed);
  const isBelow = typeof bio === "string" && file.endsWith(".md");
  const lines = written({ handle: draft.handle, answers: isBelow || bio === undefined ? fields : { ...fields, bio } }).trim();
  const gone = Object.keys(begun).filter((name) => !STEERING.includes(name) && !Object.hasOwn(answers, name));
  const how = say("Copies what you changed and opens your file: put each field in the place of the one of its name, and leave the rest, also entries with “for: members”.");
  const out = say("Take out there: {fields}.", { fields: gone.join(", ") });
  return {
    text: [lines, isBelow ? bio : ""].filter(Boolean).join("\n\n"),
    how: gone.length ? `${how} ${out}` : how,
    saves: say("Saves {file} for the organiser: acquaint add --replace keeps what isn’t in it.", { file }),
  };
}

/** True for a name that a file of the member may have. */
const isFileOf = (handle, file) => ["md", "yml", "yaml"].some((ending) => file === `${handle}.${ending}`);

/** Say where private values would stand, and before the doors, that they aren’t here. */
function remind(root) {
  for (const told of root.querySelectorAll("[data-part=again]")) {
    told.hidden = false;
    told.closest("details")?.setAttribute("open", "");
  }
}
