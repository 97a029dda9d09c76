/* The draft on this device: kept once something was typed, without what only members see unless one wants that, erased on demand. */

import { part } from "../dom.js";
import { say } from "../words.js";
import { publicPart } from "./draft.js";

/* One draft for each site, whatever the language of the page. */
const NAME = `acquaint-draft ${new URL("../../..", import.meta.url).pathname}`;

/** The kept draft of the form below `root`; `erased` is called when somebody erases it. */
export class Store {
  constructor(root, rules, erased) {
    Object.assign(this, { rules, said: part(root, "kept"), whole: part(root, "keep-private") });
    this.nothing = this.said.textContent;
    part(root, "erase").addEventListener("click", () => {
      forget();
      this.said.textContent = this.nothing;
      erased();
    });
  }

  /** What was kept, as a draft, or null. */
  get kept() {
    try {
      const { draft, whole } = JSON.parse(localStorage.getItem(NAME));
      this.whole.checked = whole;
      if (typeof draft.handle !== "string" || typeof draft.answers !== "object") return null;
      this.#tell(whole);
      return draft;
    } catch {
      return null;
    }
  }

  /** Keep `draft`. `switches` are kept in any case: what was closed must not be open when it is typed again. */
  keep(draft, switches) {
    const whole = this.whole.checked;
    const kept = whole ? draft : { handle: draft.handle, answers: { ...this.#open(draft), ...directives(draft, switches) } };
    try {
      localStorage.setItem(NAME, JSON.stringify({ draft: kept, whole }));
      this.#tell(whole);
    } catch {
      this.said.textContent = say("This browser keeps nothing, so the draft is gone when you close the page.");
    }
  }

  #open(draft) {
    const { listing: _, ...answers } = draft.answers;
    return publicPart({ handle: draft.handle, answers }, this.rules).answers;
  }

  #tell(whole) {
    this.said.textContent = whole
      ? say("The draft is kept in this browser, with what only members see. It leaves this device only when you send it.")
      : say("The draft is kept in this browser, without what only members see. It leaves this device only when you send it.");
  }
}

function directives({ answers }, switches) {
  const kept = { ...switches, listing: answers.listing, lang: answers.lang };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value?.length));
}

function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch (error) {
    console.error(error);
  }
}
