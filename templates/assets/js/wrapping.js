/* Text in lines of a given width, in any script. It measures by what it is given, so it needs no canvas to be tried. */

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const WORDS = new Intl.Segmenter(undefined, { granularity: "word" });
const ELLIPSIS = "…";
const HYPHEN = "-";
const HYPHENATED = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]$/u;
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;
/* Scripts without blanks: a line may end after each of their words. */
const UNSPACED_LETTER = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]";
const UNSPACED = new RegExp(`^${UNSPACED_LETTER}`, "u");
const UNSPACED_END = new RegExp(`${UNSPACED_LETTER}[\\p{P}]*$`, "u");
/* Other signs belong to what stands before them. */
const BEGINS = /^[\p{L}\p{N}\p{S}\p{Ps}\p{Pi}@#&]/u;
/* Small kana and the like never begin a line, although they are letters. */
const FOLLOWS = /^[ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々]/u;
const OPENS = /[\p{Ps}\p{Pi}]$/u;
const ENDS = /[\s\-‐–—/]$/u;

/** “rtl” or “ltr”, as the first letter of `text` is written. */
export function directionOf(text) {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}

/**
 * The lines of `text`, at most `most`, none wider than `width` by `measure(text)`.
 *
 * `cut` says that not all of it fits, and the last line ends in an ellipsis; `broken`, that a word fits in no line.
 */
export function wrapped(text, measure, width, most) {
  const lines = []; // each as {said, shown}: as the text has it, and as it is to be drawn
  let [line, broken] = ["", false];
  for (const piece of pieces(text)) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line) lines.push(whole(line));
    line = piece;
    while (measure(line.trimEnd()) > width) {
      const said = asMuch(line, (part) => measure(part + HYPHEN) <= width);
      lines.push({ said, shown: HYPHENATED.test(said) ? said + HYPHEN : said });
      line = line.slice(said.length);
      broken = true;
    }
  }
  if (line) lines.push(whole(line));
  const shown = lines.map((one) => one.shown);
  if (lines.length <= most) return { lines: shown, cut: false, broken };
  const rest = lines.slice(most - 1).map((one) => one.said);
  return { lines: [...shown.slice(0, most - 1), shortened(rest.join(""), measure, width)], cut: true, broken };
}

function whole(line) {
  return { said: line, shown: line.trimEnd() };
}

/** `text`, or as much of its beginning as fits with an ellipsis. */
export function shortened(text, measure, width) {
  if (measure(text) <= width) return text;
  const most = asMuch(text, (part) => measure(part.trimEnd() + ELLIPSIS) <= width);
  const words = most.slice(0, most.lastIndexOf(" ") + 1);
  const start = words.length > most.length / 2 && text[most.length] !== " " ? words : most;
  return start.replace(/[\s\p{P}]+$/u, "") + ELLIPSIS;
}

/** The longest beginning of `text` that `fits`, and at least one letter of it. */
function asMuch(text, fits) {
  let start = "";
  for (const { segment } of LETTERS.segment(text)) {
    if (start && !fits(start + segment)) break;
    start += segment;
  }
  return start;
}

/** What isn't torn apart unless it must: words with the signs that belong to them. */
function pieces(text) {
  const found = [];
  for (const { segment } of WORDS.segment(text.replace(/\s+/gu, " ").trim())) {
    if (found.length && !mayBreak(found.at(-1), segment)) found[found.length - 1] += segment;
    else found.push(segment);
  }
  return found;
}

/** True if a line may end between the two: after a blank or a hyphen, or where either is of a script without blanks. */
function mayBreak(before, after) {
  if (!BEGINS.test(after) || FOLLOWS.test(after) || OPENS.test(before)) return false;
  return ENDS.test(before) || UNSPACED_END.test(before) || UNSPACED.test(after);
}
