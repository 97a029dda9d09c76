/* How words are compared: folded text, cut into terms. The same as generator/acquaint/folding.py; one table tests both. */

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u0652]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/g;
const OTHERS = { ß: "ss", ς: "σ", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };
const OTHER = new RegExp(`[${Object.keys(OTHERS).join("")}]`, "g");
const UNSPACED =
  "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff" + // Thai, Lao, Myanmar, Khmer
  "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff" + // Japanese
  "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}" + // Chinese characters
  "\uac00-\ud7af"; // Korean
const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;
const TERM = new RegExp(
  `([${UNSPACED}]+)|((?<![^\\s([{"'“‘«])\\.)?((?:${LETTER})(?:${LETTER}|(?![${UNSPACED}])\\p{M})*[+#]*)`,
  "gu",
);

/** `text` without case, width, accents and what doesn't show, so that Ｃａｆé and cafe are one. */
export function fold(text) {
  const apart = text.normalize("NFKC").toLowerCase().normalize("NFD");
  return apart
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(OTHER, (letter) => OTHERS[letter])
    .replace(INVISIBLE, "");
}

/**
 * The words of `text` and where they stand, as {start, end, terms, run}.
 *
 * A word is one term (with a dot before it, two). A run of a script without spaces is cut into pairs of characters and
 * the last one; its `run` is true.
 */
export function* wordsOf(text) {
  for (const match of text.matchAll(TERM)) {
    const [whole, run, dot, word] = match;
    const terms = run ? pairs(fold(run)) : dot ? [fold(`.${word}`), fold(word)] : [fold(word)];
    yield { start: match.index, end: match.index + whole.length, terms, run: Boolean(run) };
  }
}

/** What `text` is found by, in order. */
export function termsOf(text) {
  return [...wordsOf(fold(text))].flatMap((word) => word.terms);
}

/** `text` with `other` in place of each word that folds to `word`. */
export function reworded(text, word, other) {
  let [said, end] = ["", 0];
  for (const token of wordsOf(text)) {
    if (fold(text.slice(token.start, token.end)) !== word) continue;
    said += text.slice(end, token.start) + other;
    end = token.end;
  }
  return (said + text.slice(end)).replace(/\s+/g, " ").trim();
}

function pairs(run) {
  const letters = Array.from(run);
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ""));
}
