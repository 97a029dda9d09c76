/* Words that somebody may have meant: one slip of the finger in five letters, two in nine. */

/* Of a shorter word every other is near. */
const SHORTEST = 4;

/** How many slips are forgiven in a word of so many letters. */
export function forgiven(letters) {
  return letters >= 9 ? 2 : letters >= 5 ? 1 : 0;
}

/** All known words, each with the set of its letters as bits: what lacks too many letters is never measured. */
export class Lexicon {
  /** `words` with a blank between two, as search/words.json has them. */
  constructor(words) {
    this.words = words ? words.split(" ") : [];
    this.letters = Uint32Array.from(this.words, lettersOf);
  }

  /** The words that `word` begins with no more slips than `most`: those with the fewest. */
  meant(word, most) {
    const letters = lettersOf(word);
    let found = [];
    let least = most;
    for (let at = 0; at < this.words.length; at++) {
      if (bits(letters & ~this.letters[at]) > least) continue;
      const slips = slipsTo(word, this.words[at], least);
      if (slips > least) continue;
      if (slips < least) found = [];
      least = slips;
      found.push(this.words[at]);
    }
    return found;
  }

  /** The word nearest to `word` that begins as it does, with one slip more than is forgiven; undefined if none is near. */
  nearest(word) {
    if (word.length < SHORTEST) return undefined;
    const near = this.meant(word, forgiven(word.length) + 1).filter((other) => other[0] === word[0]);
    const apart = (other) => Math.abs(other.length - word.length);
    return near.sort((one, other) => apart(one) - apart(other))[0];
  }
}

/**
 * The fewest slips (a letter more, less, other, or two swapped) from `word` to a beginning of `term`; `most` + 1 if
 * there are more. The swap is that of the restricted Damerau-Levenshtein distance.
 */
export function slipsTo(word, term, most) {
  if (word.length > term.length + most) return most + 1;
  const width = Math.min(term.length, word.length + most) + 1;
  let [before, last, row] = [null, Array.from({ length: width }, (_, at) => at), null];
  for (let i = 1; i <= word.length; i++) {
    row = [i];
    let least = i;
    for (let j = 1; j < width; j++) {
      const same = word[i - 1] === term[j - 1];
      let slips = Math.min(last[j - 1] + (same ? 0 : 1), last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) {
        slips = Math.min(slips, before[j - 2] + 1);
      }
      row.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(...last);
}

function lettersOf(word) {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << word.charCodeAt(at) % 32;
  return set >>> 0;
}

function bits(set) {
  let count = 0;
  for (let rest = set; rest; rest &= rest - 1) count++;
  return count;
}
