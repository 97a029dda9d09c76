/* What is chosen, in words: the chips above the list, and how a condition is called in a sentence. */

import { button, element } from "./dom.js";
import { toggled, withValues } from "./state.js";

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
    if (chosen.length) chips.push(element("li", {}, button("Clear all", "link", this.clear)));
    this.list.replaceChildren(...chips);
  }

  #chip(label, without, at) {
    const act = () => {
      this.go(without(this.state));
      const others = this.list.querySelectorAll(".chip");
      (others[at] ?? others[at - 1] ?? this.otherwise).focus();
    };
    return button(label, "chip chip--chosen", act, { "aria-label": `Remove the filter ${label}` });
  }

  /** How a value is written; before the columns are here, its address has to do. */
  text(field, slug) {
    const known = this.fields.find((one) => one.name === field)?.bySlug.get(slug);
    return known?.text ?? slug.replaceAll("-", " ");
  }

  /** A condition of an answer in words. */
  called({ kind, name }, state) {
    if (kind === "word") return `“${name}”`;
    if (kind === "overlap") return hoursShared(name);
    return state.filters[name].map((slug) => `“${this.text(name, slug)}”`).join(" or ");
  }

  /** What `state` looks for as one request. */
  request(state) {
    const anyOf = ([field, slugs]) => slugs.map((slug) => this.text(field, slug)).join(" or ");
    const wanted = Object.entries(state.filters).map(anyOf);
    return `I am looking for somebody: ${[state.text.trim(), ...wanted].filter(Boolean).join(", ")}`;
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
  return `${hours} shared working hours`;
}
