/* What a company that only members see is called, and where a text names it. */

import { foldName, isUnspaced, wordsOf } from "./folds.js";
import { isCased, isEveryday } from "./names.js";

const LEGAL = new Set(
  "gmbh ltd limited inc incorporated llc llp ag co corp corporation plc kg ohg ug se sa sas sarl srl spa bv nv ab as aps oy oyj pty pvt eg ev kk kgaa mbh gbr sl".split(" "),
);
const UNSPACED_LEGAL = "股份有限公司 有限责任公司 科技有限公司 有限公司 集团 株式会社 有限会社 公司 주식회사".split(" ");
const CONNECTIVES = ["and", "und", "et", "y", "e"];
const SMALL = new Set(
  "of for and the in at de do da del des la und für et y di e dos das von der to a an on s".split(" "),
);
const ASIDE = /[(（[]([^)）\]]*)[)）\]]?/g;
const PARTS = /[;/|\n]|\s(?:at|@|bei|chez)\s|\s@/;
const TAILS = /[,，]|\s[-–—]\s|\.\s(?=[A-Z]\w{2})/;
const JOINED = /\s(?:and|und|et|&)\s/i;
const ARTICLE = /^(?:(?:the|a|an|der|die|das|le|la|les|el|il)\s+)(?=[\p{L}\p{N}])/iu;
const MARKED = /[a-zà-ÿ][A-Z]|[A-Z]{4}|\w[.-]\w|[A-Z]\d/;
const GAP = /^(?:[^\p{L}\p{N}_\n]{0,4}|[^\p{L}\p{N}_\n]{0,3}\n[^\p{L}\p{N}_\n]{0,3}|_)$/u;
const FORM_AFTER = new RegExp(
  `^(?:,?\\s{0,2}(?:${either("gmbh ltd limited inc incorporated llc corp corporation plc kgaa")}|s\\.r\\.l|s\\.a)|,?\\s{1,2}(?:${[...LEGAL].map((form) => form.toUpperCase()).sort().reverse().join("|")}|Co|Oy|Pty Ltd|Ab))(?![a-zA-Z0-9_])`,
);
const SHORT_FORM = /^[ \xa0]?[(（][A-Z][A-Z&-]{1,9}[A-Z][)）]/;
/** Each word of `text` with its letters in either case. */
function either(text) {
  const both = (letter) => `[${letter}${letter.toUpperCase()}]`;
  return text.split(" ").map((word) => [...word].map(both).join("")).join("|");
}

const tells = (part) => part.trim().split(/\s+/).length > 1 || MARKED.test(part) || wordsOf(foldName(part)).some(isUnspaced);

function partsOf(value) {
  const aside = [...value.matchAll(ASIDE)].map((match) => match[1]);
  return [...value.replace(ASIDE, " ").split(PARTS), ...aside].flatMap((piece) => {
    const [head, ...tails] = piece.split(TAILS);
    const sides = head.split(JOINED);
    const alone = sides.length === 2 && tells(sides[1]) && sides[0].length > 4 ? sides : sides.slice(1).length ? sides.filter(tells) : [];
    return [head, ...tails.filter(tells), ...alone];
  });
}

function withoutForm(words) {
  for (const length of [4, 3, 2, 1]) {
    const tail = words.slice(-length);
    const spelled = tail.slice(0, -1).every((word) => word.length === 1);
    if (words.length > length && LEGAL.has(tail.join("")) && spelled) return withoutForm(words.slice(0, -length));
  }
  return words;
}

function* phrasesOf(text, whole) {
  const trimmed = text.replace(/^[ .,;\-–\t\n]+|[ .,;\-–\t\n]+$/g, "");
  const bare = trimmed.replace(ARTICLE, "");
  const words = withoutForm(wordsOf(foldName(bare)));
  const needle = words.join("");
  if (!needle || isEveryday(needle)) return;
  if (words.some(isUnspaced)) {
    const cores = UNSPACED_LEGAL.map((form) => (needle.endsWith(form) ? needle.slice(0, -form.length) : needle)).map(
      (core, at) => (core.startsWith(UNSPACED_LEGAL[at]) ? core.slice(UNSPACED_LEGAL[at].length) : core),
    );
    for (const part of new Set([needle, ...cores])) {
      if (part.length > 1 && !isEveryday(part)) yield { needle: part, unspaced: true };
    }
    const spaced = words.filter((word) => !isUnspaced(word));
    if (spaced.join("").length > 3) yield* phrasesOf(spaced.join(" "), false);
    return;
  }
  const count = Math.min(bare.split(/\s+/).length, words.length);
  if (count === 1 && !whole && (needle.length < 3 || isCased(needle))) return;
  const telling = words.filter((word) => !SMALL.has(word));
  const everyday = words.every((word) => isCased(word) || SMALL.has(word) || /^\d+$/.test(word) || word.length === 1);
  const cased = (everyday && telling.length < 4) || needle.length < 4;
  const [mark] = /[!?+*™®©#]*$/.exec(bare);
  const variants = [needle, words.filter((word) => !CONNECTIVES.includes(word)).join("")];
  if (bare.includes("&")) variants.push(withoutForm(wordsOf(foldName(bare.replaceAll("&", " and ")))).join(""));
  const article = ARTICLE.exec(trimmed);
  if (article) variants.push(foldName(article[0].trim()) + needle);
  const shared = { count, cased, mark, exact: bare.split(/\s+/)[0].replace(/[,;]+$/, ""), dotted: /\.\s*$/.test(text) };
  for (const variant of new Set(variants.filter(Boolean))) yield { needle: variant, ...shared };
}

/** Every phrase a text may call one of `values` by, the longest first. */
export function readCompanies(values) {
  const found = new Map();
  const note = (phrase) => found.has(phrase.needle) || found.set(phrase.needle, phrase);
  for (const value of values) {
    for (const phrase of phrasesOf(value, true)) note(phrase);
    for (const part of partsOf(value)) for (const phrase of phrasesOf(part, false)) note(phrase);
  }
  return [...found.values()].sort((one, other) => other.needle.length - one.needle.length);
}

/** First word, last word and place of every company in `stream`; for one within a word, the words are 0 and -1. */
export function companyPlaces(phrases, stream) {
  return phrases.flatMap((phrase) => {
    if (phrase.unspaced) return stream.inside(phrase.needle).map((place) => [0, -1, place]);
    const meant = stream.occurrences(phrase.needle).filter(([first, last]) => isMeant(phrase, stream, first, last));
    return meant.map(([first, last]) => [first, last, [stream.starts[first], endOf(phrase, stream, first, last)]]);
  });
}

function isMeant(phrase, stream, first, last) {
  const [start, end] = [stream.starts[first], stream.ends[last]];
  const text = stream.text.slice(start, end);
  const held = stream.words.slice(first, last + 1).map((_, at) => first + at);
  if (!held.slice(0, -1).every((at) => GAP.test(stream.gap(at)))) return false;
  const edges = [stream.text.slice(Math.max(0, start - 1), start) + text[0], text.at(-1) + stream.text.slice(end, end + 1)];
  if (edges.some((edge) => /^(?:\d[a-zà-ÿ]|[a-zà-ÿ]\d)$/i.test(edge))) return false;
  if (phrase.count === 1 && /\s/.test(text)) return !phrase.cased && held.every((at) => stream.isCapital(at));
  if (!phrase.cased) return true;
  if (phrase.count > 1) return held.filter((at) => !SMALL.has(stream.words[at])).every((at) => stream.isCapital(at));
  if (/^\p{Ll}/u.test(text)) return text === phrase.exact;
  const isShort = phrase.needle.length < 4 && phrase.exact === phrase.exact.toUpperCase();
  return !isShort || text === text.toUpperCase();
}

/** Where the company ends, its legal form and the short form in brackets behind it included. */
function endOf(phrase, stream, first, last) {
  const text = stream.text;
  let end = stream.ends[last];
  const held = text.slice(stream.starts[first], end);
  if (held.split("(").length > held.split(")").length && text[end] === ")") end += 1;
  if (phrase.mark && text.startsWith(phrase.mark, end)) end += phrase.mark.length;
  const form = FORM_AFTER.exec(text.slice(end));
  if (form) end += form[0].length;
  if ((form || phrase.dotted) && text[end] === ".") {
    const rest = text.slice(end + 1, end + 3);
    const ends = !rest.trim() || /^\s(?!\p{Ll})/u.test(rest);
    if (!ends || (phrase.dotted && !/^ *\p{Lu}/u.test(rest))) end += 1;
  }
  return end + (SHORT_FORM.exec(text.slice(end))?.[0].length ?? 0);
}
