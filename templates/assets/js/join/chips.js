/* Controls of the fields that are asked on demand: chips, and what lists there are to choose from. */

import { button, element, part } from "../dom.js";
import { pageLanguage, say } from "../words.js";
import { isMapping } from "./draft.js";
import { dayOf, folded, nameOf, spelt } from "./called.js";

const LANGUAGES =
  "ar bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gsw gu he hi hr hu hy id is it ja ka kk km ko ku lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi yue zh zu";
const SPLIT = /[,，、\n]/;
const OFTEN = 6;

/** Fill what `field` has to choose from. */
export function offer(field, spec, rules) {
  const list = part(field, "list");
  const [value, month] = [part(field, "value"), part(field, "month")];
  if (spec.kind === "country") options(value, codesOf(rules.countries).map((code) => [code, nameOf(code, "region")]).sort(byName));
  if (spec.kind === "timezone") list.append(...(Intl.supportedValuesOf?.("timeZone") ?? []).map((zone) => new Option(zone)));
  if (spec.kind === "timezone") value.placeholder = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (spec.kind === "contact") options(part(part(field, "row").content, "key"), rules.contacts);
  if (spec.kind === "availability") list.append(...wordsFor(spec.name, rules).map((word) => new Option(word)));
  if (!month) return;
  const day = part(field, "day");
  options(month, twelve(12).map((code) => [code, dayOf(`2000-${code}-15`, { month: "long" })]));
  options(day, twelve(31).map((code) => [code, dayOf(`2000-01-${code}`, { day: "numeric" })]));
  // In the order of the language: März comes after the 14th, 3月 before it.
  if (/\S.*14/.test(dayOf("2000-03-14", { month: "long", day: "numeric" }))) day.before(month);
}

/** Codes of two letters, of which `ends` has the second ones by their first. */
const codesOf = (ends) => Object.entries(ends).flatMap(([first, all]) => [...all].map((second) => first + second));
const twelve = (many) => Array.from({ length: many }, (_, at) => String(at + 1).padStart(2, "0"));
const byName = ([, one], [, other]) => one.localeCompare(other, pageLanguage());

function options(select, pairs) {
  select.append(...pairs.map(([value, label]) => new Option(label, value)));
}

/** The tags in use and the terms of the vocabulary that nobody uses yet. */
function wordsFor(name, rules) {
  const used = rules.used[name] ?? [];
  const terms = rules.vocabulary[name]?.terms ?? [];
  return [...used, ...terms.filter((spellings) => !spellings.some((word) => used.includes(word))).map(([term]) => term)];
}

/** Short words as chips that can be taken away: tags, or languages by their names. */
export class Chips {
  constructor(field, spec, rules, changed) {
    Object.assign(this, { spec, rules, changed, list: part(field, "chips"), input: part(field, "value"), often: part(field, "often") });
    this.turning = part(field, "turning");
    this.isTags = spec.kind === "tags";
    this.most = spec.kind === "language" ? 1 : Infinity;
    this.terms = (rules.vocabulary[spec.name]?.terms ?? []).map((spellings) => spellings.map(folded));
    this.words = this.isTags ? wordsFor(spec.name, rules) : LANGUAGES.split(" ").map((code) => nameOf(code, "language"));
    this.codes = new Map(this.isTags ? [] : LANGUAGES.split(" ").map((code) => [folded(nameOf(code, "language")), code]));
    this.frequent = this.isTags ? this.words : [...new Set([pageLanguage(), ...rules.languages])].map((code) => nameOf(code, "language"));
    part(field, "list").append(...this.words.map((word) => new Option(word)));
    this.write(undefined);
    this.input.addEventListener("input", (event) => this.#typed(event));
    this.input.addEventListener("keydown", (event) => this.#pressed(event));
    this.input.addEventListener("change", () => this.take());
  }

  read() {
    const pending = this.input.value.trim();
    const all = [...this.values, ...(pending ? pending.split(SPLIT).map((word) => this.#value(word)) : [])].filter(Boolean);
    if (!all.length) return undefined;
    return this.most === 1 ? all[0] : all;
  }

  write(answer) {
    this.values = answer === undefined ? [] : Array.isArray(answer) ? [...answer] : [answer];
    this.input.value = "";
    this.#draw();
  }

  /** Make chips of what was typed. */
  take() {
    const words = this.input.value.split(SPLIT).map((word) => word.trim()).filter(Boolean);
    if (!words.length) return;
    words.forEach((word) => this.#add(word));
    this.input.value = "";
    this.#draw();
    this.changed();
  }

  #value(word) {
    return this.codes.get(folded(word)) ?? word.trim();
  }

  #add(word) {
    const value = this.#value(word);
    const known = new Set([folded(value), ...(this.terms.find((term) => term.includes(folded(value))) ?? [])]);
    if (this.most === 1) this.values = [];
    if (value && !this.values.some((one) => known.has(folded(textOf(one))))) this.values.push(value);
  }

  #typed(event) {
    // A word chosen from the list comes whole; one that is composed isn't there yet.
    if (event.isComposing) return;
    if (SPLIT.test(this.input.value) || event.inputType === "insertReplacementText") this.take();
  }

  #pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.take();
    } else if (event.key === "Backspace" && !this.input.value && this.values.length) {
      this.#remove(this.values.length - 1);
    }
  }

  #remove(at) {
    this.values.splice(at, 1);
    this.#draw();
    this.input.focus();
    this.changed();
  }

  /** Among members or for everyone. */
  #turn(at) {
    const value = this.values[at];
    this.values[at] = isMapping(value) ? value.text : { text: value, for: "members" };
    this.#draw();
    this.list.children[at].querySelector("button").focus();
    this.changed();
  }

  #draw() {
    this.list.replaceChildren(...this.values.map((value, at) => this.#chip(value, at)));
    const given = this.values.map((value) => folded(this.#shown(value)));
    const left = this.frequent.filter((word) => !given.includes(folded(word))).slice(0, OFTEN);
    if (this.turning) this.turning.hidden = !this.values.length;
    this.often.hidden = !left.length;
    const add = (word) => () => (this.#add(word), this.#draw(), this.changed());
    this.often.replaceChildren(...left.map((word) => button(`+ ${word}`, "field__word", add(word))));
  }

  #shown(value) {
    return this.isTags ? spelt(textOf(value), this.spec.name, this.rules) : nameOf(textOf(value), "language");
  }

  #chip(value, at) {
    const text = this.#shown(value);
    const mark = isMapping(value) ? element("small", { class: "mark" }, say("members only")) : "";
    const told = { "aria-pressed": String(isMapping(value)), title: say("Only for members, or for everyone") };
    const word = this.isTags
      ? button(text, "field__turn", () => this.#turn(at), told)
      : element("span", { class: "field__turn" }, text);
    const gone = button("×", "row__remove", () => this.#remove(at), { "aria-label": say("Remove {what}", { what: text }) });
    return element("li", { class: "field__chip" }, word, mark, gone);
  }
}

const textOf = (value) => (isMapping(value) ? value.text : value);
