/* Fetched for whoever fills the form in during a conversation: the question of each field, one after the other, by keyboard. */

import { part } from "../dom.js";
import { CONTROLS } from "./form.js";

/* The questions in the order of the form, and behind them whether the person agrees. */
const STEPS = "[data-field], [data-part=handle-field], [data-part=consent]";

/** The mode for interviews; `changed` is called when what it says of the page changes. */
export class Interview {
  constructor(root, form, changed) {
    Object.assign(this, { root, form, changed, switch: part(root, "interview"), agreed: part(root, "agreed"), held: "" });
    this.agreed.checked = false;
    this.agreed.addEventListener("change", () => this.#list());
    // Whoever chooses who finds the page, has chosen.
    form.listing.addEventListener("change", () => {
      this.held = "";
      this.#tell();
    });
    part(root, "next").addEventListener("click", () => this.#go(1));
    part(root, "previous").addEventListener("click", () => this.#go(-1));
    root.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!this.switch.open || !event.altKey || !step) return;
      event.preventDefault();
      this.#go(step);
    });
    root.addEventListener("focusin", (event) => (this.at = event.target.closest(STEPS) ?? this.at));
  }

  /** Begin with the next person, for the last one agreed for themselves alone; what leads back to them. */
  anew() {
    const last = [this.held, this.agreed.checked];
    const turn = (held, agreed) => {
      Object.assign(this, { held, at: null });
      this.agreed.checked = agreed;
      this.#list();
    };
    turn("", false);
    return () => turn(...last);
  }

  /** Read the questions aloud, or no more. */
  turn() {
    const isOn = this.switch.open;
    this.root.querySelectorAll("[data-part=question]").forEach((question) => (question.hidden = !isOn));
    if (isOn) this.root.querySelectorAll(".part--further").forEach((folded) => folded.setAttribute("open", ""));
    this.#list();
  }

  /** What was said on the telephone stands nowhere before it was seen, even where the mode is left. */
  #list() {
    const { listing } = this.form;
    if (this.agreed.checked && this.held) {
      [listing.value, this.held] = [this.held, ""];
    } else if (this.switch.open && !this.agreed.checked && !this.held) {
      [this.held, listing.value] = [listing.value, "nobody"];
    }
    this.#tell();
    this.changed();
  }

  #tell() {
    part(this.root, "consent").hidden = !this.switch.open && !this.held;
  }

  #go(step) {
    const all = [...this.root.querySelectorAll(STEPS)];
    const at = all.indexOf(this.at);
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    next.closest("details")?.setAttribute("open", "");
    next.scrollIntoView({ block: "center" });
    (next.querySelector(CONTROLS) ?? next.querySelector("input"))?.focus({ preventScroll: true });
  }
}
