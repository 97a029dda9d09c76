/* The filters: for each field its values with their counts, those of most people first, and what is chosen above all. */

import { button, element } from "./dom.js";
import { fold } from "./folding.js";
import { chosenIn } from "./state.js";
import { HOURS } from "./tally.js";
import { count, number, say } from "./words.js";

const VALUES = 6;
const MORE = 30;
const LONG = 12;

/** Fills `panel` with the fields of `columns`, and calls `changed(field, slug)` or `overlapped(hours)` when one is chosen. */
export class Filters {
  constructor(panel, columns, { changed, overlapped }) {
    this.fields = columns.fields.map((field) => new Field(field, changed));
    this.hours = new Hours(overlapped);
    panel.replaceChildren(...this.fields.map((field) => field.group), this.hours.group);
  }

  /** Show what `answer` counts and `state` has chosen. */
  show(answer, state, zone) {
    this.fields.forEach((field, at) => field.show(answer.counts[at], chosenIn(state, field.name)));
    this.hours.show(answer.hours, state.overlap, zone);
  }
}

class Field {
  constructor({ name, label, lang, values }, changed) {
    Object.assign(this, { name, values, changed, boxes: new Map(), most: VALUES, counts: null, chosen: [] });
    this.list = element("ul");
    this.silent = element("p", { class: "quiet" });
    this.more = button("", "facet__more", () => this.#grow());
    const legend = element("legend", { class: "facet__label", lang, tabindex: "-1" }, label);
    this.group = element("fieldset", { class: "facet", "data-field": name }, legend);
    if (values.length > LONG) this.group.append(this.#finder(label));
    this.group.append(this.list, this.more, this.silent);
  }

  show(counts, chosen) {
    Object.assign(this, { counts, chosen });
    const inUse = this.list.contains(document.activeElement); // what has the focus stays where it is
    const shown = inUse ? [...this.list.children].map((item) => item.value) : this.#worthShowing();
    const items = shown.map((at) => this.#item(at));
    if (!inUse) this.list.replaceChildren(...items);
    const rest = this.matching.length - items.length;
    this.more.textContent = count("{n} more", "{n} more", Math.min(rest, MORE));
    this.more.hidden = rest <= 0;
    this.silent.textContent = silence(counts.silent);
    this.group.hidden = this.matching.length === 0 && !this.find?.value;
    if (this.find) this.find.hidden = this.matching.length <= VALUES && !this.find.value;
  }

  /** The values to show: the chosen ones, then those of most people; none that would find nobody. */
  #worthShowing() {
    const asked = fold(this.find?.value ?? "");
    const { found } = this.counts;
    const all = this.values.map((_, at) => at);
    const isChosen = (at) => this.chosen.includes(this.values[at].slug);
    const fits = (at) => (asked ? fold(this.values[at].text).includes(asked) && (found[at] || isChosen(at)) : found[at] || isChosen(at));
    this.matching = all.filter(fits).sort((one, other) => isChosen(other) - isChosen(one) || found[other] - found[one] || one - other);
    return this.matching.slice(0, Math.max(this.most, this.chosen.length));
  }

  #item(at) {
    const { slug, text, lang } = this.values[at];
    if (!this.boxes.has(at)) {
      const box = element("input", { type: "checkbox", class: "facet__box" });
      box.addEventListener("change", () => this.changed(this.name, slug));
      const count = element("span", { class: "facet__count" });
      const label = element("label", { class: "facet__choice" }, box, element("span", { dir: "auto", lang }, text), count);
      const item = element("li", {}, label);
      item.value = at;
      this.boxes.set(at, { item, box, count });
    }
    const { item, box, count } = this.boxes.get(at);
    box.checked = this.chosen.includes(slug);
    count.textContent = number(this.counts.found[at]);
    return item;
  }

  #finder(label) {
    const said = { placeholder: say("Find"), "aria-label": say("Find in {field}", { field: label }) };
    const input = element("input", { type: "search", class: "facet__find", ...said });
    input.addEventListener("input", () => this.show(this.counts, this.chosen));
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    this.find = input;
    return input;
  }

  #grow() {
    const shown = this.list.children.length;
    this.most = shown + MORE;
    this.show(this.counts, this.chosen);
    this.list.children[shown]?.querySelector("input").focus();
  }
}

class Hours {
  constructor(overlapped) {
    this.options = [0, ...HOURS].map((hours) => {
      const box = element("input", { type: "radio", name: "shared-hours", class: "facet__box", value: hours });
      box.addEventListener("change", () => overlapped(hours));
      const found = element("span", { class: "facet__count" });
      const label = element("label", { class: "facet__choice" }, box, element("span", {}, atLeast(hours)), found);
      return { hours, box, found, item: element("li", {}, label) };
    });
    this.about = element("p", { class: "quiet" });
    this.silent = element("p", { class: "quiet" });
    const legend = element("legend", { class: "facet__label", tabindex: "-1" }, say("Working hours shared with mine"));
    const list = element("ul", {}, ...this.options.map((option) => option.item));
    this.group = element("fieldset", { class: "facet", "data-field": "shared-hours" }, legend, this.about, list, this.silent);
  }

  show(counts, overlap, zone) {
    const someSay = counts && (overlap > 0 || counts.found.some(Boolean));
    this.group.hidden = !someSay;
    if (!someSay) return;
    this.about.textContent = say("Nine to five, seen from {zone}.", { zone: zone.replaceAll("_", " ") });
    this.options.forEach(({ hours, box, found }, at) => {
      box.checked = hours === overlap;
      found.textContent = hours ? number(counts.found[at - 1]) : "";
    });
    this.silent.textContent = silence(counts.silent);
  }
}

function atLeast(hours) {
  return hours ? count("at least {n} hour", "at least {n} hours", hours) : say("any");
}

/** “3 don’t say”, or nothing where everybody does. */
function silence(n) {
  return n ? count("{n} doesn’t say", "{n} don’t say", n) : "";
}
