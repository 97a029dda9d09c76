/* The counts of an answer: how many have each value, how many share working hours, and how many don't say. */

/** The thresholds of shared working hours that are offered. */
export const HOURS = [2, 4, 6];

/** Counts members one by one; `fields` are those of the columns, `hours` each member's, -1 where nobody knows. */
export class Tally {
  constructor(fields, hours) {
    this.fields = fields;
    this.shared = hours;
    this.counts = fields.map(({ values }) => ({ found: new Uint32Array(values.length), silent: 0 }));
    this.hours = hours && { found: HOURS.map(() => 0), silent: 0 };
  }

  /** Count `member`, who is found, for every field. */
  add(member) {
    for (let at = 0; at < this.fields.length; at++) this.#count(at, member);
    this.#countHours(member);
  }

  /** Count `member`, who fails `condition` alone: another value of that very field would find them. */
  addFailing(condition, member) {
    if (condition.kind === "overlap") this.#countHours(member);
    if (condition.kind !== "field") return;
    const at = this.fields.findIndex((field) => field.name === condition.name);
    if (at >= 0) this.#count(at, member);
  }

  #count(at, member) {
    const { starts, valuesOf } = this.fields[at];
    const end = starts[member + 1];
    let value = starts[member];
    if (value === end) this.counts[at].silent++;
    for (; value < end; value++) this.counts[at].found[valuesOf[value]]++;
  }

  #countHours(member) {
    if (!this.shared) return;
    if (this.shared[member] < 0) this.hours.silent++;
    HOURS.forEach((least, at) => (this.hours.found[at] += this.shared[member] >= least ? 1 : 0));
  }
}
