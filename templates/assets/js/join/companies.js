/* What a company that only members see is called, where a text names it, and what it gives way to there. */

import { isUnspaced, wordsOf } from "./folds.js";
import { isEveryday } from "./names.js";
import { answersIn } from "./withhold.js";

const LEGAL = "gmbh|ltd|limited|inc|incorporated|llc|llp|ag|co|corp|corporation|plc|kg|ohg|ug|se|sa|sas|sarl|srl|spa|bv|nv|ab|as|aps|oy|oyj|pty|pvt|eg|ev|kk|kgaa|mbh|gbr|sl";
const UNSPACED_LEGAL = /^(?:株式会社|有限会社|주식회사)|(?:股份有限公司|有限责任公司|有限公司|集团|株式会社|有限会社|公司|주식회사)$/g;
const ARTICLE = /^(?:the|a|an|der|die|das|le|la|les|el|il)\s+(?=[\p{L}\p{N}])/iu;
const FORMS = `GmbH|KGaA|Pty Ltd|S\\.A|${LEGAL.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())}|${LEGAL.toUpperCase()}`;
const FORM = new RegExp(`^(?:,?\\s{0,2}(?:${FORMS})(?![\\p{L}\\p{N}_])(?:\\.(?=\\S|\\s\\p{Ll}))?)?`, "u");
const ACCUSATIVE = /(?<!\p{L})(?:für|durch|ohne|gegen|um|als|leite|führe|gründete|habe|mag|liebe|und)\s+$/iu;
const DETERMINED = /(?<!\p{L})(?:our|my|your|their|his|her|its|this|that|own|former|current|previous|ex|first)[\s-]+$/iu;
const OWNED = /^ (?:team|lab|group|office|department|project|staff|engineer|developer|designer|employee|warehouse|founder|student)\b/;
const STARTS = /(?:^|[.!?\n•]|[.!?]["”')])[ \t]*$/;

const tells = (part) => /\S\s+\S|[a-zà-ÿ][A-Z]|[A-Z]{4}|\w[.-]\w|[A-Z]\d/.test(part.trim()) || wordsOf(part).some(isUnspaced);

function withoutForm(words) {
  const length = [4, 3, 2, 1].find((most) => {
    const tail = words.slice(-most);
    return words.length > most && LEGAL.split("|").includes(tail.join("")) && tail.slice(0, -1).every((word) => word.length < 2);
  });
  return length ? withoutForm(words.slice(0, -length)) : words;
}

function phrasesOf(text) {
  const bare = text.trim().replace(ARTICLE, "");
  const words = withoutForm(wordsOf(bare));
  const needle = words.join("");
  if (words.some(isUnspaced)) {
    const core = needle.replace(UNSPACED_LEGAL, "");
    const rest = words.filter((word) => !isUnspaced(word)).join(" ");
    const own = [needle, core, core.replace(/(?<=..)科技$/, "")].filter((part) => part.length > 1 && !isEveryday(part));
    return [...own.map((part) => ({ needle: part, unspaced: true })), ...(rest.length > 3 ? phrasesOf(rest) : [])];
  }
  const told = bare.replaceAll("&", " and ");
  const variants = [words, words.filter((word) => !["and", "und", "et", "y", "e"].includes(word)), withoutForm(wordsOf(told)), wordsOf(text)];
  return variants.map((all) => ({ needle: all.join(""), one: words.length < 2 || !/\s/.test(bare), typed: bare })).filter((one) => one.needle);
}

/** Every phrase a text may call one of `values` by, the longest first. */
export function readCompanies(values) {
  const parts = values.flatMap((value) => [value, ...value.split(/[()（）[\];/|\n]|\s(?:at|bei|chez)\s|\s?@/)]);
  const pieces = parts.flatMap((part) => [part, ...part.split(/[,，]|\s[-–—]\s|\.\s(?=[A-Z])|\s(?:and|und|et|&)\s/i).filter(tells)]);
  const found = new Map(pieces.flatMap(phrasesOf).map((phrase) => [phrase.needle, phrase]));
  return [...found.values()].sort((one, other) => other.needle.length - one.needle.length);
}

/** The words and the place of every company in `stream`; one within a word has no words. */
export function companyPlaces(phrases, stream) {
  return phrases.flatMap((phrase) => {
    if (phrase.unspaced) return stream.inside(phrase.needle).map((place) => [[], place]);
    const met = stream.occurrences(phrase.needle).filter((own) => isMeant(phrase, stream, own));
    return met.map((own) => {
      const { end } = stream.words[own.at(-1)];
      return [own, [stream.words[own[0]].start, end + FORM.exec(stream.text.slice(end))[0].length]];
    });
  });
}

function isMeant({ needle, one, typed }, stream, own) {
  const text = stream.text.slice(stream.words[own[0]].start, stream.words[own.at(-1)].end);
  if (!own.slice(0, -1).every((at) => /^[^\p{L}\p{N}]{0,6}$/u.test(stream.gap(at)))) return false;
  if (one && /\s/.test(text)) return own.every((at) => stream.isCapital(at));
  return needle.length > 3 || text === typed || (typed === typed.toUpperCase() ? text === text.toUpperCase() : stream.isCapital(own[0]));
}

/** The place of a company with its article, and what it gives way to. `text` ends where the next finding begins. */
export function companyWord(text, [from, end], lang) {
  const language = lang.split("-")[0];
  let [, , plain] = answersIn(lang);
  const sign = /[@＠#]/.exec(text.slice(0, from).at(-1))?.[0] ?? "";
  let [start, mark] = [from - sign.length, ""];
  const articles = language === "de" ? "the|an|d(?:er|ie|as|e[mns])|eine?[rmns]?" : "the|an?";
  const before = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${articles})\\s+(["“‘'*_[]{0,3})$`, "iu");
  const article = before.exec(text.slice(Math.max(0, start - 12), start));
  if (article) [start, mark] = [start - article[0].length, article[1]];
  const head = text.slice(Math.max(0, start - 24), start);
  if (sign) {
    const linked = /(?<!\p{L})(?:at|for|with|by|from|of|in|to)\s+$/iu.test(head) || sign === "#" || article;
    return { start, end, instead: mark + (linked || language !== "en" ? plain : `at ${plain}`) };
  }
  if (language === "en") {
    if (DETERMINED.test(head)) plain = "organisation";
    if (OWNED.test(text.slice(end, end + 24))) plain += "'s";
  } else if (language === "de") {
    if (ACCUSATIVE.test(head) || STARTS.test(head)) plain = "eine Organisation";
    if (/(?<!\p{L})(?:beim|vom|zum|im|am)\s+$/iu.test(head)) plain = "Unternehmen";
  }
  return { start, end, instead: mark + (!start || STARTS.test(head) ? plain[0].toUpperCase() + plain.slice(1) : plain) };
}
