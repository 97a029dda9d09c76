/* Who has which value of each field: sets for what is chosen, and each member's values for the counts. */

import { visitGaps } from "./numbers.js";

/** The columns of an edition; `head` is search/index.json, `load` gives a file below search/ as data. */
export class Columns {
  constructor(head, load) {
    this.members = head.members;
    this.size = head.column;
    this.load = load;
    this.fields = head.fields.map(([name, label, lang]) => ({ name, label, lang, values: [], bySlug: new Map() }));
    this.zones = [];
    this.from = head.members;
  }

  /** True once every member's values are here; `from` is the first member whose values are. */
  get complete() {
    return this.from === 0;
  }

  /** Load the file of the newest members that isn't here yet. */
  async fetchNext() {
    if (this.complete) return;
    const number = Math.ceil(this.from / this.size) - 1;
    const file = await this.load(`columns/${number}.json`);
    const first = number * this.size;
    if (first >= this.from) return; // somebody else waited for the same file
    file.fields.forEach((values, at) => values.forEach((value) => this.#add(this.fields[at], value, first)));
    for (const [zone, letters] of file.zones) visitGaps(letters, first, (member) => (this.zones[member] = zone));
    this.from = first;
    if (this.complete) this.fields.forEach((field) => Object.assign(field, byMember(field, this.members)));
  }

  async fetchAll() {
    while (!this.complete) await this.fetchNext();
  }

  /** A byte for each member, 1 for who has any of the values `slugs` of the field `name`. */
  having(name, slugs) {
    const set = new Uint8Array(this.members);
    const field = this.fields.find((one) => one.name === name);
    for (const slug of slugs) {
      for (const member of field?.bySlug.get(slug)?.members ?? []) set[member] = 1;
    }
    return set;
  }

  #add(field, [slug, text, lang, letters], first) {
    let value = field.bySlug.get(slug);
    if (!value) {
      value = { slug, text, lang, members: [] };
      field.bySlug.set(slug, value);
      field.values.push(value);
    }
    visitGaps(letters, first, (member) => value.members.push(member));
  }
}

/**
 * The values of each member: those of `member` are `valuesOf[starts[member]]` up to `valuesOf[starts[member + 1]]`; and
 * how many have none.
 */
function byMember({ values }, members) {
  const starts = new Uint32Array(members + 2);
  values.forEach((value) => value.members.forEach((member) => starts[member + 2]++));
  for (let at = 2; at < starts.length; at++) starts[at] += starts[at - 1];
  const valuesOf = new Uint32Array(starts[members + 1]);
  values.forEach((value, at) => value.members.forEach((member) => (valuesOf[starts[member + 1]++] = at)));
  let silent = 0;
  for (let member = 0; member < members; member++) if (starts[member] === starts[member + 1]) silent++;
  return { starts: starts.subarray(0, members + 1), valuesOf, silent };
}
