/*
 * The draft on this device: kept once something was typed, without what only members see unless one wants that, erased
 * on demand. What was erased can be brought back until one leaves the page; meanwhile it is in no store.
 */

import { element, part } from "../dom.js";
import { say } from "../words.js";
import { publicPart } from "./draft.js";
import { fitting } from "./shapes.js";

/* One draft for each site, whatever the language of the page. */
const NAME = `acquaint-draft ${new URL("../../..", import.meta.url).pathname}`;

/** The kept draft of the form below `root`; `erase` empties the form and gives what fills it again, if anything was in it. */
export class Store {
  constructor(root, rules, erase) {
    Object.assign(this, { rules, said: part(root, "kept"), whole: part(root, "keep-private"), notice: part(root, "editing") });
    this.nothing = this.said.textContent;
    const [button, gone, undo] = ["erase", "erased", "undo"].map((name) => part(root, name));
    let back = null;
    const empty = () => {
      const filling = erase();
      forget();
      this.said.textContent = this.nothing;
      return filling;
    };
    const offer = (filling) => {
      back = filling;
      undo.hidden = !back;
      gone.textContent = back ? say("Erased.") : "";
    };
    button.addEventListener("click", () => offer(empty() ?? back));
    undo.addEventListener("click", () => {
      const filling = back;
      // What was typed since then can be had again as well.
      offer(empty());
      filling();
      button.focus();
    });
    addEventListener("pagehide", () => offer(null));
    // The next who is asked need not see what was the last one's.
    root.addEventListener("input", () => part(root, "interview").open && offer(null));
  }

  /** What was kept, as a draft that this form can hold, or null. What fits it no more is told, and forgotten. */
  get kept() {
    const text = stored();
    if (!text) return null;
    const { draft, whole } = parsed(text) ?? {};
    const found = fitting(draft, this.rules);
    if (!found) return this.refuse();
    this.whole.checked = whole === true;
    this.#tell(this.whole.checked);
    if (!found.isWhole) this.#notice(say("The form has changed since you began, so some of your draft had to be left out. Please look through it."));
    return found.draft;
  }

  /** Forget what was kept, and say so. */
  refuse() {
    forget();
    this.said.textContent = this.nothing;
    this.#notice(say("The draft kept in this browser can’t be read any more. The form begins anew."));
    return null;
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

  #notice(text) {
    this.notice.hidden = false;
    this.notice.append(element("p", {}, text));
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

function stored() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch (error) {
    console.error(error);
  }
}
