/* What is wrong, or worth a second look, beside the field it is about, once one has left it; all of it before the doors. */

import { button, element, part } from "../dom.js";
import { count, say } from "../words.js";
import { onlyAtReview, problemsOf } from "./checks.js";
import { STEERING } from "./draft.js";

const GIVES_AWAY = /-in-prose$/;
const CONTROLS = "input:not([type=checkbox]), textarea, select";

/** Watches the form below `root`, whose draft is what `read` gives. */
export class Remarks {
  constructor(root, rules, read) {
    Object.assign(this, { rules, read, notes: new Map(), touched: new Set(), accepted: new Set(), faults: part(root, "faults"), status: part(root, "status") });
    this.fields = new Map([...root.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, field]));
    this.fields.set("handle", part(root, "handle-field"));
    part(root, "untold").replaceChildren(...onlyAtReview(rules).map((text) => element("li", {}, text)));
    part(root, "review").hidden = false;
    root.addEventListener("focusout", (event) => this.#left(event));
    // Who was faster than this script has left some fields already.
    const { handle, answers } = read();
    for (const name of [...(handle ? ["handle"] : []), ...Object.keys(answers)]) {
      const field = this.fields.get(name);
      if (field && !field.contains(document.activeElement)) this.touched.add(name);
    }
  }

  /** Tell what is wrong with `draft`. */
  show(draft) {
    this.draft = draft;
    const begun = draft.handle || Object.keys(draft.answers).some((name) => !STEERING.includes(name));
    this.problems = begun ? problemsOf(draft, this.rules).filter((one) => !this.accepted.has(keyOf(one))) : [];
    for (const [name, field] of this.fields) this.#beside(name, field);
    this.#summary();
  }

  /** Tell `text` beside the field `name` until it is told another, or "". */
  note(name, text) {
    if ((this.notes.get(name) ?? "") === text) return;
    this.notes.set(name, text);
    this.status.textContent = text;
    this.#beside(name, this.fields.get(name));
  }

  #left(event) {
    const found = [...this.fields].find(([, field]) => field.contains(event.target));
    if (!found || found[1].contains(event.relatedTarget)) return;
    const [name] = found;
    const draft = this.read();
    // Who leaves a field that was never filled in, is on the way to another.
    if (name === "handle" && !draft.handle) return;
    this.touched.add(name);
    this.show(draft);
    const first = this.#of(name)[0];
    if (first) this.status.textContent = first.message;
  }

  #of(name) {
    return this.problems.filter((one) => whereOf(one) === name);
  }

  #beside(name, field) {
    const own = this.touched.has(name) && this.problems ? this.#of(name) : [];
    const lines = own.map((one) => this.#line(one, field));
    const note = this.notes.get(name);
    if (note) lines.push(element("p", { class: "remark remark--error" }, note));
    part(field, "said").replaceChildren(...lines);
    const wrong = own.some(({ severity }) => severity === "error");
    field.querySelectorAll(CONTROLS).forEach((control) => {
      if (wrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }

  #line(problem, field) {
    const { slug, severity, message, fix, meant } = problem;
    const line = element("div", { class: severity === "error" ? "remark remark--error" : "remark" });
    line.append(element("p", {}, message));
    if (GIVES_AWAY.test(slug)) line.append(this.#choice(problem, field));
    else if (meant || fix) line.append(element("p", { class: "remark__fix" }, meant ? say("Did you mean {what}?", { what: meant }) : fix));
    return line;
  }

  /** What strangers will read may be well as it is, or not. */
  #choice(problem, field) {
    const accept = button(say("That is fine"), "chip", () => {
      this.accepted.add(keyOf(problem));
      this.show(this.draft);
      field.querySelector(CONTROLS)?.focus();
    });
    const reword = button(say("I will reword it"), "chip", () => field.querySelectorAll("input[type=text], textarea")[Number(problem.at) || 0]?.focus());
    return element("p", { class: "part__ways" }, accept, " ", reword);
  }

  #summary() {
    const errors = this.problems.filter(({ severity }) => severity === "error");
    const told = errors.length ? count("{n} thing to mend before you send it:", "{n} things to mend before you send it:", errors.length) : "";
    const list = errors.map((problem) => element("li", {}, this.#lead(whereOf(problem)), element("p", {}, problem.message)));
    if (this.summed === JSON.stringify(errors)) return;
    this.summed = JSON.stringify(errors);
    this.faults.replaceChildren(...(told ? [element("p", {}, told), element("ul", { class: "doors__list" }, ...list)] : []));
  }

  /** The field's name as the form has it, leading there; "" for what belongs to none. */
  #lead(name) {
    const field = this.fields.get(name);
    return field ? button(field.querySelector(".field__label").textContent.trim(), "link", () => this.#go(name)) : "";
  }

  #go(name) {
    const field = this.fields.get(name);
    if (!field) return;
    this.touched.add(name);
    this.show(this.draft);
    const folded = field.closest("details");
    if (folded) folded.open = true;
    field.querySelector(CONTROLS)?.focus();
  }
}

/** The field a problem belongs to; what is opened or closed wrongly belongs to that field. */
function whereOf({ field, at }) {
  return ["public", "private"].includes(field) ? String(at).split(".")[0] : field;
}

function keyOf({ field, at, message }) {
  return JSON.stringify([field, at, message]);
}
