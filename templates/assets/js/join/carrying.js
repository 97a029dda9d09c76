/* How a text or a picture leaves the page: by the clipboard, selected, or as a file. */

import { copy as put } from "../clipboard.js";
import { element } from "../dom.js";

/** Copy the text of `field`; it stays selected, which is what an app's built-in browser may leave one with. */
export async function copy(field, status) {
  await put(field, status);
  field.select();
}

/** Save `blob` as the file `name`. */
export function written(name, blob) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
