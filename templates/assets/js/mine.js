/* On the community's page: who comes from “This is me” on their own page finds their handle filled in. */

import { part } from "./dom.js";

const HANDLE = /^[a-z0-9-]{1,39}$/;

/** Fill in who comes. `section` has in data-gap what stands for the handle, and in others where addresses begin. */
export function start(section) {
  const told = new URLSearchParams(location.search);
  const handle = told.get("me") ?? "";
  if (!HANDLE.test(handle)) return;
  const isListed = told.get("for") !== "members";
  const { gap, address, form, editor } = section.dataset;
  const ending = address && isListed ? `\n\n${address}${handle}/` : "";
  for (const text of section.querySelectorAll("textarea")) text.value = text.value.replace(gap, `@${handle}`) + ending;
  const inAddress = [gap, `@${handle}`].map(encodeURIComponent);
  for (const link of section.querySelectorAll("a[href^='mailto:']")) link.href = link.href.replace(...inAddress);
  if (form && isListed) lead(part(section, "form"), form + handle);
  const file = told.get("file") ?? "";
  if (![".md", ".yml", ".yaml"].some((ending) => file === handle + ending)) return;
  part(section, "file").textContent = `members/${file}`;
  if (editor) lead(part(section, "editor"), editor + file);
}

/** Show `element`, whose link leads to `address`. */
function lead(element, address) {
  element.querySelector("a").href = address;
  element.hidden = false;
}
