/*
 * What a member's page says of them that strangers see, too. All that one passes on is read here.
 *
 * In the edition for members the page says more. So a field counts only where it says that it is open (data-open), whole
 * or item by item, and what isn't marked stays where it is. Ways to be reached are read on a page, not collected: what
 * else holds one gets a gap.
 */

import { part } from "./dom.js";

const GAP = "…";
/* Scripts that set no space beside an address don't make it part of a word, so only Latin letters do. */
const [BEFORE, AFTER] = ["(?<![0-9A-Za-zÀ-ɏ_])", "(?![0-9A-Za-zÀ-ɏ_])"];
const LISTS = ["tags", "availability", "languages", "entries", "dated"];

/** What the page has ready of its member, and what its head says: {handle, name, place, address, pronouns, headline, …}. */
export function passedOn() {
  const head = (name) => withoutWays(document.querySelector(`[data-head="${name}"]`)?.textContent ?? "");
  return { ...part(document, "passed").dataset, pronouns: head("pronouns"), headline: head("headline") };
}

/** Every open field in the page's order: {kind, label, items: [{text, day}]}; a field of one text has one item. */
export function openFields() {
  return [...document.querySelectorAll("[data-told][data-open]")].map((field) => ({
    kind: kindOf(field),
    label: field.querySelector("h2, h3").textContent,
    items: itemsOf(field),
  }));
}

/** The open tags of the field `name`, without those that are a way to reach somebody. */
export function tagsOf(name) {
  const fields = [...document.querySelectorAll("[data-told][data-open]")].filter((one) => one.dataset.told.startsWith(`${name} `));
  const isWay = patternOf(ways().filter((way) => !/^\p{L}+$/u.test(way)));
  const tags = fields.flatMap((field) => partsOf(field).map((item) => textOf(item)));
  return tags.filter((tag) => !isWay || tag.search(isWay) < 0);
}

/** `text` with a gap for each way to reach this member, whatever its case and spacing. */
function withoutWays(text) {
  const found = patternOf(ways());
  return found ? text.replace(found, GAP) : text;
}

function kindOf(field) {
  return field.dataset.told.split(" ")[1];
}

function itemsOf(field) {
  return partsOf(field).map((item) => ({
    text: withoutWays(textOf(item)),
    day: item.querySelector("[data-day]")?.textContent ?? "",
  }));
}

/** The open items of a list; of another field what stands below its label. */
function partsOf(field) {
  if (!LISTS.includes(kindOf(field))) return [field.lastElementChild];
  return [...field.querySelectorAll("li")].filter((item) => field.dataset.open === "all" || "open" in item.dataset);
}

function textOf(item) {
  const text = item.matches("[dir]") ? item : item.querySelector("[dir]");
  return (text ?? item).innerText.trim();
}

function ways() {
  return [...document.querySelectorAll("[data-way]")].map((way) => way.textContent.trim()).filter(Boolean);
}

/** A pattern for `texts` where they stand alone, the longest first: one may begin another. */
function patternOf(texts) {
  if (!texts.length) return null;
  const ordered = [...texts].sort((one, other) => other.length - one.length);
  return new RegExp(ordered.map(alone).join("|"), "giu");
}

function alone(text) {
  const body = text.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
  const isWord = (letter) => /[\p{L}\p{N}]/u.test(letter);
  const letters = [...text];
  return (isWord(letters[0]) ? BEFORE : "") + body + (isWord(letters.at(-1)) ? AFTER : "");
}
