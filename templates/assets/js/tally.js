/* The counts of an answer: how many have each value, how many share working hours, and how many don't say. */

/** The thresholds of shared working hours that are offered. */
export const HOURS = [2, 4, 6];

/** Counts members; `fields` are those of the columns for all `members`, `hours` each one's, -1 where nobody knows. */
export class Tally {
  constructor(members, fields, hours) {
    this.members = members;
    this.fields = fields;
    this.shared = hours;
    this.counts = fields.map(({ values }) => ({ found: new Uint32Array(values.length), silent: 0 }));
    this.hours = hours && { found: HOURS.map(() => 0), silent: 0 };
  }

  /** Count `members`, who are found, for every field; of nearly everybody it is quicker to leave out the others. */
  addAll(members) {
    const others = members.length > this.members / 2 ? without(members, this.members) : null;
    for (let at = 0; at < this.fields.length; at++) {
      if (others) this.#countEverybody(at);
      this.#count(at, others ?? members, others ? -1 : 1);
    }
    this.#countHours(members);
  }

  /** Count `members`, who fail `condition` alone: another value of that very field would find them. */
  addFailing(condition, members) {
    if (condition.kind === "overlap") this.#countHours(members);
    if (condition.kind !== "field") return;
    const at = this.fields.findIndex((field) => field.name === condition.name);
    if (at >= 0) this.#count(at, members, 1);
  }

  #countEverybody(at) {
    const { values, silent } = this.fields[at];
    this.counts[at].silent += silent;
    values.forEach((value, index) => (this.counts[at].found[index] += value.members.length));
  }

  // Field by field, for one field's columns fit into the processor's cache and those of all don't.
  #count(at, members, times) {
    const { starts, valuesOf } = this.fields[at];
    const { found } = this.counts[at];
    let silent = 0;
    for (let index = 0; index < members.length; index++) {
      const member = members[index];
      const end = starts[member + 1];
      let value = starts[member];
      if (value === end) silent++;
      for (; value < end; value++) found[valuesOf[value]] += times;
    }
    this.counts[at].silent += silent * times;
  }

  #countHours(members) {
    if (!this.shared) return;
    const { shared, hours } = this;
    for (let index = 0; index < members.length; index++) {
      const hour = shared[members[index]];
      if (hour < 0) hours.silent++;
      for (let at = 0; at < HOURS.length; at++) if (hour >= HOURS[at]) hours.found[at]++;
    }
  }
}

function without(members, all) {
  const isFound = new Uint8Array(all);
  for (let at = 0; at < members.length; at++) isFound[members[at]] = 1;
  const others = [];
  for (let member = 0; member < all; member++) if (!isFound[member]) others.push(member);
  return others;
}
