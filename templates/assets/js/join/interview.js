/* For whoever fills the form in during a conversation: the question of each field, one after the other, by keyboard. */

import { part } from "../dom.js";

const CONTROLS = "input:not([type=checkbox]), textarea, select";

/** The mode for interviews; `changed` is called when what it says of the page changes. */
export class Interview {
  constructor(root, form, changed) {
    Object.assign(this, { root, form, changed, switch: part(root, "interview"), agreed: part(root, "agreed") });
    this.switch.addEventListener("toggle", () => this.#turn());
    this.agreed.addEventListener("change", () => this.#list());
    part(root, "next").addEventListener("click", () => this.#go(1));
    part(root, "previous").addEventListener("click", () => this.#go(-1));
    root.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!this.switch.open || !event.altKey || !step) return;
      event.preventDefault();
      this.#go(step);
    });
    root.addEventListener("focusin", (event) => (this.at = event.target.closest("[data-field], [data-part=handle-field]") ?? this.at));
  }

  #turn() {
    const isOn = this.switch.open;
    this.root.querySelectorAll("[data-part=question]").forEach((question) => (question.hidden = !isOn));
    if (isOn) ["more", "inside"].forEach((name) => part(this.root, name)?.setAttribute("open", ""));
    this.#list();
  }

  /** What was said on the telephone stands nowhere before it was seen. */
  #list() {
    this.form.listing.value = this.switch.open && !this.agreed.checked ? "nobody" : "everyone";
    this.changed();
  }

  #go(step) {
    const all = [...this.root.querySelectorAll("[data-field], [data-part=handle-field]")];
    const at = all.indexOf(this.at);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    next.scrollIntoView({ block: "center" });
    next.querySelector(CONTROLS)?.focus({ preventScroll: true });
  }
}
