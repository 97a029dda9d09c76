/* The form as a draft, and a draft in the form: what each control says, and who is to see it. */

import { part } from "../dom.js";
import { isMapping, STEERING } from "./draft.js";
import { itemOf, lineOf, Rows } from "./rows.js";

/* What one writes or chooses in. */
export const CONTROLS = "input:not([type=checkbox]), textarea, select";
/* A control reads an answer, or undefined, and writes one. */
const KINDS = {
  line: plain,
  prose: plain,
  country: plain,
  date: plain,
  tags: ({ element, spec, rules, changed, form }) => new form.choosing.Chips(element, spec, rules, changed),
  items: ({ element, changed }) => new Rows(element, changed),
  availability: ({ element, changed }) => new Rows(element, changed),
  links: ({ element, changed }) => new Rows(element, changed),
  contact: ({ element, changed }) => new Rows(element, changed),
  dated,
  month_day: monthDay,
  image: () => ({ read: () => undefined, write: () => {} }),
};

function plain({ element, form }) {
  const input = part(element, "value");
  let versions = null;
  return {
    read() {
      const text = input.rows > 1 ? input.value.trim() : lineOf(input);
      if (!versions) return text || undefined;
      const { [form.written]: _, ...others } = versions;
      return text ? { ...versions, [form.written]: text } : Object.keys(others).length ? others : undefined;
    },
    write(answer) {
      // Versions in other languages stay as they are.
      versions = isMapping(answer) ? answer : null;
      input.value = (versions ? versions[form.written] : answer) ?? "";
    },
  };
}

function dated({ element }) {
  const [text, since, inside] = ["text", "since", "for"].map((name) => part(element, name));
  return {
    read: () => (lineOf(text) ? itemOf({ text: lineOf(text), since: since.value, for: inside.checked }) : undefined),
    write(answer) {
      const one = isMapping(answer) ? answer : { text: answer };
      [text.value, since.value, inside.checked] = [one.text ?? "", one.since ?? "", one.for === "members"];
    },
  };
}

function monthDay({ element }) {
  const [month, day] = [part(element, "month"), part(element, "day")];
  return {
    read: () => (month.value && day.value ? `${month.value}-${day.value}` : undefined),
    write: (answer) => ([month.value, day.value] = answer ? answer.split("-") : ["", ""]),
  };
}

/** The form below `root`; `changed` is called after each change of it, `choosing` has the controls of chips.js once they are needed. */
export class Form {
  constructor(root, rules, changed, choosing) {
    const named = (name) => part(root, name);
    Object.assign(this, { rules, handle: named("handle"), lang: named("lang"), listing: named("listing") });
    this.fields = [];
    this.grow = (choosing) => {
      this.choosing = choosing;
      const known = new Map(this.fields.map((field) => [field.element, field]));
      this.fields = [...root.querySelectorAll("[data-field]")].map((element) => known.get(element) ?? this.#field(element, rules, changed));
    };
    this.grow(choosing);
    named("form").addEventListener("submit", (event) => event.preventDefault());
    named("form").addEventListener("input", (event) => {
      this.fields.forEach((field) => field.element.contains(event.target) && this.#mark(field));
      changed();
    });
    // Enter in a line would send a form; this one has nothing to send to.
    named("form").addEventListener("keydown", (event) => event.key === "Enter" && event.target.matches("input, [data-line]") && event.preventDefault());
  }

  /** The language in which one writes. */
  get written() {
    return this.lang?.value ?? this.rules.languages[0];
  }

  /** What was filled in, as a draft. */
  read() {
    const answers = { ...this.unasked };
    for (const { name, control } of this.fields) {
      const answer = control.read();
      if (answer !== undefined) answers[name] = answer;
    }
    const given = (name) => Object.hasOwn(answers, name.split(".")[0]) || name === "avatar";
    for (const [directive, names] of Object.entries(this.switches)) {
      const kept = names.filter(given);
      if (kept.length) answers[directive] = kept;
    }
    if (this.listing.value !== "everyone") answers.listing = this.listing.value;
    if (this.written !== this.#guessed(answers)) answers.lang = this.written;
    return { handle: this.handle.value.trim(), answers };
  }

  /** Every field that somebody opened or closed, filled in or not. */
  get switches() {
    const found = { private: [], public: [] };
    for (const { name, spec, control, toggle } of this.fields) {
      const directive = found[spec.audience === "everyone" ? "private" : "public"];
      if (toggle?.checked) directive.push(name);
      directive.push(...(control.opened ?? []).map((kind) => `${name}.${kind}`));
    }
    return found;
  }

  write({ handle, answers }) {
    this.handle.value = handle;
    if (Object.keys(answers).length) this.#speak(answers.lang ?? this.#guessed(answers));
    this.listing.value = answers.listing ?? "everyone";
    // What a community's own form has no question for goes back as it came.
    const asked = [...STEERING, ...this.fields.map(({ name }) => name)];
    this.unasked = Object.fromEntries(Object.entries(answers).filter(([name]) => !asked.includes(name)));
    for (const field of this.fields) {
      const { name, spec, control, toggle } = field;
      const names = [answers[spec.audience === "everyone" ? "private" : "public"] ?? []].flat();
      control.write(answers[name]);
      if (toggle) toggle.checked = names.includes(name);
      if (spec.kind === "contact") {
        const kinds = this.rules.contacts.map(([kind]) => kind);
        control.opened = kinds.filter((kind) => names.includes(name) || names.includes(`${name}.${kind}`));
      }
      this.#mark(field);
    }
  }

  /** The language of answers that don't say it: the first one their author speaks, else the community's. */
  #guessed(answers) {
    return typeof answers.languages?.[0] === "string" ? answers.languages[0] : this.rules.languages[0];
  }

  /** Write in `language`, which may be none of the site's. */
  #speak(language) {
    if (!this.lang) return;
    if (![...this.lang.options].some(({ value }) => value === language)) this.lang.add(new Option(language, language));
    this.lang.value = language;
  }

  #field(element, rules, changed) {
    const name = element.dataset.field;
    const spec = rules.fields.find((one) => one.name === name);
    this.choosing?.offer(element, spec, rules);
    const control = KINDS[element.dataset.control]({ element, spec, rules, changed, form: this });
    return { name, spec, element, control, toggle: part(element, "switch") };
  }

  /** Say who sees the field. */
  #mark({ element, spec, toggle }) {
    const open = (spec.audience === "everyone") !== Boolean(toggle?.checked);
    part(element, "everyone").hidden = !open;
    part(element, "inside").hidden = open;
  }
}
