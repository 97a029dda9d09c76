/* What somebody looks for, as the address of the page has it, so that it can be shared and one can go back to it. */

import { isZone, ownZone } from "./zones.js";

const TEXT = "q";
// No field's name holds a hyphen, so these can't be taken for one.
const SORT = "sort-by";
const HOURS = "shared-hours";
const ZONE = "time-zone";
const PLACE = "list-at";

/** How the people who were found can be sorted. */
export const SORTS = ["match", "newest", "name", "shuffle"];

/**
 * What `search`, the query part of an address, asks for: {text, filters, overlap, zone, sort}.
 *
 * Of its filters only those of `fields` count: whoever shares an address may have hung something else on it.
 */
export function read(search, fields) {
  const asked = new URLSearchParams(search);
  const filters = {};
  for (const name of fields) {
    const values = [...new Set(asked.getAll(name).filter(Boolean))];
    if (values.length) filters[name] = values;
  }
  const overlap = Number(asked.get(HOURS));
  const sort = asked.get(SORT);
  return {
    text: asked.get(TEXT) ?? "",
    filters,
    overlap: overlap > 0 && overlap <= 8 ? overlap : 0,
    zone: asked.get(ZONE) ?? "",
    sort: SORTS.includes(sort) && (sort !== "match" || asked.get(TEXT)) ? sort : "",
  };
}

/** The same the other way round, "" for everybody. `place` is that of a member in the list, if it is theirs to know. */
export function write({ text, filters, overlap, zone, sort }, place) {
  const asked = new URLSearchParams();
  if (text.trim()) asked.set(TEXT, text.trim());
  for (const name of Object.keys(filters).sort()) [...filters[name]].sort().forEach((value) => asked.append(name, value));
  if (overlap) asked.set(HOURS, overlap);
  if (overlap && zone) asked.set(ZONE, zone);
  if (sort) asked.set(SORT, sort);
  if (place !== undefined) asked.set(PLACE, place);
  const written = asked.toString();
  return written && `?${written}`;
}

/** The place in the list from which a member's page was opened, -1 if the list didn't know, or null. */
export function placeIn(search) {
  const place = new URLSearchParams(search).get(PLACE);
  if (place === "") return -1;
  return place !== null && /^\d{1,7}$/.test(place) ? Number(place) : null;
}

/** True if `state` asks for nobody in particular, in no particular order. */
export function isEverybody({ text, filters, overlap, sort }) {
  return !text.trim() && Object.keys(filters).length === 0 && !overlap && !sort;
}

/** The question for the engine as it is asked at the moment `now`, a Date. */
export function question(state, now) {
  const sort = state.sort || (state.text.trim() ? "match" : "newest");
  return { ...state, sort, zone: isZone(state.zone) ? state.zone : ownZone(), day: day(now) };
}

/** The day of the moment `now` as 2026-11-21, the same all over the world. */
export function day(now) {
  return now.toISOString().slice(0, 10);
}

/** The values chosen in `field`; a field may be called as something that every object has. */
export function chosenIn(state, field) {
  return Object.hasOwn(state.filters, field) ? state.filters[field] : [];
}

/** `state` with the value `slug` of `field` chosen or no longer chosen. */
export function toggled(state, field, slug) {
  const chosen = chosenIn(state, field);
  const values = chosen.includes(slug) ? chosen.filter((one) => one !== slug) : [...chosen, slug];
  return withValues(state, field, values);
}

/** `state` with exactly `values` chosen in `field`. */
export function withValues(state, field, values) {
  const { [field]: _, ...others } = state.filters;
  return { ...state, filters: values.length ? { ...others, [field]: values } : others };
}
