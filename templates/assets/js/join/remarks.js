/* What is wrong, or worth a second look, beside the field it is about, once one has left it; all of it before the doors. */

import { button, element, part } from "../dom.js";
import { count, learnMore, quoted, say } from "../words.js";
import { problemsOf } from "./checks.js";
import { isBegun } from "./draft.js";
import { CONTROLS } from "./form.js";
import { canRead } from "./person.js";
import { free } from "./proposing.js";
import { onlyAtReview } from "./review.js";

const GIVES_AWAY = /-in-prose$/;
/* What may be somebody's name is not proposed as a handle. */
const SEVERAL_WORDS = /\p{L}[^\p{L}\p{N}_-]+\p{L}/u;
/* A fix that is a line of a file, of which the form has the value. */
const LINE = /^[a-z_]+: (.+)/;
/* Sentences set a blank around a key, where Chinese sets none around quotation marks. */
const BLANKS = /(?<=\p{sc=Han}) (?=“)|(?<=”) (?=\p{sc=Han})/gu;

/** Watches the form below `root`, whose draft is what `read` gives. */
export class Remarks {
  constructor(root, rules, read) {
    Object.assign(this, { rules, read, problems: [], notes: new Map(), drawn: new Map(), touched: new Set(), accepted: new Set(), faults: part(root, "faults"), status: part(root, "status") });
    this.grow = () => {
      this.fields = new Map([...root.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, field]));
      this.fields.set("handle", part(root, "handle-field"));
    };
    this.grow();
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

  /** Tell what is wrong with `draft`; the words for it come with the first problem. */
  show(draft) {
    this.draft = draft;
    const all = isBegun(draft) ? problemsOf(draft, this.rules, (name) => this.#called(name)) : [];
    if (all.length && !this.learned) return (this.learning ??= this.#learn());
    all.forEach((one) => (one.message = one.message.replace(BLANKS, "")));
    this.problems = all.filter((one) => !this.accepted.has(keyOf(one)));
    for (const [name, field] of this.fields) this.#beside(name, field);
    this.#summary();
    return null;
  }

  /** Without its words the page tells in English. */
  async #learn() {
    await learnMore("join/more").catch(console.error);
    this.learned = true;
    this.show(this.draft);
  }

  /** Tell `text` beside the field `name` until it is told another, or "". */
  note(name, text) {
    if ((this.notes.get(name) ?? "") === text) return;
    this.notes.set(name, text);
    this.status.textContent = text;
    this.#beside(name, this.fields.get(name));
  }

  async #left(event) {
    const found = [...this.fields].find(([, field]) => field.contains(event.target));
    if (!found || found[1].contains(event.relatedTarget)) return;
    const [name] = found;
    const draft = this.read();
    // Who leaves a field that was never filled in, is on the way to another.
    if (name === "handle" && !draft.handle) return;
    this.touched.add(name);
    if (!canRead(draft, this.rules)) return;
    await this.show(draft);
    const first = this.#of(name)[0];
    if (first) this.status.textContent = first.message;
  }

  #of(name) {
    return this.problems.filter((one) => whereOf(one) === name);
  }

  #beside(name, field) {
    const own = this.touched.has(name) ? this.#of(name) : [];
    const note = this.notes.get(name);
    // What is pressed while one leaves another field must not be drawn anew under the finger.
    const drawn = JSON.stringify([own, note, name === "handle" && this.draft?.handle]);
    if (this.drawn.get(name) !== drawn) {
      const lines = own.map((one) => this.#line(one, field));
      if (note) lines.push(element("p", { class: "remark remark--error" }, note));
      part(field, "said").replaceChildren(...lines);
      this.drawn.set(name, drawn);
    }
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
    else if (part(field, "handle")?.readOnly === false) line.append(this.#instead(problem, field));
    else if (meant || fix) line.append(element("p", { class: "remark__fix" }, meant ? say("Did you mean {what}?", { what: meant }) : told(fix)));
    return line;
  }

  /** A handle that can be taken, for one that can't or that says too much. */
  #instead(problem, field) {
    const { slug, severity } = problem;
    const ways = element("p", { class: "part__ways" }, severity === "error" ? "" : this.#accept(problem, field));
    const input = part(field, "handle");
    const own = slug === "bad-handle" && !SEVERAL_WORDS.test(input.value) ? input.value : "";
    const take = (word) => {
      input.value = word;
      ["input", "change"].forEach((kind) => input.dispatchEvent(new Event(kind, { bubbles: true })));
      input.focus();
    };
    free(own, this.rules).then((word) => ways.append(button(say("Take {handle}", { handle: `@${word}` }), "chip", () => take(word))));
    return ways;
  }

  /** What strangers will read may be well as it is, or not. */
  #choice(problem, field) {
    const reword = button(say("I will reword it"), "chip", () => field.querySelectorAll("input[type=text], textarea")[Number(problem.at) || 0]?.focus());
    return element("p", { class: "part__ways" }, this.#accept(problem, field), " ", reword);
  }

  #accept(problem, field) {
    return button(say("That is fine"), "chip", () => {
      this.accepted.add(keyOf(problem));
      this.show(this.draft);
      field.querySelector(CONTROLS)?.focus();
    });
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
    return field ? button(labelOf(field), "link", () => this.#go(name)) : "";
  }

  /** The same name in a sentence, and the kind of contact it is about. */
  #called(name) {
    const [field, kind] = name.split(".");
    if (!this.fields.has(field)) return name;
    const label = labelOf(this.fields.get(field));
    const way = new Map(this.rules.contacts).get(kind);
    return quoted(way ? say("{field} ({n})", { field: label, n: way }) : label);
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

function labelOf(field) {
  return field.querySelector(".field__label").textContent.trim();
}

function told(fix) {
  const line = LINE.exec(fix);
  return line ? say("As in {example}.", { example: line[1] }) : fix;
}

function keyOf({ field, at, message }) {
  return JSON.stringify([field, at, message]);
}
