/* Where a name stands in a text: runs of its words, with the titles, initials and degrees that belong to them. */

import { isUnspaced } from "./folds.js";
import { DEGREES, isCased, PARTICLES, TITLES } from "./names.js";

const ENDINGS = /(?:a|u|y|em|iem|owi|ovi|ie|ego|emu|ssa|sta|lla|lle|lta|ova)$/;
const JOINT =
  /^(?:[ \t\xa0\u3000]{0,3}|[ \t]*\n[ \t]*|[ ]?[,，、][ \xa0\u3000]{0,2}|[ ]?[·・･•][ ]?|[-‐‑–_.'’\u00ad\u200b-\u200f\u2060\ufeff]{1,3}|[ ]?[(（"“«|/]{1,2}[ ]?|[)）"”»][ ]?|\s\|\|\s)$/;
const PARTNERS = { "(": ")", "（": "）", "“": "”", "«": "»" };

const isSpace = (gap) => gap === " " || gap === "\xa0";

/** The runs of the name `names` in `stream`; words in `taken` belong to something else. */
export function nameRuns(names, stream, taken, opening) {
  const { words, text } = stream;
  const capital = (at) => stream.isCapital(at);
  const isOwner = (word) => word.endsWith("s") && !names.soft.has(word) && (names.strong.has(word.slice(0, -1)) || names.capital.has(word.slice(0, -1)));
  const strong = new Set(words.map((_, at) => at).filter((at) => isAlone(at) && !taken.has(at)));
  spelled(names.glued, true);
  spelled([...names.strong].filter((word) => word.length > 4), false);

  function spelled(needles, whole) {
    for (const needle of needles) {
      for (const [first, last] of stream.occurrences(needle)) {
        const every = words.slice(first, last + 1).map((_, at) => first + at);
        const own = whole && every.every((at) => names.soft.has(words[at]));
        if (own || isWrittenAsOne(every)) every.filter((at) => !taken.has(at)).forEach((at) => strong.add(at));
      }
    }
  }

  function isWrittenAsOne(every) {
    const gaps = every.slice(0, -1).map((at) => stream.gap(at));
    if (gaps.every((gap) => /^[-_.‐‑]?$/.test(gap))) return true;
    if (gaps.every((gap) => /^[ \xa0\-'’·]?$/.test(gap)) && every.every(capital)) return true;
    return gaps.every((gap) => gap === "\n" || gap === "\xa0") && capital(every[0]) && !every.slice(1).some(capital);
  }

  /** True if word `at` gives the name away by itself. */
  function isAlone(at) {
    const word = words[at];
    if (names.strong.has(word)) return true;
    if (names.capital.has(word)) return capital(at) && !isAsking(at);
    if (names.joined.has(word) && isJoined(at)) return true;
    if (word.length < 4) return false;
    return isInflected(at) || names.glued.some((glue) => word.includes(glue)) || isPiece(at);
  }

  /** True for a verb that begins a question or a wish: Will you come? */
  function isAsking(at) {
    const asked = /^(?:you|we|i|they|it|he|she|there|this|that|the|your|our|my)$/.test(words[at + 1] ?? "");
    return asked && /^(?:will|may|can|might|must)$/.test(words[at]) && stream.gap(at) === " " && stream.begins(at);
  }

  /** True for a short name run together, as ZoQx: by its capitals, as a handle, or where no sentence begins. */
  function isJoined(at) {
    const inner = /\p{Lu}/u.test(stream.typed(at).slice(1)) || /[@＠#]$/.test(text.slice(0, stream.starts[at]));
    return inner || (capital(at) && !stream.begins(at));
  }

  function isInflected(at) {
    const word = words[at];
    if (/^[وفبلكלבוהמשכ]/.test(word) && names.strong.has(word.slice(1))) return true;
    if (names.strong.has(word.replace(/जी$/, ""))) return true;
    if (!capital(at)) return false;
    if (isOwner(word)) return true;
    const held = [1, 2, 3].map((length) => [word.slice(0, -length), word.slice(-length)]);
    if (held.some(([name, end]) => name.length > 4 && names.strong.has(name) && ENDINGS.exec(end)?.[0] === end)) return true;
    return names.stems.some((stem) => stem.length > 2 && word.startsWith(stem) && word.length - stem.length < 4);
  }

  /** True for a word that holds a name between capitals, as LindqvistLab does. */
  function isPiece(at) {
    const [word, typed] = [words[at], stream.typed(at)];
    if (word.length !== typed.length || typed.slice(1) === typed.slice(1).toLowerCase()) return false;
    const upper = (spot) => /\p{Lu}/u.test(typed[spot]);
    return [...names.strong].some((name) => {
      const spot = name.length > 4 && name.length < word.length ? word.indexOf(name) : -1;
      const end = spot + name.length;
      return spot >= 0 && (!spot || upper(spot)) && (end === word.length || upper(end));
    });
  }

  const isNamed = (at) => at < words.length && !taken.has(at) && (strong.has(at) || names.soft.has(words[at]));

  /** How many words further the run goes from word `at`: 0 if it ends there. */
  function step(at) {
    const [gap, after] = [stream.gap(at), at + 1];
    if (words[at].length === 1 && gap === ". " && isNamed(after) && capital(after)) return 1;
    if (opening.has(after) || !JOINT.test(gap)) return 0;
    if (isUnspaced(words[after]) && /^\s*[,，、]/.test(gap)) return 0;
    if (strong.has(after)) return 1;
    const single = words[after].length === 1 && capital(after) && isNamed(after + 1) && capital(after + 1);
    if (single && /^(?:\.?[ \xa0]?|-|\.-)$/.test(stream.gap(after))) return 2;
    if (!isNamed(after)) return 0;
    const follows = names.pairs.has(`${words[at]} ${words[after]}`)
      ? PARTICLES.has(words[after]) || capital(after) || !capital(at)
      : !PARTICLES.has(words[after]) && words[after].length > 1 && capital(after);
    return follows ? 1 : 0;
  }

  function reach(first) {
    const seen = new Set();
    for (let last = first; ; ) {
      if (seen.size || strong.has(last) || capital(last)) seen.add(words[last]);
      const further = last + 1 < words.length ? step(last) : 0;
      const next = words[last + further];
      if (!further || (seen.has(next) && !names.twice.has(next))) return last;
      last += further;
    }
  }

  /** The run cut where a bracket has no partner, then without soft words at its ends that aren't part of it. */
  function* placesIn(first, last) {
    for (let cut = first; cut < last; cut += 1) {
      if (isUnpaired(first, cut, last)) {
        yield* placesIn(first, cut);
        yield* placesIn(cut + 1, last);
        return;
      }
    }
    const held = words.slice(first, last + 1).map((_, at) => first + at);
    const told = held.filter((at) => strong.has(at));
    if (!told.length) {
      const paired = held.slice(1).every((at) => names.pairs.has(`${words[at - 1]} ${words[at]}`));
      const shown = held.every((at) => names.shown.has(words[at]));
      if (held.length > 1 && held.every(capital) && paired && !shown) yield whole(first, last);
      return;
    }
    let [begin, end] = [told[0], told.at(-1)];
    while (begin > first && leads(begin - 1)) begin -= 1;
    while (end < last && trails(end + 1)) end += 1;
    yield whole(begin, end);
  }

  function isUnpaired(first, cut, last) {
    const gap = stream.gap(cut);
    const before = text.slice(stream.starts[first], stream.ends[cut]);
    const after = text.slice(stream.starts[cut + 1], stream.ends[last] + 1);
    const open = Object.entries(PARTNERS);
    if (open.some(([begin, end]) => gap.includes(begin) && !after.includes(end))) return true;
    if (open.some(([begin, end]) => gap.includes(end) && !before.includes(begin))) return true;
    return gap.includes('"') && !before.includes('"') && !after.includes('"');
  }

  function leads(at) {
    const word = words[at];
    if (word.length === 1 && !names.shown.has(word)) return capital(at) && (!"ai".includes(word) || stream.gap(at) === ". ");
    if (PARTICLES.has(word)) return names.pairs.has(`${word} ${words[at + 1]}`);
    return capital(at) || !capital(at + 1) || !isCased(word);
  }

  function trails(at) {
    const word = words[at];
    if (word.length === 1 || PARTICLES.has(word)) return names.pairs.has(`${words[at - 1]} ${word}`) && capital(at);
    return !/^\d+$/.test(word) || !stream.gap(at - 1);
  }

  /** The place of the words `first` to `last` with all that gives way together with them. */
  function whole(first, last) {
    let begin = first;
    while (begin && belongsBefore(begin)) begin -= 1;
    let start = stream.starts[begin];
    let end = stream.ends[last];
    let at = last;
    for (; at + 1 < words.length; at += 1) {
      const [word, gap] = [words[at + 1], stream.gap(at)];
      if (/^\d+$/.test(word) && !gap) end = stream.ends[at + 1];
      else if (isAddition(at + 1, gap)) end = stream.ends[at + 1] + dot(stream.ends[at + 1]);
      else break;
    }
    if (at && words[at].length === 1 && /\p{L}/u.test(words[at]) && stream.ends[at] === end) end += dot(end);
    if (isOwner(words[at]) && end === stream.ends[at]) end -= 1;
    const count = (letter) => text.slice(start, end).split(letter).length;
    for (const [open, close] of Object.entries(PARTNERS)) if (count(open) > count(close) && text[end] === close) end += 1;
    if (count('"') % 2 === 0 && text[end] === '"') end += 1;
    if (/(?<![\p{L}\p{N}])[@＠#]$/u.test(text.slice(0, start))) start -= 1;
    return [start, end];
  }

  function belongsBefore(at) {
    const [word, gap] = [words[at - 1], stream.gap(at - 1)];
    const initial = word.length === 1 && names.initials.has(word) && capital(at - 1);
    const parted = [".", ". ", ".\xa0", ".-"].includes(gap) || (isSpace(gap) && !"aeiou".includes(word) && names.last.has(words[at]));
    const title = TITLES.has(word) && /^(?:\.?[ \xa0]{1,2}|\.)$/.test(gap) && capital(at - 1);
    return title || (initial && parted) || (/^\d+$/.test(word) && !gap);
  }

  function isAddition(at, gap) {
    const [word, after] = [words[at], text.slice(stream.ends[at])];
    if (DEGREES.has(word) && gap && /^,?[ \xa0]{0,2}$/.test(gap) && capital(at)) return true;
    if (names.initials.has(word) && after[0] === "." && capital(at) && /^(?:,?[ \xa0]|\.[ \xa0]?)$/.test(gap)) return true;
    return /^\p{Lu}$/u.test(stream.typed(at)) && isSpace(gap) && /^\.?[ \t]*(?:$|[\n|·•])/.test(after);
  }

  /** 1 if the dot at `at` is an abbreviation's, 0 if it ends the sentence or is none. */
  function dot(at) {
    const rest = text.slice(at + 1, at + 3);
    return text[at] === "." && rest.trim() && !/^\s(?!\p{Ll})/u.test(rest) ? 1 : 0;
  }

  const found = names.unspaced.flatMap((needle) => stream.inside(needle));
  for (let word = 0; word < words.length; word += 1) {
    const last = isNamed(word) ? reach(word) : -1;
    if (last >= 0) found.push(...placesIn(word, last));
    word = Math.max(word, last);
  }
  return found;
}
