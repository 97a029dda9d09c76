/* A text as its words, folded, and where in it they stand. */

import { mappedName, WORD } from "./folds.js";

/** A text as its folded words {word, start, end, from}; `run` is all of them without gaps, `places` where each unit stands. */
export class Stream {
  constructor(text) {
    const { folded, at, to } = mappedName(text);
    Object.assign(this, { text, words: [], run: "", places: [] });
    for (const { 0: word, index } of folded.matchAll(WORD)) {
      const last = to[index + word.length - 1];
      const end = last + /^\p{M}*/u.exec(text.slice(last))[0].length;
      this.words.push({ word, start: at[index], end, from: this.run.length });
      this.run += word;
      for (let unit = index; unit < index + word.length; unit += 1) this.places.push([at[unit], to[unit]]);
    }
  }

  gap(at) {
    return this.text.slice(this.words[at].end, this.words[at + 1]?.start);
  }

  isCapital(at) {
    return !/^\p{Ll}/u.test(this.text.slice(this.words[at].start));
  }

  /** The words [first, …, last] of every stretch of whole words that reads `needle`. */
  occurrences(needle) {
    return this.#found(needle).flatMap((from) => {
      const own = this.words.flatMap((one, at) => (one.from >= from && one.from < from + needle.length ? [at] : []));
      const next = this.words[own.at(-1) + 1]?.from ?? this.run.length;
      return this.words[own[0]]?.from === from && next === from + needle.length ? [own] : [];
    });
  }

  /** Every place of `needle`, within words too, when at most spaces or middle dots part it. */
  inside(needle) {
    const found = this.#found(needle).map((from) => [this.places[from][0], this.places[from + needle.length - 1][1]]);
    return found.filter(([start, end]) => end - start <= needle.length * 3);
  }

  #found(needle) {
    const found = [];
    for (let at = this.run.indexOf(needle); at >= 0 && needle; at = this.run.indexOf(needle, at + 1)) found.push(at);
    return found;
  }
}
