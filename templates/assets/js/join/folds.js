/* How text is folded before names and contacts are looked for in it, and a text as its words. */

const PLAIN = {
  ...Object.fromEntries([..."’‘ʼ＇`´′"].map((letter) => [letter, "'"])),
  ...Object.fromEntries([..."‐‑‒–—―−"].map((letter) => [letter, "-"])),
  ...{ ø: "o", đ: "d", ł: "l", ı: "i", þ: "th", ð: "d", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", ß: "ss", ς: "σ" },
};
const OUT = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", Ä: "Ae", Ö: "Oe", Ü: "Ue", Ø: "Oe", Å: "Aa" };
const DROPPED =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u0670\u0640\u115f\u1160\u3164\ufe00-\ufe0f\p{Cf}]/gu;
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]; // of the digits that no normalization brings to 0
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const WORD = new RegExp(
  `[${UNSPACED}]+|(?:[\\u0900-\\u0963\\u0970-\\u0dff]|(?![${UNSPACED}])[\\p{L}\\p{Nl}\\p{No}])+|\\p{Nd}+`,
  "gu",
);
const UNSPACED_ONLY = new RegExp(`^[${UNSPACED}]+$`, "u");
const STOPS = '.!?。！？:：\n•*|·–—-(（"“';

const stripped = (text) => text.normalize("NFKD").replace(DROPPED, "");
const plainly = (text) => [...text].map((letter) => PLAIN[letter] ?? letter).join("");

/** One letter as names and companies are compared. */
function forNames(letter) {
  return plainly(stripped(plainly(stripped(PLAIN[letter] ?? letter).toLowerCase()))).normalize("NFC");
}

/** One letter as contacts are compared: its width, case and kind of digit folded. */
function forContacts(letter) {
  if (/\p{Cf}/u.test(letter)) return "";
  const zero = ZEROS.find((first) => letter.codePointAt() >= first && letter.codePointAt() < first + 10);
  if (zero) return String(letter.codePointAt() - zero);
  if ("øđłıæœþð".includes(letter)) return letter;
  return PLAIN[letter] ?? letter.normalize("NFKC").toLowerCase();
}

function mapping(rule) {
  const known = new Map();
  return (text) => {
    const [at, to] = [[], []];
    let folded = "";
    let place = 0;
    for (const letter of text) {
      if (!known.has(letter)) known.set(letter, rule(letter));
      const form = known.get(letter);
      for (let unit = 0; unit < form.length; unit += 1) {
        at.push(place);
        to.push(place + letter.length);
      }
      folded += form;
      place += letter.length;
    }
    return { folded, at, to };
  };
}

/** `text` folded, with the place in `text` at which each unit begins and the one at which it ends. */
export const mappedName = mapping(forNames);
export const mappedContact = mapping(forContacts);
export const foldName = (text) => mappedName(text).folded;
export const foldContact = (text) => mappedContact(text).folded;

/** The folded words of a folded text: runs of letters, of digits, of a script without spaces. */
export const wordsOf = (folded) => folded.match(WORD) ?? [];

/** True for a word of a script that puts no spaces between words. */
export const isUnspaced = (word) => UNSPACED_ONLY.test(word);

/** True if `text` begins with a capital, or with a letter of a script that has none. */
export const isCapital = (text) => !/^\p{Lowercase}/u.test(text);

/** The folded ways to write `word`: Müller is muller and mueller, Mueller is mueller and muller. */
export function spellings(word) {
  const plain = foldName(word);
  const out = foldName([...word.normalize("NFC")].map((letter) => OUT[letter] ?? letter).join(""));
  const short = plain.replaceAll("ue", "u").replaceAll("oe", "o").replaceAll("ae", "a");
  return [...new Set(short.length > 3 ? [plain, out, short] : [plain, out])];
}

/** A text as its folded words; `starts` and `ends` are their places in it, `run` is all of them without gaps. */
export class Stream {
  constructor(text) {
    const { folded, at, to } = mappedName(text);
    Object.assign(this, { text, words: [], starts: [], ends: [], offsets: [], run: "", places: [] });
    for (const match of folded.matchAll(WORD)) {
      const last = match.index + match[0].length - 1;
      this.words.push(match[0]);
      this.starts.push(at[match.index]);
      this.ends.push(to[last] + /^[\p{Mn}\p{Me}]*/u.exec(text.slice(to[last]))[0].length);
      this.offsets.push(this.run.length);
      this.run += match[0];
      for (let unit = match.index; unit <= last; unit += 1) this.places.push([at[unit], to[unit]]);
    }
  }

  gap(word) {
    return this.text.slice(this.ends[word], this.starts[word + 1]);
  }

  typed(word) {
    return this.text.slice(this.starts[word], this.ends[word]);
  }

  isCapital(word) {
    return isCapital(this.typed(word));
  }

  /** True if nothing of its sentence stands before `word`. */
  begins(word) {
    const before = this.text.slice(0, this.starts[word]).replace(/[ \t\u3000]+$/, "");
    return !before || STOPS.includes(before.at(-1));
  }

  /** First and last word of every stretch of whole words that reads `needle`. */
  occurrences(needle) {
    const found = [];
    for (let at = needle ? this.run.indexOf(needle) : -1; at >= 0; at = this.run.indexOf(needle, at + 1)) {
      const first = this.offsets.indexOf(at);
      const end = at + needle.length;
      const last = end === this.run.length ? this.words.length : this.offsets.indexOf(end);
      if (first >= 0 && last > 0) found.push([first, last - 1]);
    }
    return found;
  }

  /** Every place of `needle`, within words too, when at most spaces or middle dots part it. */
  inside(needle) {
    const found = [];
    for (let at = needle ? this.run.indexOf(needle) : -1; at >= 0; at = this.run.indexOf(needle, at + 1)) {
      const [start, end] = [this.places[at][0], this.places[at + needle.length - 1][1]];
      if (end - start <= needle.length * 3) found.push([start, end]);
    }
    return found;
  }
}
