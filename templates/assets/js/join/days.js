/* Days as introductions write them. */

import { quoted, say } from "../words.js";

const EXAMPLE = "2026-03-01";

/** The beginning of `text` in quotation marks. */
export const quote = (text) => quoted([...text.trim()].slice(0, 60).join(""));

/** True if `text` writes a day as year-month-day; else false, with a problem. */
export function day(text, name, at, { rules, note }) {
  const field = rules.called(name);
  const iso = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text.trim());
  if (iso && isDay(...iso.slice(1).map(Number))) return true;
  if (iso) {
    const message = say("There is no such day as {value} ({field}).", { value: quote(text), field });
    note("no-such-date", message, { at, fix: say("Give a day that is in the calendar.") });
    return false;
  }
  const usual = /^([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})$|^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$/.exec(text.trim());
  const [of, month, year] = usual?.[1] ? usual.slice(1, 4) : [usual?.[6], usual?.[5], usual?.[4]];
  const fix = usual ? `${year}-${month.padStart(2, "0")}-${of.padStart(2, "0")}` : say("As in {example}.", { example: EXAMPLE });
  const message = say("{field} takes a date as year-month-day, not {value}.", { field, value: quote(text) });
  note("no-such-date", message, { at, fix });
  return false;
}

function isDay(year, month, of) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, of);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === of;
}

/** Notes a problem unless `text` writes a day of every year. Gives no texts. */
export function everyYear(text, { name, rules, note }) {
  const match = /^(?:--)?([0-9]{2})-([0-9]{2})$/.exec(text.trim());
  if (!match || !isDay(2000, Number(match[1]), Number(match[2]))) {
    const message = say("{field} takes month-day, without the year, not {value}.", { field: rules.called(name), value: quote(text) });
    note("no-such-date", message, { fix: say("As in {example}.", { example: "03-14" }) });
  }
  return [];
}
