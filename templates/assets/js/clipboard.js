/* Putting a text on the clipboard, or where that isn't allowed, selecting it. */

import { say } from "./words.js";

/** Copy the text of `field`, or `text` in its place, and tell in `status` what came of it. */
export async function copy(field, status, text = field.value) {
  status.textContent = "";
  status.textContent = (await copied(field, text)) ? say("Copied") : byHand();
}

/** What to do by hand: who holds a phone has no keyboard to copy with. */
function byHand() {
  const touched = matchMedia("(pointer: coarse)").matches;
  return touched ? say("Selected: hold the text and choose “Copy”") : say("Selected: copy it with your keyboard");
}

/** True if the text is on the clipboard; else it is selected. A page opened from a file may not write there by itself. */
async function copied(field, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = field.value;
    field.value = text;
    field.select();
    const done = document.execCommand("copy");
    if (done) field.value = before;
    return done;
  }
}
