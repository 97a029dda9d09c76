/* Lists of the form: a row for each entry, one more on demand, and never fewer than one to type into. */

import { part } from "../dom.js";
import { isMapping } from "./draft.js";

const listOf = (answer) => (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]);
const named = (answer) => (isMapping(answer) ? Object.entries(answer) : []);

/* What an answer is as rows, and rows as an answer; a row is {key, text, since, until, for, opened}. */
const SHAPES = {
  items: {
    rows: (answer) => listOf(answer).map((one) => (isMapping(one) ? { ...one, for: one.for === "members" } : { text: one })),
    answer: (rows) => rows.map(itemOf),
  },
  availability: {
    rows: (answer) => (isMapping(answer) ? [answer] : listOf(answer)).flatMap(untilRows),
    answer: (rows) => rows.map((row) => (row.until ? { [row.text]: row.until } : itemOf(row))),
  },
  links: {
    rows: (answer) => named(answer).map(([key, text]) => ({ key, text })),
    answer: (rows) => Object.fromEntries(rows.map(({ key, text }) => [key || hostOf(text), withScheme(text)])),
  },
  contact: {
    rows: (answer) => named(answer).map(([key, text]) => ({ key, text })),
    answer: (rows) => Object.fromEntries(rows.map(({ key, text }) => [key, text])),
  },
};

/** An entry as the draft has it: a text, or with its day and for whom it is. */
export function itemOf({ text, since, for: inside }) {
  if (!since && !inside) return text;
  return { text, ...(since ? { since } : {}), ...(inside ? { for: "members" } : {}) };
}

function untilRows(one) {
  if (typeof one === "string") return [{ text: one }];
  if (Object.hasOwn(one, "text")) return [{ text: one.text, for: one.for === "members" }];
  return Object.entries(one).map(([text, until]) => ({ text, until }));
}

function withScheme(url) {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
}

function hostOf(url) {
  try {
    return new URL(withScheme(url)).hostname.replace(/^www\./, "") || url;
  } catch {
    return url;
  }
}

/** What was typed into a line; a pasted line end is a blank. */
export function lineOf(input) {
  return input.value.trim().replace(/\s*\n\s*/g, " ");
}

/** The rows of one field; `changed` is called whenever one comes or goes. */
export class Rows {
  constructor(field, changed) {
    this.shape = SHAPES[field.dataset.control];
    this.list = part(field, "rows");
    this.template = part(field, "row");
    this.changed = changed;
    part(field, "add").addEventListener("click", () => this.#more());
    this.list.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || event.target.type === "checkbox") return;
      event.preventDefault();
      if (event.target.value.trim()) this.#more();
    });
    this.write(undefined);
  }

  get elements() {
    return [...this.list.children];
  }

  read() {
    const rows = this.#filled();
    return rows.length ? this.shape.answer(rows) : undefined;
  }

  write(answer) {
    const rows = this.shape.rows(answer);
    this.list.replaceChildren();
    (rows.length ? rows : [{}]).forEach((row) => this.#add(row));
  }

  /** The keys of the rows whose switch is set. */
  get opened() {
    return this.#filled().filter((row) => row.opened).map((row) => row.key);
  }

  set opened(keys) {
    for (const row of this.elements) {
      if (part(row, "opened")) part(row, "opened").checked = keys.includes(part(row, "key").value);
    }
  }

  #filled() {
    return this.elements.map(rowOf).filter((row) => row.text);
  }

  #more() {
    this.#add({});
    this.changed();
    const row = this.list.lastElementChild;
    (part(row, "key") ?? part(row, "text")).focus();
  }

  #add(values) {
    const row = this.template.content.cloneNode(true).firstElementChild;
    for (const [name, value] of Object.entries(values)) {
      const input = part(row, name);
      if (!input) row.dataset[name] = value || "";
      else if (input.type === "checkbox") input.checked = Boolean(value);
      else input.value = value;
    }
    if (values.key === undefined) this.#choose(part(row, "key"));
    part(row, "remove").addEventListener("click", () => this.#remove(row));
    this.list.append(row);
  }

  /** A kind that no other row has: there is one of each. */
  #choose(select) {
    if (select?.tagName !== "SELECT") return;
    const taken = this.elements.map((row) => part(row, "key").value);
    const free = [...select.options].find((option) => !taken.includes(option.value));
    if (free) select.value = free.value;
  }

  #remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    if (!next) this.#add({});
    part(next ?? this.list.firstElementChild, "text").focus();
    this.changed();
  }
}

function rowOf(row) {
  const value = (name) => (part(row, name) ? lineOf(part(row, name)) : row.dataset[name]);
  const set = (name) => part(row, name)?.checked ?? row.dataset[name] === "true";
  return {
    key: value("key"),
    text: value("text"),
    since: value("since"),
    until: value("until"),
    for: set("for"),
    opened: set("opened"),
  };
}
