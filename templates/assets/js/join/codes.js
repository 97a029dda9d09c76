/* Countries, languages and time zones: whether there is one called so, and which one was probably meant. */

const ELSEWHERE =
  "GB uk greatbritain britain england scotland wales|US usa america amerika|KR korea southkorea|CZ czechrepublic|NL holland|HK hongkong|TW taiwan|TR turkey";
const SLIPS = { cn: "zh", jp: "ja", cz: "cs", dk: "da", gr: "el", eng: "en", ger: "de", chi: "zh" };
const USUAL_ZONES = {
  ...{ cet: "berlin", cest: "berlin", mez: "berlin", gmt: "london", bst: "london", est: "newyork", pst: "losangeles" },
  ...{ ist: "kolkata", jst: "tokyo", beijing: "shanghai", 北京: "shanghai", 上海: "shanghai" },
};
const RENAMED = ["Asia/Kolkata", "Asia/Kathmandu", "Asia/Ho_Chi_Minh", "Asia/Yangon", "Europe/Kyiv", "America/Buenos_Aires"];
const TAG = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)$/;

/** `text` folded for look-ups: no case, accents, width, punctuation or spaces. */
export function nameKey(text) {
  const folded = text.replaceAll("&", " and ").toLowerCase().replaceAll("ß", "ss").normalize("NFKD");
  return folded.replace(/\p{M}|[^\p{L}\p{N}]/gu, "");
}

/** The one of `known` that `word` was probably meant to be, if any is close; else "". */
export function nearest(word, known) {
  const wanted = [...nameKey(word)];
  const byKey = new Map(known.map((name) => [nameKey(name), name]));
  let [best, meant] = [0.75, ""];
  for (const key of [...byKey.keys()].sort()) {
    const letters = [...key];
    const most = (2 * Math.min(letters.length, wanted.length)) / (letters.length + wanted.length || 1);
    const ratio = most < best ? 0 : (2 * shared(letters, wanted)) / (letters.length + wanted.length);
    if (ratio >= best) [best, meant] = [ratio, byKey.get(key)];
  }
  return meant;
}

/** How many letters two words share: their longest common stretch, and the same on either side of it. */
function shared(one, other) {
  let [size, from, to] = [0, 0, 0];
  let lengths = [];
  one.forEach((letter, at) => {
    const next = [];
    other.forEach((same, place) => {
      if (letter !== same) return;
      next[place] = (lengths[place - 1] ?? 0) + 1;
      if (next[place] > size) [size, from, to] = [next[place], at - next[place] + 1, place - next[place] + 1];
    });
    lengths = next;
  });
  if (!size) return 0;
  return size + shared(one.slice(0, from), other.slice(0, to)) + shared(one.slice(from + size), other.slice(to + size));
}

const named = (type, locale) => new Intl.DisplayNames(locale, { type, fallback: "none" });
const remembered = new Map();

function once(key, made) {
  if (!remembered.has(key)) remembered.set(key, made());
  return remembered.get(key);
}

function countriesIn(locale, codes) {
  const names = named("region", locale);
  return new Map(codes.map((code) => [nameKey(names.of(code) ?? code), code]));
}

/** The two letters of the country called `text`, "" if none is; `codes` are all there are. */
export function countryOf(text, codes) {
  const known = once("countries", () => {
    const elsewhere = ELSEWHERE.split("|").flatMap((row) => row.split(" ").slice(1).map((name) => [name, row.slice(0, 2)]));
    const maps = ["zh-Hant", "zh", "de", "en"].map((locale) => [...countriesIn(locale, codes)]);
    return new Map([...maps.flat(), ...elsewhere, ...codes.map((code) => [nameKey(code), code])]);
  });
  return known.get(nameKey(text)) ?? known.get(nameKey(text.trim().replace(/^the\s+/i, ""))) ?? "";
}

/** The English name of the country that `text` was probably meant to be. */
export function countryMeant(text, codes) {
  const names = named("region", "en");
  return nearest(text, codes.map((code) => names.of(code) ?? code));
}

/** `text` as a language tag in its usual case; "" if it isn't one or nobody speaks it. */
export function languageOf(text) {
  const match = TAG.exec(text.trim().toLowerCase().replaceAll("_", "-"));
  if (!match || !named("language", "en").of(match[1])) return "";
  const [, language, script = "", region = "", variants] = match;
  const told = variants ? (new Intl.DisplayNames("en", { type: "language" }).of(language + variants) ?? "") : "";
  if (variants.slice(1).split("-").some((variant) => variant && told.includes(variant.toUpperCase()) && !/^\d/.test(variant))) return "";
  const title = script && script[0].toUpperCase() + script.slice(1);
  return [language, title, region.toUpperCase()].filter(Boolean).join("-") + variants;
}

/** The tag of the language that `text` was probably meant to be. */
export function languageMeant(text) {
  const known = once("languages", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz"];
    const codes = letters.flatMap((one) => letters.map((other) => one + other));
    const rows = ["zh", "de", "en"].flatMap((locale) => {
      const names = named("language", locale);
      return codes.flatMap((code) => (languageOf(code) && names.of(code) ? [[names.of(code), code, locale]] : []));
    });
    return { byKey: new Map(rows.map(([name, code]) => [nameKey(name), code])), names: rows.filter((row) => row[2] === "en").map(([name]) => name) };
  });
  const key = nameKey(text);
  return SLIPS[key] ?? known.byKey.get(key) ?? known.byKey.get(nameKey(nearest(text, known.names))) ?? "";
}

const zones = () => once("zones", () => [...new Set([...Intl.supportedValuesOf("timeZone"), ...RENAMED])].sort());

/** True if there is a time zone called `text`, whatever its case. */
export function isZone(text) {
  const name = text.trim().replaceAll(" ", "_");
  if (!/^[A-Za-z].*\/|^UTC$/i.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** The zone whose city is `text`, else the one spelt most alike. */
export function zoneMeant(text) {
  if (/[+-][0-9]/.test(text)) return "";
  const last = nameKey(text.split("/").at(-1));
  const wanted = USUAL_ZONES[last] ?? last;
  return zones().find((zone) => nameKey(zone.split("/").at(-1)) === wanted) ?? nearest(text, zones());
}
