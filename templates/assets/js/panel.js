/* Where the filters are: beside the list where there is room, else in a sheet that is opened. */

import { element, part } from "./dom.js";
import { count, say } from "./words.js";

const BESIDE = "(min-width: 62rem)";

/** Moves the filters between the two places; `wanted` is called once when they are to be seen. */
export class Panel {
  constructor(page, wanted) {
    const named = (name) => part(page, name);
    Object.assign(this, { wanted, named, groups: named("groups"), sheet: named("sheet"), isReady: false });
    this.wide = matchMedia(BESIDE);
    this.wide.addEventListener("change", () => this.#place());
    page.querySelectorAll("[data-open]").forEach((opener) => opener.addEventListener("click", () => this.#open(opener.dataset.open)));
    named("done").addEventListener("click", () => this.sheet.close());
    named("close").addEventListener("click", () => this.sheet.close());
    this.sheet.addEventListener("click", (event) => event.target === this.sheet && this.sheet.close());
    this.#place();
  }

  /** True where the filters stand beside the list. */
  get isBeside() {
    return this.wide.matches;
  }

  /** The filters are there, and leave `found` people. */
  ready(found) {
    this.isReady = true;
    this.complaint?.remove();
    this.named("done").textContent = count("Show {n} person", "Show {n} people", found);
    this.#place();
    this.#scrollTo(this.field);
  }

  /** The filters did not come. */
  failed() {
    if (this.isReady) return;
    const said = say("The filters did not load. You can still browse by topic.");
    this.groups.textContent = said;
    this.complaint ??= element("p", { class: "notice" }, said);
    this.named("links").prepend(this.complaint);
  }

  #open(field) {
    this.field = field;
    this.wanted();
    this.sheet.showModal();
    if (this.isReady) this.#scrollTo(field);
  }

  #scrollTo(field) {
    if (!this.sheet.open || !field) return;
    const group = this.groups.querySelector(`[data-field="${field}"]`);
    group?.scrollIntoView({ block: "start" });
    // A field that gets the focus calls up a phone's keyboard, which hides the values.
    const first = matchMedia("(pointer: fine)").matches ? "input" : "legend";
    group?.querySelector(first)?.focus({ preventScroll: true });
    this.field = null;
  }

  #place() {
    const isBeside = this.isBeside && this.isReady;
    const place = this.named(isBeside ? "beside" : "sheet-groups");
    // What is moved loses the focus, so it is moved only if it must.
    if (this.groups.parentElement !== place) place.append(this.groups);
    if (isBeside && this.sheet.open) this.sheet.close();
    this.named("beside").hidden = !isBeside;
    this.named("links").hidden = isBeside;
  }
}
