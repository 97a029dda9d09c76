/* What a name that only members see is made of: its words, its glued forms, its forms without spaces. */

import { foldName, isUnspaced, spellings, wordsOf } from "./folds.js";

const list = (text) => new Set(text.split(" "));

/* Each list is a part of the one that the builder has: what it lacks here is withheld more often, never less. */
const NEVER_ALONE = list(
  "abu af al and are as at av be ben bin bint but by da das de degli dei del della dello den der des di die do dos du e el et for he her het his i ibn if im it la las le les lo los me och og one or our she st sta ste te ten ter they two ul und ur us van vom von was we who y you zu zum zur",
);
const SELDOM_ALONE = list(
  "a ab abd aka all am an ap au auf aus bij con d dal dalla dem did een em en er es eu fitz go ha had has how i'm ihr ik il in is je l ma mac mc meu mi minha mio mit my na new no not o of off oh ok on op os ou out por sa san se si so son su sur the thi to too tu um un una une up why wir wo ya yes yo",
);
export const PARTICLES = new Set([...NEVER_ALONE, ...SELDOM_ALONE]);
const CASED = list(
  "may will can might must mai angel art bill black brown cook dean faith forest fox frank grace grant green hope hunter iris jack joy king long mark mason miller new rose stone summer white wolf wood young",
);
const EVERYDAY = list("和平 光明 文化 建设 发展 世界 自由 幸福 快乐 健康 文明 成功 希望 思想 学习 大学 公司 学校 个人 自由职业 保密 科技 技术");
export const TITLES = list("dr dra prof profa professor mr mrs ms mx sir ing dipl herr frau mme monsieur sr sra");
export const DEGREES = list("phd md msc bsc mba ma ba jr sr ii iii");
const BRACKETED = /[(（[{"“«]([^)）\]}"”»]*)[)）\]}"”»]?/gu;
const FORMS = /\|+|[/;\n]|\ba\.?k\.?a\b\.?|\balias\b/iu;

/** True for a word that says nothing where no spaces part words. */
export const isEveryday = (word) => EVERYDAY.has(word);
/** True for a word that is a name, or a company, only where it is written with a capital. */
export const isCased = (word) => CASED.has(word);

const pairsOf = (chain) => chain.slice(1).map((word, at) => [chain[at], word]);

/** The words of each form in a name: outside brackets, in each of them, what bars part. */
function formsOf(value) {
  const seen = value.normalize("NFC").replace(/\p{Cf}/gu, "");
  const inside = [...seen.matchAll(BRACKETED)].map((match) => match[1]);
  return [...seen.replace(BRACKETED, " ").split(FORMS), ...inside].flatMap((part) => {
    const found = wordsOf(part);
    const untitled = found.filter((word) => !isTitle(word, part));
    return found.length ? [untitled.length ? untitled : found] : [];
  });
}

function isTitle(word, form) {
  const plain = foldName(word);
  if (TITLES.has(plain)) return true;
  const at = form.lastIndexOf(word);
  const written = /^\p{Lu}\p{Ll}*$/u.test(word);
  return DEGREES.has(plain) && (form.slice(0, at).includes(",") || form[at + word.length] === "." || !written);
}

function gluedOf(form) {
  if (form.length < 2) return /\d/.test(form[0]) ? [foldName(form[0])] : [];
  const [first, last] = [form[0], form.at(-1)];
  const chains = [form, [...form].reverse(), [last, ...form.slice(0, -1)], [first, last], [last, first]];
  return [...chains, ...pairsOf(form)]
    .flatMap((chain) => [foldName(chain.join("")), chain.map((word) => spellings(word).at(-1)).join("")])
    .filter((glue) => glue.length > 3);
}

/** Full and given name of a Chinese, Japanese or Korean form. */
function unspacedOf(form) {
  const parts = form.map(foldName).filter(isUnspaced);
  const whole = parts.join("");
  if (whole.length < 2) return [];
  const pieces = parts.length > 1 ? parts : halves(whole);
  const told = pieces.filter((piece) => piece.length >= (/^[ぁ-ゟ]+$/.test(piece) ? 3 : 2) && !isEveryday(piece));
  return [whole, ...(parts.length > 1 ? [[...parts].reverse().join("")] : []), ...told];
}

function halves(whole) {
  if (/^[ぁ-ヿ]+$/.test(whole) || whole.length > 5) return [];
  if (whole.length > 4) return [whole.slice(0, 2), whole.slice(0, 3), whole.slice(2), whole.slice(3)];
  if (whole.length > 3) return [whole.slice(2), whole.slice(0, 2), whole.slice(1)];
  return [whole.slice(1), whole.slice(0, 2)];
}

/**
 * The folded words of all `values`, or null where nothing of them is private. `strong` words are withheld alone,
 * `capital` ones where they begin with a capital, `soft` ones only beside another.
 */
export function readNames(values, nickname) {
  const shown = new Set(wordsOf(foldName(nickname)));
  const forms = values.flatMap(formsOf);
  const spaced = forms.map((form) => form.filter((word) => !isUnspaced(foldName(word))));
  const run = foldName(nickname).replace(/[\s\-_·・･]/g, "");
  const unspaced = [...new Set(forms.flatMap(unspacedOf))].filter((needle) => !run.includes(needle));
  const every = new Set(spaced.flat().flatMap(spellings));
  const own = [...every].filter((word) => !shown.has(word));
  if (!unspaced.length && !own.length) return null;
  const lone = new Set(spaced.filter((form) => form.length === 1).flatMap(([word]) => spellings(word)));
  const hard = own.filter((word) => !PARTICLES.has(word) && word.length > 1 && !/^\d+$/.test(word));
  const strong = hard.filter((word) => !CASED.has(word));
  const seldom = own.filter((word) => word.length > 1 && SELDOM_ALONE.has(word));
  const alone = own.filter((word) => lone.has(word) && !/^\d+$/.test(word));
  const glued = [...new Set(spaced.filter((form) => form.length).flatMap(gluedOf))].filter((glue) => !shown.has(glue));
  const pairs = spaced.flatMap((form) => (form.length > 1 ? [...pairsOf(form), [form.at(-1), form[0]]] : []));
  return {
    strong: new Set([...strong, ...unspaced.filter((needle) => needle.length > 1)]),
    capital: new Set([...hard, ...seldom, ...alone].filter((word) => !strong.includes(word))),
    soft: new Set([...every, ...shown]),
    pairs: new Set(pairs.flatMap(([left, right]) => spellings(left).flatMap((one) => spellings(right).map((other) => `${one} ${other}`)))),
    twice: new Set(spaced.flatMap((form) => form.map(foldName).filter((word, at, all) => all.indexOf(word) !== at))),
    glued: glued.filter((glue) => glue.length > 5),
    joined: new Set(glued.filter((glue) => glue.length < 6 && !PARTICLES.has(glue) && !every.has(glue))),
    unspaced: unspaced.sort((one, other) => other.length - one.length),
    stems: [
      ...strong.filter((word) => /^[\u0400-\u04ff]{4,}$/.test(word)).map((word) => word.replace(/[аяоеьйыи]+$/, "")),
      ...strong.filter((word) => /.{4}nen$/.test(word)).map((word) => `${word.slice(0, -3)}se`),
    ],
    shown,
    initials: new Set(spaced.flat().map((word) => foldName(word)[0])),
    last: new Set(spaced.filter((form) => form.length).flatMap((form) => spellings(form.at(-1)))),
  };
}
