/* The orders of those who were found: best match, newest, by name, or shuffled, the same for everybody on a day. */

import { numbers } from "./numbers.js";

/** The orders of an edition; `head` is search/index.json, `load` gives a file below search/ as data. */
export class Orders {
  constructor(head, load) {
    this.members = head.members;
    this.load = load;
    this.byName = null;
    this.shuffled = { day: null, order: null };
  }

  /** Load what the order `sort` needs. */
  async fetch(sort) {
    if (sort === "name") this.byName ??= numbers(await this.load("names.json"));
  }

  /** `members`, the newest first, in the order the question asks for; `scores` are those of each word. */
  sort(members, { sort, day }, scores) {
    if (sort === "name") return inOrder(this.byName, members, this.members);
    if (sort === "shuffle") return inOrder(this.#shuffle(day), members, this.members);
    return sort === "newest" || scores.length === 0 ? members : byScore(members, scores);
  }

  #shuffle(day) {
    if (this.shuffled.day !== day) {
      const keys = Uint32Array.from({ length: this.members }, (_, member) => mixed(`${day} ${member}`));
      const order = Array.from(keys.keys()).sort((one, other) => keys[one] - keys[other] || one - other);
      this.shuffled = { day, order };
    }
    return this.shuffled.order;
  }
}

/**
 * What a member scores: the sum over all words, and once more the lowest for each word.
 *
 * Somebody whose offer holds both words of “data model” stands before one with the tag Data who says “model” in passing.
 */
export function total(scores, member) {
  let sum = 0;
  let least = Infinity;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at][member];
    sum += score;
    if (score < least) least = score;
  }
  return scores.length > 1 ? sum + scores.length * least : sum;
}

/** By counting, for a score is a small number; those who share one stay in their order. */
function byScore(members, scores) {
  const totals = Uint16Array.from(members, (member) => total(scores, member));
  const next = new Uint32Array(totals.reduce((most, score) => Math.max(most, score), 0) + 1);
  for (const score of totals) next[score]++;
  for (let score = next.length - 1, place = 0; score >= 0; score--) {
    const sharing = next[score];
    next[score] = place;
    place += sharing;
  }
  const sorted = new Array(members.length);
  for (let at = 0; at < members.length; at++) sorted[next[totals[at]]++] = members[at];
  return sorted;
}

function inOrder(order, members, count) {
  const found = new Uint8Array(count);
  for (const member of members) found[member] = 1;
  return order.filter((member) => found[member]);
}

/** A number below 2³² for `text`, the same everywhere: FNV-1a with a final mix, for neighbours must fall apart. */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
