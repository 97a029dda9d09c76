/* Why somebody was found: the words of the question, marked where they stand. */

import { element } from "./dom.js";
import { fold, wordsOf } from "./folding.js";

const BEFORE = 60;
const AROUND = 170;

/** Where the `words` of an answer stand in `text`, as [{start, end, words: indices, exact}]; a beginning isn't exact. */
export function find(text, words) {
  const found = [];
  let last = null;
  for (const token of wordsOf(text)) {
    if (token.run) {
      found.push(...inRun(text, token, words));
      last = null;
      continue;
    }
    const said = { ...token, text: fold(text.slice(token.start, token.end)) };
    const isJoined = (word, at) => said.text === word.text + words[at + 1]?.text || said.text === words[at - 1]?.text + word.text;
    const exact = indices(words, (word, at) => isSaid(said.text, word) || isJoined(word, at));
    const whole = exact.length ? exact : indices(words, (word) => isBegun(said.text, word));
    if (whole.length) found.push({ start: said.start, end: said.end, words: whole, exact: exact.length > 0 });
    else if (last) {
      const apart = indices(words, (word) => last.text + said.text === word.text);
      if (apart.length) found.push({ start: last.start, end: said.end, words: apart, exact: true });
    }
    last = said;
  }
  return found;
}

/** Mark `words` in all texts below `node`; gives the indices of those that stand there. */
export function mark(node, words) {
  const seen = new Set();
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts = [];
  // What members say has a direction of its own; the rest is the page's.
  while (walker.nextNode()) if (walker.currentNode.parentElement.closest("[dir]")) texts.push(walker.currentNode);
  for (const text of texts) {
    const found = find(text.data, words);
    found.forEach((one) => one.words.forEach((at) => seen.add(at)));
    if (found.length) text.replaceWith(...marked(text.data, found));
  }
  return seen;
}

/** Of `text` what stands around the first of `found`, with marks; the whole of a short one. */
export function excerpt(text, found) {
  const first = found[0].start;
  const start = text.length <= AROUND || first <= BEFORE ? 0 : boundary(text, first - BEFORE);
  const end = start + AROUND >= text.length ? text.length : boundary(text, start + AROUND);
  const inside = found.filter((one) => one.start >= start && one.end <= end);
  const shown = inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
  return [start ? "… " : "", ...marked(text.slice(start, end), shown), end < text.length ? " …" : ""];
}

function marked(text, found) {
  const parts = [];
  let end = 0;
  for (const one of found) {
    if (one.start < end) continue;
    parts.push(text.slice(end, one.start), element("mark", {}, text.slice(one.start, one.end)));
    end = one.end;
  }
  return [...parts, text.slice(end)].filter((part) => part !== "");
}

/** A word is found as it stands, or as what it was a slip of. */
function isSaid(said, word) {
  return !word.run && (said === word.text || word.instead.includes(said));
}

function isBegun(said, word) {
  return !word.run && !word.whole && word.text.length > 1 && said.startsWith(word.text);
}

function inRun(text, { start, end }, words) {
  const letters = Array.from(text.slice(start, end));
  const folded = letters.map(fold);
  return words.flatMap((word, at) => {
    if (!word.run) return [];
    const part = word.instead[0] ?? word.text;
    const size = Array.from(part).length;
    const place = (letter) => start + letters.slice(0, letter).join("").length;
    return letters.flatMap((_, from) => {
      const is = folded.slice(from, from + size).join("") === part;
      return is ? [{ start: place(from), end: place(from + size), words: [at], exact: true }] : [];
    });
  });
}

function indices(words, test) {
  return words.flatMap((word, at) => (test(word, at) ? [at] : []));
}

/** The place at `at` or the next blank shortly behind it. */
function boundary(text, at) {
  const blank = text.indexOf(" ", at);
  return blank >= 0 && blank - at < 20 ? blank : at;
}
