/* Who is found by a word: the terms of an edition in shards, of which a word needs those that begin as it does. */

import { fold, wordsOf } from "./folding.js";
import { visitGaps } from "./numbers.js";
import { Shards } from "./shards.js";
import { Lexicon, forgiven } from "./typos.js";

// A word as it stands counts twice a beginning of another, and four times what it may be a slip of.
const EXACT = 4;
const BEGINNING = 2;
const SLIP = 1;
const WHOLE = 9;
/* A word up to so long that is all of somebody's tag (Go, R, CSS) isn't taken for the beginning of another. */
const SHORT_TAG = 3;
const LONGEST_RUN = 16;

/** The terms of an edition; `head` is search/index.json, `load` gives a file below search/ as data. */
export class Terms {
  constructor(head, load) {
    this.members = head.members;
    this.load = load;
    this.shards = new Shards(head, load);
    this.stopwords = new Set(head.stopwords.split(" "));
    this.scores = new Map();
    this.slips = new Map();
    this.lexicon = null;
  }

  /**
   * The words of `query` that people are looked for by, as {text, said, terms, run}: folded, and as it was typed.
   *
   * Common ones find nobody in particular and are left out.
   */
  words(query) {
    const folded = fold(query);
    const typed = folded.length === query.length ? query : folded;
    const all = [...wordsOf(folded)].map(({ start, end, terms, run }) => ({
      text: folded.slice(start, end),
      said: typed.slice(start, end),
      // Of a run the pairs say it all; a word with a dot before it isn't looked for without.
      terms: run && terms.length > 1 ? terms.slice(0, -1) : terms.slice(0, 1),
      run,
    }));
    const telling = all.filter((word) => !this.stopwords.has(word.text));
    return telling;
  }

  /** Load all that `words` need; for one that nobody says, what it may have been meant to be as well. */
  async fetch(words) {
    const all = [...words, ...joined(words).filter(Boolean)].flatMap((word) => word.terms);
    await Promise.all(all.flatMap((term) => this.shards.fetch(term)));
    const unknown = words.filter((word) => !this.slips.has(word.text) && !this.#isSaid(word));
    unknown.filter((word) => word.run).forEach((word) => this.#takePart(word));
    const mistyped = unknown.filter((word) => !word.run);
    if (mistyped.length === 0) return;
    this.lexicon ??= new Lexicon(await this.load("words.json"));
    await Promise.all(mistyped.map((word) => this.#fetchMeant(word.text)));
  }

  /** For each of `words` what each member scores, 0 where it isn't found. Call `fetch` first. */
  score(words) {
    const scores = words.map((word) => this.#scoreOf(word));
    joined(words).forEach((word, at) => {
      const together = word && this.shards.row(word.terms[0]) && this.#scoreOf(word);
      if (!together) return;
      for (const one of [at, at + 1]) {
        scores[one] = merged(scores[one], together, Math.max);
      }
    });
    return scores;
  }

  /** The words that were found in place of `word`, which nobody says. */
  instead(word) {
    return this.slips.get(word.text) ?? [];
  }

  /** A word that somebody says and that is near to `word`, or undefined. */
  nearest(word) {
    return this.lexicon?.nearest(word.text);
  }

  /** True if `word` is a short tag of somebody's, which isn't taken for the beginning of another word. */
  isShortTag({ terms: [term], run }) {
    return !run && term.length <= SHORT_TAG && this.shards.row(term)?.[0] === WHOLE;
  }

  async #fetchMeant(word) {
    const most = forgiven(word.length);
    const terms = most ? this.lexicon.meant(word, most) : [];
    await Promise.all(terms.flatMap((term) => this.shards.fetch(term)));
    this.slips.set(word, terms);
  }

  /** Of a run that nobody says, the longest part that somebody does: a question in Chinese comes in one run. */
  #takePart({ text }) {
    const letters = Array.from(text).slice(0, LONGEST_RUN);
    this.slips.set(text, []);
    for (let length = letters.length - 1; length > 1; length--) {
      for (let at = 0; at + length <= letters.length; at++) {
        const part = letters.slice(at, at + length);
        const score = this.#scoreOfRun(pairsOf(part));
        if (!score.some(Boolean)) continue;
        this.slips.set(text, [part.join("")]);
        this.scores.set(text, score);
        return;
      }
    }
  }

  #isSaid(word) {
    if (word.run) return this.#scoreOf(word).some(Boolean);
    return this.shards.row(word.terms[0]) !== undefined || !this.shards.beginnings(word.text).next().done;
  }

  #scoreOf(word) {
    const known = this.scores.get(word.text);
    if (known) return known;
    const score = word.run ? this.#scoreOfRun(this.#pairsOf(word)) : this.#scoreOfWord(word.terms[0]);
    if (this.scores.size > 40) this.scores.clear();
    this.scores.set(word.text, score);
    return score;
  }

  #scoreOfWord(term) {
    const score = new Uint8Array(this.members);
    const exact = this.shards.row(term);
    if (!this.isShortTag({ terms: [term] })) for (const row of this.shards.beginnings(term)) raise(score, row, BEGINNING);
    for (const meant of this.slips.get(term) ?? []) raise(score, this.shards.row(meant) ?? [], SLIP);
    if (exact) raise(score, exact, EXACT);
    return score;
  }

  #pairsOf({ text, terms }) {
    const [part] = this.slips.get(text) ?? [];
    return part ? pairsOf(Array.from(part)) : terms;
  }

  #scoreOfRun(terms) {
    const each = terms.map((term) => {
      const score = new Uint8Array(this.members);
      const isPair = Array.from(term).length > 1;
      raise(score, this.shards.row(term) ?? [], EXACT);
      if (!isPair) for (const row of this.shards.beginnings(term)) raise(score, row, EXACT);
      return score;
    });
    return each.reduce((all, one) => merged(all, one, Math.min));
  }

}

function pairsOf(letters) {
  return letters.slice(1).map((letter, at) => letters[at] + letter);
}

/** Each two words that stand side by side as one (front end as frontend), or null where they can't be. */
function joined(words) {
  return words.slice(1).map((word, at) => {
    const text = words[at].text + word.text;
    return word.run || words[at].run ? null : { text, said: text, terms: [text], run: false };
  });
}

function merged(one, other, by) {
  const score = new Uint8Array(one.length);
  for (let member = 0; member < score.length; member++) score[member] = by(one[member], other[member]);
  return score;
}

function raise(score, row, times) {
  for (let at = 0; at < row.length; at += 2) {
    const value = row[at] * times;
    visitGaps(row[at + 1], 0, (member) => {
      if (score[member] < value) score[member] = value;
    });
  }
}
