/* How a text or a picture leaves the page: by the clipboard, selected, or as a file. */

import { copy as put } from "../clipboard.js";
import { element } from "../dom.js";

/* Names by which browsers inside an app give themselves away; most of them save no file, and some do nothing at all. */
const IN_APPS = /MicroMessenger|WeChat|\bFBAN|\bFBAV|\bInstagram|\bLine\/|\bTelegram|\bDingTalk|\bQQ\//;

/** True in a browser that is part of an app. */
export const isInApp = IN_APPS.test(navigator.userAgent);

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
