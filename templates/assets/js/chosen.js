/* What is chosen, in words: the chips above the list, and how a condition is called in a sentence. */

import { button, element } from "./dom.js";
import { toggled, withValues } from "./state.js";
import { count, either, listed, quoted, say } from "./words.js";

/** Shows in `list` what a state has chosen; `go(state)` is called when something is taken back. */
export class Chosen {
  constructor(list, { go, clear, otherwise }) {
    Object.assign(this, { list, go, clear, otherwise, fields: [] });
  }

  /** Show what `state` has chosen. The one after the chip that was taken back is focused, or what `otherwise` gives. */
  show(state) {
    this.state = state;
    const chosen = Object.entries(state.filters).flatMap(([field, slugs]) =>
      slugs.map((slug) => ({ label: this.text(field, slug), without: (now) => toggled(now, field, slug) })),
    );
    if (state.overlap) chosen.push({ label: hoursShared(state.overlap), without: withoutOverlap });
    const said = JSON.stringify(chosen.map(({ label }) => label));
    if (said === this.said) return; // what has the focus isn't drawn anew without need
    this.said = said;
    const chips = chosen.map(({ label, without }, at) => element("li", {}, this.#chip(label, without, at)));
    if (chosen.length) chips.push(element("li", {}, button(say("Clear all"), "link", this.clear)));
    this.list.replaceChildren(...chips);
  }

  #chip(label, without, at) {
    const act = () => {
      this.go(without(this.state));
      const others = this.list.querySelectorAll(".chip");
      (others[at] ?? others[at - 1] ?? this.otherwise).focus();
    };
    return button(label, "chip chip--chosen", act, { "aria-label": say("Remove the filter {label}", { label }) });
  }

  /** How a value is written; before the columns are here, its address has to do. */
  text(field, slug) {
    const known = this.fields.find((one) => one.name === field)?.bySlug.get(slug);
    return known?.text ?? slug.replaceAll("-", " ");
  }

  /** A condition of an answer in words. */
  called({ kind, name }, state) {
    if (kind === "word") return quoted(name);
    if (kind === "overlap") return hoursShared(Number(name));
    return either(state.filters[name].map((slug) => quoted(this.text(name, slug))));
  }

  /** What `state` looks for as one request. */
  request(state) {
    const anyOf = ([field, slugs]) => either(slugs.map((slug) => this.text(field, slug)));
    const wanted = Object.entries(state.filters).map(anyOf);
    const sought = listed([state.text.trim(), ...wanted, state.overlap && hoursShared(state.overlap)].filter(Boolean));
    return say("I am looking for somebody: {sought}", { sought });
  }
}

/** `state` without the condition of the given kind and name; a word is left to who knows the text. */
export function givenUp(state, { kind, name }) {
  return kind === "field" ? withValues(state, name, []) : withoutOverlap(state);
}

/** `state` with nothing but that condition. */
export function onlyWith(state, { kind, name }) {
  const nothing = { ...state, text: "", filters: {}, overlap: 0, zone: "" };
  if (kind === "word") return { ...nothing, text: name };
  if (kind === "field") return withValues(nothing, name, state.filters[name]);
  return { ...nothing, overlap: state.overlap, zone: state.zone };
}

function withoutOverlap(state) {
  return { ...state, overlap: 0, zone: "" };
}

function hoursShared(hours) {
  return count("{n} shared working hour", "{n} shared working hours", hours);
}
