/* A list that the page came with: its links say which list it is, so that a member's page can lead to the next. */

import { part } from "./dom.js";

/** `list` names its question in data-asked; with data-later it can't know how many come before it. */
export function start(list) {
  const { asked, later } = list.dataset;
  const refine = part(document, "refine");
  if (refine) refine.hidden = false;
  list.querySelectorAll("[data-card] a.card__link").forEach((link, at) => {
    link.search = new URLSearchParams([...new URLSearchParams(asked), ["list-at", later === undefined ? at : ""]]);
  });
}
