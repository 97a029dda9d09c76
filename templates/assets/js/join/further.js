/* The fields that are asked on demand, which come once their part is opened, or for a draft that fills them. */

import { part } from "../dom.js";
import { learnMore, say } from "../words.js";

const PARTS = ["more", "inside"];

/** What stands where a part of the form did not come. */
export const notThere = () => say("This part did not load. Close it and open it once more.");

/**
 * What brings these fields into the form below `root`, and their rules into `rules`; `took` is called with their
 * controls then. What did not come is told in their place, and asked for again.
 */
export function further(root, rules, took) {
  const folds = [...root.querySelectorAll("details")].filter((fold) => PARTS.includes(fold.dataset.part));
  let coming = null;

  async function bring() {
    const words = learnMore("join/more").catch(console.error);
    const [found, choosing] = await Promise.all([fetched(new URL("more.txt", document.baseURI)), import("./chips.js"), words]);
    Object.assign(rules, JSON.parse(part(found, "rules").textContent));
    for (const fold of folds) {
      const fields = document.importNode(found.querySelector(`[data-later=${fold.dataset.part}]`), true);
      // Whoever reads the questions aloud, reads these as well.
      fields.querySelectorAll("[data-part=question]").forEach((one) => (one.hidden = !part(root, "interview").open));
      part(fold, "fields").replaceWith(...fields.children);
    }
    took(choosing);
  }

  async function want() {
    if (!folds.some((fold) => part(fold, "fields"))) return;
    try {
      await (coming ??= bring());
    } catch (error) {
      coming = null;
      folds.forEach((fold) => (part(fold, "fields").textContent = notThere()));
      throw error;
    }
  }

  folds.forEach((fold) => fold.addEventListener("toggle", () => fold.open && want().catch(console.error)));
  return want;
}

/** The file at `url` as a page of its own: no script runs there. */
function fetched(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.overrideMimeType("text/html; charset=utf-8");
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(`more fields answered ${request.status}`)));
    request.onerror = () => reject(new Error("more fields did not come"));
    request.send();
  });
}
