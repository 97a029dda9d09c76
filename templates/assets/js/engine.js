/*
 * The search: a question in, the members who answer it out, best first, with the counts of every value as it stands.
 *
 * A question is {text, filters: {field: [slug]}, zone, overlap, sort, day}: `zone` is the visitor's, `overlap` the working
 * hours to share with it, 0 for any. Each word, each field with chosen values, and the overlap is a condition. All must
 * hold; any chosen value will do for its field. One pass over the members finds how many conditions each of them fails:
 * none, and they are found; one, and they would be found without it, which counts the other values of its field.
 */

import { Columns } from "./columns.js";
import { Orders } from "./orders.js";
import { Tally } from "./tally.js";
import { Terms } from "./terms.js";
import { sharedHours } from "./zones.js";

/** The search of one edition. It knows of no page: `load` gives a file below search/ as data, `now` is a Date. */
export class Engine {
  static async open(load, now) {
    return new Engine(await load("index.json"), load, now);
  }

  constructor(head, load, now) {
    this.head = head;
    this.now = now;
    this.terms = new Terms(head, load);
    this.columns = new Columns(head, load);
    this.orders = new Orders(head, load);
    this.hours = { zone: null, from: null, shared: null };
  }

  /** Load what the first answer to `question` needs: of the columns, those of the newest members. */
  async prepare(question) {
    const filtered = Object.keys(question.filters).length > 0 || question.overlap > 0;
    const nothing = this.columns.from === this.head.members;
    await Promise.all([
      this.terms.fetch(this.terms.words(question.text)),
      this.orders.fetch(question.sort),
      filtered && nothing ? this.columns.fetchNext() : null,
    ]);
  }

  /** Load all columns: with them an answer is for everybody, and has its counts. */
  async complete() {
    await this.columns.fetchAll();
  }

  /**
   * The answer as far as data is here; call `prepare` first.
   *
   * `members` are numbers, best first, and `complete` is false while some may be missing. `counts` has for each field
   * {found: members of each of its values, silent: how many don't say}, `hours` the same for the hours of tally.js; both
   * are null until all columns are here. `conditions` are told with how many would be found `without` each, and by each
   * `alone`: that is what can be loosened. The latter is counted only where nobody is found.
   * `words` are those of the question, with `found`, `instead` (what was looked for in their place), `whole` (no
   * beginning of others) and `nearest`.
   */
  answer(question) {
    const words = this.terms.words(question.text);
    const scores = this.terms.score(words);
    const conditions = [
      ...words.map(({ text }, at) => ({ kind: "word", name: text, holds: scores[at] })),
      ...this.#chosen(question.filters),
      ...this.#overlapping(question),
    ];
    const needsColumns = conditions.length > words.length;
    const shared = question.zone && this.columns.complete ? this.#sharedWith(question.zone) : null;
    const tally = this.columns.complete ? new Tally(this.head.members, this.columns.fields, shared) : null;
    const { members, without } = this.#pass(conditions, needsColumns ? this.columns.from : 0, tally);
    return {
      members: this.orders.sort(members, question, scores),
      complete: this.columns.complete || !needsColumns,
      counts: tally && tally.counts,
      hours: tally && tally.hours,
      conditions: conditions.map((one, at) => this.#loosened(one, members.length, without[at])),
      words: words.map((word, at) => this.#told(word, scores[at])),
    };
  }

  /** `holds` of a condition has a byte for each member, 0 where it fails. */
  #pass(conditions, from, tally) {
    const holds = conditions.map((condition) => condition.holds);
    const members = [];
    const failing = conditions.map(() => []);
    for (let member = this.head.members - 1; member >= from; member--) {
      let failures = 0;
      let failed = -1;
      for (let at = 0; at < holds.length && failures < 2; at++) {
        if (holds[at][member]) continue;
        failed = at;
        failures++;
      }
      if (failures === 0) members.push(member);
      else if (failures === 1) failing[failed].push(member);
    }
    tally?.addAll(members);
    failing.forEach((others, at) => tally?.addFailing(conditions[at], others));
    return { members, without: failing.map((others) => members.length + others.length) };
  }

  #loosened({ kind, name, holds }, found, without) {
    let alone = 0;
    if (found === 0) for (const one of holds) alone += one ? 1 : 0;
    return { kind, name, without, alone };
  }

  #chosen(filters) {
    const holds = ([name, slugs]) => this.columns.having(name, slugs);
    return Object.entries(filters).map((chosen) => ({ kind: "field", name: chosen[0], holds: holds(chosen) }));
  }

  #overlapping({ zone, overlap }) {
    if (!(overlap > 0)) return [];
    const holds = Uint8Array.from(this.#sharedWith(zone), (hours) => (hours >= overlap ? 1 : 0));
    return [{ kind: "overlap", name: String(overlap), holds }];
  }

  /** For each member the working hours shared with `zone`, -1 where nobody knows. */
  #sharedWith(zone) {
    const { zones, from } = this.columns;
    if (this.hours.zone !== zone || this.hours.from !== from) {
      const known = new Map([[undefined, -1]]);
      const hoursIn = (other) => {
        if (!known.has(other)) known.set(other, sharedHours(zone, other, this.now));
        return known.get(other);
      };
      const shared = Float32Array.from({ length: this.head.members }, (_, member) => hoursIn(zones[member]));
      this.hours = { zone, from, shared };
    }
    return this.hours.shared;
  }

  #told(word, score) {
    const found = score.some((one) => one > 0);
    const nearest = found ? undefined : this.terms.nearest(word);
    return { ...word, found, instead: this.terms.instead(word), whole: this.terms.isShortTag(word), nearest };
  }
}
