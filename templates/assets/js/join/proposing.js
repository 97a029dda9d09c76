/* The handle as somebody comes by it: proposed from the nickname, or typed, and told if another member has it. */

import { part } from "../dom.js";
import { say } from "../words.js";
import { draftOf } from "./edit.js";
import { proposal, proposals } from "./handles.js";

/** A handle like `typed`, or a neutral word, that nobody listed for everyone has. */
export function free(typed, rules) {
  return proposal(typed, rules, (handle) => draftOf(handle, rules).catch(() => null));
}

/** A handle made of the nickname, until one is typed; never of the name. `edited` tells whether it stands already. */
export function propose(root, form, rules, { edited, changed }) {
  const field = root.querySelector("[data-field=nickname]");
  const nickname = field && part(field, "value");
  let proposed = "";
  const put = (word) => (proposed = form.handle.value = word);
  // What was only proposed gives way to the first letter that is typed.
  form.handle.addEventListener("focus", () => proposed && form.handle.value === proposed && form.handle.select());
  nickname?.addEventListener("input", async () => {
    const typed = nickname.value;
    if (edited() || (form.handle.value && form.handle.value !== proposed)) return;
    put(typed.trim() ? proposals(typed, rules).next().value : "");
    if (!proposed) return;
    const word = await free(typed, rules);
    if (nickname.value !== typed || form.handle.value !== proposed || word === proposed) return;
    put(word);
    changed();
  });
}

/** Say so through `note` if a member who is listed for everyone has the handle already. */
export function watch(note, form, rules, edited) {
  form.handle.addEventListener("input", () => note(""));
  form.handle.addEventListener("change", async () => {
    const handle = form.handle.value.trim();
    const taken = !edited() && (await draftOf(handle, rules).catch(() => null));
    if (!taken || handle !== form.handle.value.trim()) return;
    note(say("Somebody here is called {handle} already. Take another word, or change that introduction from its page.", { handle: `@${handle}` }));
  });
}
