/* How text is folded before names and contacts are looked for in it. */

import { LETTERS } from "./handles.js";

const PLAIN_LETTERS = {
  ...Object.fromEntries([..."’‘ʼ＇`´′"].map((letter) => [letter, "'"])),
  ...Object.fromEntries([..."‐‑‒–—―−"].map((letter) => [letter, "-"])),
  ...LETTERS,
  ς: "σ",
};
const OUT = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const UNSPACED = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Mymr}\\p{sc=Khmr}ー";
export const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{Nl}\\p{No}])+|\\p{Nd}+`, "gu");
const UNSPACED_ONLY = new RegExp(`^[${UNSPACED}]+$`, "u");

/** One letter as names and companies are compared; a blank of no width before the second word of OneTwo. */
function forNames(letter, before) {
  const plain = [...letter.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640\u115f\u1160\u3164]/gu, "")];
  const folded = plain.map((one) => PLAIN_LETTERS[one] ?? one.toLowerCase()).join("").normalize("NFC");
  return /\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before) ? `\0${folded}` : folded;
}

/** One letter as contacts are compared: its width, case and kind of digit folded. */
function forContacts(letter) {
  if (/\p{Cf}/u.test(letter)) return "";
  if ("øđłıæœþð".includes(letter)) return letter;
  const plain = PLAIN_LETTERS[letter] ?? letter.normalize("NFKC").toLowerCase();
  const zero = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].find((first) => plain.codePointAt() >= first && plain.codePointAt() < first + 10);
  return zero ? String(plain.codePointAt() - zero) : plain;
}

const mapping = (rule, known = new Map()) => (text) => {
  const [at, to] = [[], []];
  let [folded, place, before] = ["", 0, ""];
  for (const letter of text) {
    const pair = before + letter;
    if (!known.has(pair)) known.set(pair, rule(letter, before));
    const form = known.get(pair);
    for (const _ of form.split("")) {
      at.push(place);
      to.push(place + letter.length);
    }
    [folded, place, before] = [folded + form, place + letter.length, letter];
  }
  return { folded, at, to };
};

/** `text` folded, with the place in `text` at which each unit begins and the one at which it ends. */
export const mappedName = mapping(forNames);
export const mappedContact = mapping(forContacts);
export const foldContact = (text) => mappedContact(text).folded;

/** The folded words of `text`: runs of letters, of digits, of a script without spaces. */
export const wordsOf = (text) => mappedName(text.toLowerCase()).folded.match(WORD) ?? [];

/** True for a word of a script that puts no spaces between words. */
export const isUnspaced = (word) => UNSPACED_ONLY.test(word);

/** The folded ways to write `word`: müller is muller and mueller, mueller is mueller and muller. */
export function spellings(word) {
  const out = [...word.toLowerCase().normalize("NFC")].map((letter) => OUT[letter] ?? letter).join("");
  const forms = [word, out].map((form) => wordsOf(form).join(""));
  const short = forms[0].replace(/ue|oe|ae/g, ([vowel]) => vowel);
  return [...new Set(short.length > 3 ? [...forms, short] : forms)];
}
