/*
 * Handles: which words can be one, and which to propose. The same as generator/acquaint/arrivals/naming.py; one table
 * tests both.
 */

/* Words that say nothing about whom they are given to. */
export const NEUTRAL = "lantern pebble heron kettle juniper compass thimble meadow anchor sparrow".split(" ");

/* Letters that no decomposition brings to those of a handle. */
export const LETTERS = { ø: "o", đ: "d", ł: "l", ı: "i", þ: "th", ð: "d", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", ß: "ss" };

/** True for a word that can be a handle, whoever else has it. */
export function isHandle(word, { handle: { most, reserved } }) {
  return word.length <= most && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(word) && !reserved.includes(word);
}

/** Handles to propose without end, the best first: the nickname's Latin letters, else neutral words. Never ask it for a name. */
export function* proposals(nickname, rules) {
  const plain = nickname.normalize("NFKD").toLowerCase().replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? "");
  const own = trimmed(trimmed(plain.replace(/[^a-z0-9]+/g, "-")).slice(0, rules.handle.most));
  if (own.length > 1 && isHandle(own, rules)) yield own;
  yield* NEUTRAL;
  for (let number = 2; ; number += 1) yield* NEUTRAL.map((word) => `${word}-${number}`);
}

/** The first of them that nobody has, as far as `isTaken` can tell. */
export async function proposal(nickname, rules, isTaken) {
  for (const handle of proposals(nickname, rules)) {
    if (!(await isTaken(handle))) return handle;
  }
}

function trimmed(word) {
  return word.replace(/^-|-$/g, "");
}
