/* What a withheld contact, link or company gives way to, in the language of the text. */

const WORDS = {
  en: ["(contact for members)", "(link for members)", "an organisation"],
  de: ["(Kontakt für Mitglieder)", "(Link für Mitglieder)", "einer Organisation"],
  zh: ["（联系方式仅成员可见）", "（链接仅成员可见）", "所在机构"],
};
const NO_WORDS = ["(…)", "(…)", "[…]"];
const ARTICLES = {
  en: "the|a|an",
  de: "the|an|der|die|das|dem|den|des|ein|eine|einer|einem|einen",
};
const MELTED = { beim: "Unternehmen", vom: "Unternehmen", zum: "Unternehmen", im: "Unternehmen", am: "Unternehmen" };
const ACCUSATIVE = /(?<!\p{L})(?:für|durch|ohne|gegen|um|als|leite|führe|gründete|habe|mag|liebe|und)\s+$/iu;
const DETERMINED = /(?<!\p{L})(?:our|my|your|their|his|her|its|this|that|own|former|current|previous|ex|first)[\s-]+$/iu;
const OWNED =
  /^ (?:team|lab|group|office|department|project|staff|engineer|developer|designer|employee|warehouse|founder|student|website|product|researcher|conference|center|member|intern)\b|^ (?!(?:And|For|In|Of|On|To|At|As|The|A|I|We|You|He|She|They|My|Our|Is|Was|Where|When|With|From|Since|But|Or)\b)[A-Z]\w+(?!['’]\w)/;
const PREPOSITION = /(?<!\p{L})(?:at|for|with|by|from|of|in|to|bei|für|von)\s+$/iu;
const STARTS = /(?:^|[.!?\n•]|[.!?]["”')])[ \t]*$/;

const wordsIn = (lang) => WORDS[lang.split("-")[0]] ?? NO_WORDS;

/** What a contact, or a link, gives way to. */
export const contactWord = (lang) => wordsIn(lang)[0];
export const linkWord = (lang) => wordsIn(lang)[1];

/** The place of a company with its article, and what it gives way to there. `text` ends where the next finding begins. */
export function companyWord(text, [from, end], lang) {
  const language = lang.split("-")[0];
  let [, , plain] = wordsIn(lang);
  const sign = from && "@＠#".includes(text[from - 1]) ? text[from - 1] : "";
  const article = new RegExp(`(?<![\\p{L}\\p{N}_])(?:(?:${ARTICLES[language] ?? "the|a|an"})\\s+|l['’])(?<mark>["“‘'*_\\[]{0,3})$`, "iu");
  let start = from - sign.length;
  let mark = "";
  for (let found; (found = article.exec(text.slice(Math.max(0, start - 12), start))); ) {
    start -= found[0].length;
    mark = found.groups.mark + mark;
  }
  const head = text.slice(Math.max(0, start - 24), start);
  if (sign) {
    const linked = PREPOSITION.test(head) || sign === "#" || language !== "en" || start < from - 1;
    return { start, end, words: mark + (linked ? plain : `at ${plain}`) };
  }
  const tail = text.slice(end, end + 24);
  if (language === "en") {
    if (DETERMINED.test(head)) plain = "organisation";
    if (OWNED.test(tail)) plain += "'s";
  } else if (language === "de") {
    if (ACCUSATIVE.test(head) || STARTS.test(head)) plain = "eine Organisation";
    plain = MELTED[/(\S+)\s+$/.exec(head)?.[1].toLowerCase()] ?? plain;
  }
  const words = !start || STARTS.test(head) ? plain[0].toUpperCase() + plain.slice(1) : plain;
  return { start, end, words: mark + words };
}

/** The place with the bare apostrophe of James' book, and what then follows its replacement. */
export function possessor(text, [start, end], lang) {
  const bare = /[sS]/.test(text[end - 1]) && /^['’] [\p{L}]/u.test(text.slice(end)) && lang.split("-")[0] === "en";
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (!bare || /(?<![\p{L}\p{N}_])['‘]/u.test(line)) return { place: [start, end], ending: "" };
  return { place: [start, end + 1], ending: `${text[end]}s` };
}
