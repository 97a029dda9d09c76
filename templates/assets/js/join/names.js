/* What a name that only members see is made of, and where a text says it: more often than the build, never less. */

import { isUnspaced, spellings, wordsOf } from "./folds.js";

const list = (text) => new Set(text.split(" "));

/* Each list is a part of the one that the build has: what it lacks here is withheld more often. */
const NEVER_ALONE = list(
  "abu af al and are as at be ben bin by da de degli dei del della den der des di die do dos du e el et for he her his i ibn if it la las le les lo los me one or our she st te ten ter they und van vom von was we who y you zu zum zur",
);
const CASED = list(
  "may will can might must mai angel art bill black brown cook dean faith forest fox frank grace grant green hill hope hunter iris jack joy king long mark mason miller new rose stone summer white wolf wood young",
);
const EVERYDAY = list("和平 光明 文化 建设 发展 世界 自由 幸福 快乐 健康 成功 希望 大学 公司 学校 个人 自由职业 保密 科技");
const TITLES = "Dr|Dra|Prof|Profa|Mr|Mrs|Ms|Mx|Sir|Herr|Frau|Mme|Sr|Sra";
const DEGREES = "PhD|MD|MSc|BSc|MBA|MA|BA|Jr|II|III";
const RANK = new RegExp(`^(?:${TITLES}|${DEGREES})$`, "i");
const JOINT = /^(?:\s{0,3}|\s?[,，、·・･•|/]{1,2}\s{0,2}|[-‐‑–_.'’]{1,3}|\s?[(（"“«]\s?|[ -]?\p{Lu}\.?[ -])$/u;
const PARTNERS = { "(": ")", "（": "）", "“": "”", "«": "»", '"': '"' };
const DOT = "(?:\\.(?=\\S|\\s\\p{Ll}))?";

/** True for a word that says nothing where no spaces part words. */
export const isEveryday = (word) => EVERYDAY.has(word);

/** The whole and the given name of a Chinese, Japanese or Korean form. */
function unspacedOf(parts) {
  const whole = parts.join("");
  const halves = { 3: [1], 4: [1, 2], 5: [2, 3] }[whole.length] ?? [];
  const cuts = halves.flatMap((at) => [whole.slice(at), ...(whole.length > 3 || !/^\p{sc=Hang}/u.test(whole) ? [whole.slice(0, 2)] : [])]);
  const pieces = parts.length > 1 ? [...parts, [...parts].reverse().join("")] : cuts;
  return [whole, ...pieces.filter((piece) => !isEveryday(piece))].filter((piece) => piece.length > 1);
}

/** What of `values` is told in texts, or null where the nickname tells all of it. */
export function readNames(values, nickname) {
  const shown = new Set(wordsOf(nickname));
  const said = values.flatMap((value) => value.normalize("NFC").split(/[()（）[\]{}"“”«»|/;\n]|\ba\.?k\.?a\b\.?|\balias\b/i));
  const forms = said.map((form) => {
    const all = form.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
    const bare = all.filter((word) => !RANK.test(word));
    return (bare.length ? bare : all).flatMap((word) => (wordsOf(word).length > 1 ? wordsOf(word) : [word]));
  });
  const latin = forms.map((form) => form.filter((word) => !isUnspaced(wordsOf(word)[0])).map(spellings));
  const spaced = latin.filter((form) => form.length);
  const whole = forms.flatMap((form) => unspacedOf(form.flatMap(wordsOf).filter(isUnspaced)));
  const unspaced = whole.filter((needle) => !wordsOf(nickname).join("").includes(needle));
  const every = spaced.flat(2);
  const own = every.filter((word) => !shown.has(word));
  if (!own.length && !unspaced.length) return null;
  const alone = own.filter((word) => {
    const isAll = /^\D/.test(word) && spaced.some((form) => form.length < 2 && form[0].includes(word));
    return isAll || (/^\D{2}/.test(word) && !NEVER_ALONE.has(word));
  });
  const isSoft = (word) => CASED.has(word) || word.length < 3;
  const pairs = spaced.flatMap((form) => [...form.slice(1).map((word, at) => [form[at], word]), [form.at(-1), form[0]]]);
  const chains = [...pairs, ...pairs.map(([one, other]) => [other, one]), ...spaced];
  const glued = chains.flatMap((chain) => [chain.map((word) => word[0]).join(""), chain.map((word) => word.at(-1)).join("")]);
  return {
    strong: new Set([...alone.filter((word) => !isSoft(word)), ...unspaced]),
    capital: new Set(alone.filter(isSoft)),
    soft: new Set(every),
    pairs: new Set(pairs.flatMap(([one, other]) => one.flatMap((word) => other.map((next) => `${word} ${next}`)))),
    glued: [...new Set(glued)].filter((glue) => glue.length > 3 && !shown.has(glue) && !every.includes(glue)),
    unspaced,
    shown,
    initials: [...new Set(every.map((word) => word[0].toUpperCase()))].filter((letter) => /\p{L}/u.test(letter)).join("") || "-",
  };
}

/** True if an address or a handle, its escapes told, spells the name. */
export function spells(address, names) {
  return address.split("/").some((part) => {
    const words = wordsOf(part);
    const isIn = (needle) => (needle.length > 3 || isUnspaced(needle) ? words.join("") : words).includes(needle);
    return [...names.strong, ...names.glued].some(isIn);
  });
}

/** The places of the name in `stream`; words in `taken` belong to something else. */
export function namePlaces(names, stream, taken) {
  const { words, text } = stream;
  const capital = (at) => stream.isCapital(at);
  const isOne = (word) => names.strong.has(word) || names.capital.has(word);
  const isOwner = (word) => word.endsWith("s") && !names.soft.has(word) && isOne(word.slice(0, -1));
  const told = new Set(words.flatMap(({ word }, at) => (isTold(word, at) ? [at] : [])));
  for (const needle of [...names.strong, ...names.glued]) {
    for (const own of needle.length > 3 ? stream.occurrences(needle) : []) {
      const gaps = own.slice(0, -1).map((at) => stream.gap(at));
      const close = gaps.every((gap) => /^[-_.‐‑]?$/.test(gap)) || (gaps.every((gap) => /^[\s\-'’·]?$/.test(gap)) && own.every(capital));
      if (close) own.forEach((at) => told.add(at));
    }
  }
  taken.forEach((at) => told.delete(at));

  /** True if word `at` gives the name away by itself, with the endings that languages add. */
  function isTold(word, at) {
    if (names.strong.has(word) || names.strong.has(word.replace(/^[وفبلكלבוהמשכ]|जी$/, ""))) return true;
    if (word.length > 3 && names.glued.some((glue) => (glue.length > 5 ? word.includes(glue) : word === glue))) return true;
    if (!capital(at)) return false;
    return names.capital.has(word) || isOwner(word) || [...names.strong].some((name) => isInflected(word, name));
  }

  const isJoined = (at, next) => {
    const gap = text.slice(words[at].end, words[next].start);
    const open = Object.keys(PARTNERS).find((sign) => gap.includes(sign));
    if (!JOINT.test(gap) || (isUnspaced(words[next].word) && /[,，、]/.test(gap))) return false;
    return !open || text[words[next].end] === PARTNERS[open];
  };
  const isPart = (at) => at in words && !taken.has(at) && names.soft.has(words[at].word);
  const isPair = (at) => names.pairs.has(`${words[at].word} ${words[at + 1].word}`) && isJoined(at, at + 1);

  /** The last word of the run of the name that goes on behind word `at`. */
  function lastOf(at) {
    let next = at + 1;
    while (isPart(next) && !told.has(next) && isPair(next - 1)) next += 1;
    const skipped = words[next]?.word.length === 1 && !told.has(next) ? next + 1 : next;
    if (told.has(next) && isJoined(next - 1, next)) return lastOf(next);
    if (told.has(skipped) && isJoined(at, skipped)) return lastOf(skipped);
    const ends = next > at + 1 && capital(next - 1);
    return ends ? next - 1 : at;
  }

  function firstOf(at) {
    const before = at - 1;
    const leads = isPart(before) && !told.has(before) && (capital(before) || NEVER_ALONE.has(words[before].word));
    return leads && isPair(before) ? firstOf(before) : at;
  }

  /** The place of the words `first` to `last` with titles, initials, degrees and all that is written as one with them. */
  function whole(first, last) {
    let [begin, end] = [first, last];
    const isGlued = (at) => !stream.gap(at) && ![at, at + 1].some((one) => isUnspaced(words[one].word) || taken.has(one));
    while (begin && isGlued(begin - 1)) begin -= 1;
    while (end + 1 < words.length && isGlued(end)) end += 1;
    const leading = `(?:${TITLES})(?:\\.\\s?|\\s)|[${names.initials}](?:\\.[\\s-]?|(?<![AEIOU]) )`;
    const ahead = `(?:(?<![\\p{sc=Latn}\\p{N}])(?:${leading}))*(?:(?<![\\p{L}\\p{N}])[@＠#])?$`;
    const behind = `^(?:,?\\s{0,2}(?:${DEGREES})(?![\\p{L}\\p{N}])${DOT}|(?:,? |\\. ?)[${names.initials}](?=\\.)${DOT})*`;
    let start = words[begin].start;
    start -= new RegExp(ahead, "u").exec(text.slice(Math.max(0, start - 24), start))[0].length;
    let stop = words[end].end - (isOwner(words[end].word) ? 1 : 0);
    stop += new RegExp(behind, "u").exec(text.slice(stop))[0].length;
    const open = Object.keys(PARTNERS).find((sign) => text.slice(start, stop).split(sign).length === 2);
    return [start, stop + (open && PARTNERS[open] === text[stop] ? 1 : 0)];
  }

  const found = names.unspaced.flatMap((needle) => stream.inside(needle));
  for (let at = 0; at < words.length; at += 1) {
    const both = (test) => [at, at + 1].every(test);
    const paired = both((one) => isPart(one) && capital(one)) && isPair(at) && !both((one) => names.shown.has(words[one].word));
    if (!told.has(at) && !paired) continue;
    const last = lastOf(told.has(at) ? at : at + 1);
    found.push(whole(firstOf(at), last));
    at = last;
  }
  return found;
}

/** True for a name with an ending that a language adds, of at most three letters. */
function isInflected(word, name) {
  const stem = name.replace(/[аяоеьйыи]+$|(?<=..)nen$/, "");
  return name.length > (/[\u0400-\u04ff]/.test(name) ? 3 : 4) && word.startsWith(stem) && word.length - name.length < 4;
}
