/* Languages and time zones that there are, and the word that was probably meant. */

const tongues = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

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

/** `text` as a language tag in its usual case; "" if it isn't one or nobody speaks it. */
export function languageOf(text) {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"));
    return /^[a-z]{2,3}(?!-[a-z]-)/.test(tag) && tongues.of(tag.split("-")[0]) ? tag : "";
  } catch {
    return "";
  }
}

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
  const zones = Intl.supportedValuesOf("timeZone");
  return zones.find((zone) => zone.toLowerCase().endsWith(`/${text.toLowerCase()}`)) ?? nearest(text, zones);
}
