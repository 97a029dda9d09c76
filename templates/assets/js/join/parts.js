/* What of a draft goes where others can read it, and what goes to the organiser alone. */

import { languageOfDraft } from "./checks.js";
import { isZone } from "./codes.js";
import { isMapping, publicPart, tidy } from "./draft.js";
import { WORDED } from "./entries.js";
import { personOf } from "./person.js";
import { holdsEmail, spellsName, unquoted, withheld } from "./withhold.js";

const SENTENCES = ["items", "dated"];
const TAGS = ["tags", "availability"];
const REACHED = ["contact", "phone", "email"];
/* What the other kinds hold is a code or a day; what is none was typed in the wrong place. */
const CODES = { timezone: isZone, country: (text) => /^[A-Z]{2}$/.test(text) };
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const DAY = /^(?:\d{4}-)?\d{2}-\d{2}$/;
const MARKS = /[*_`~\\]/g;
const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The public part with its texts as strangers read them: without the name, the employer and contacts that are private.
 * A tag or a link that gives one of them away is left out. One table tests it together with arrivals/opening.py.
 */
export function readByAll(draft, rules) {
  const { handle, answers } = publicPart(draft, rules);
  const [person, language] = [personOf(draft, rules), languageOfDraft(draft, rules)];
  const read = (kind, answer) => {
    if (WORDED.includes(kind)) return worded(answer, language, (text, lang) => written(kind, text, person, lang));
    if (SENTENCES.includes(kind)) return sentences(answer, (text) => withheld(text, person, language).text);
    if (TAGS.includes(kind)) return tags(answer, (text) => withheld(text, person, "").findings.length);
    if (kind === "links") return chosen(answer, ([label, url]) => !withheld(label, person, "").findings.length && !givesAway(url, person));
    return REACHED.includes(kind) ? answer : codes(kind, answer, (text) => withheld(text, person, language).text);
  };
  const kept = { ...answers };
  for (const { name, kind } of rules.fields) if (Object.hasOwn(answers, name)) kept[name] = read(kind, answers[name]);
  // Anew, for a directive must not speak of a field that is gone.
  return publicPart({ handle, answers: kept }, rules);
}

const chosen = (answer, test) => Object.fromEntries(Object.entries(answer).filter(test));

function worded(answer, language, write) {
  if (!isMapping(answer)) return [answer].flat().map((text) => write(String(text), language)).join("\n");
  const versions = Object.entries(answer).filter(([lang]) => LANGUAGE.test(lang));
  return Object.fromEntries(versions.map(([lang, text]) => [lang, write(String(text), lang)]));
}

/** A text as it is read; signs of Markdown may stand in the middle of a name, and go then. */
function written(kind, text, person, lang) {
  const read = withheld(text, person, lang);
  if (kind !== "prose") return read.text;
  const plain = text.replace(ENTITY, (_, hex, ten) => letter(hex ? parseInt(hex, 16) : Number(ten))).replace(MARKS, "");
  const bare = withheld(plain, person, lang);
  return lettersIn(plain, bare) > lettersIn(text, read) ? bare.text : read.text;
}

const lettersIn = (text, { findings }) => findings.map(({ start, end }) => text.slice(start, end).replace(MARKS, "")).join("").length;

const letter = (code) => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : "");

function sentences(answer, write) {
  if (typeof answer === "string") return write(answer);
  if (Array.isArray(answer)) return answer.map((one) => sentences(one, write));
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [write(key), DAY.test(value) || key === "for" ? value : sentences(value, write)]),
  );
}

function tags(answer, isShut) {
  if (typeof answer === "string") return isShut(answer) ? "" : answer;
  if (Array.isArray(answer)) return answer.map((one) => tags(one, isShut));
  if (Object.hasOwn(answer, "text")) return isShut(Object.values(answer).join(" ")) ? {} : answer;
  return chosen(answer, ([word, day]) => !isShut(word) && DAY.test(day));
}

function codes(kind, answer, write) {
  if (typeof answer === "string") return DAY.test(answer) || CODES[kind]?.(answer) ? answer : write(answer);
  if (Array.isArray(answer)) return answer.map((one) => codes(kind, one, write));
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [write(key), codes(kind, value, write)]));
}

/** True for an address that spells the name or the company, or holds a contact that isn't there by choice. */
function givesAway(url, person) {
  const address = unquoted(url);
  const { findings, known } = withheld(address, person, "");
  if (known.length || findings.some(({ kind }) => kind !== "contact") || spellsName(url, person)) return true;
  return holdsEmail(url);
}

/** True if everyone may read all of `draft` as it is. */
export function isForAll(draft, rules) {
  const left = Object.keys(privatePart(draft, rules).answers).length;
  return !left && same(readByAll(draft, rules), publicPart(draft, rules));
}

/** What of `draft` is for members: the fields, entries and contacts that aren't in its public part. */
export function privatePart(draft, rules) {
  const open = publicPart(draft, rules).answers;
  const answers = {};
  for (const [name, answer] of Object.entries(tidy(draft).answers)) {
    if (!rules.fields.some((spec) => spec.name === name)) continue;
    const kept = without(answer, open[name]);
    if (kept) answers[name] = kept;
  }
  return { handle: draft.handle, answers };
}

function without(answer, open) {
  if (open === undefined) return answer;
  if (Array.isArray(answer)) {
    const left = answer.filter((one) => !open.some((other) => same(one, other)));
    return left.length ? left : null;
  }
  if (!isMapping(answer)) return null;
  const left = Object.entries(answer).filter(([key]) => !Object.hasOwn(open, key));
  return left.length ? Object.fromEntries(left) : null;
}
