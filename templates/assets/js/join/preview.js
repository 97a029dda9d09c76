/* The card and the page as strangers and as members will see them, drawn anew after each change of the form. */

import { element, part } from "../dom.js";
import { pageLanguage, say } from "../words.js";
import { Arch } from "./arch.js";
import { languageOfDraft } from "./checks.js";
import { isMapping, publicPart, tidy } from "./draft.js";
import { personOf } from "./person.js";
import { drawValue, textIn } from "./shown.js";
import { nameOf, spelt } from "./called.js";
import { withheld } from "./withhold.js";

const HEAD = ["nickname", "pronouns", "avatar", "headline", "city", "country", "timezone", "sort_as", "joined"];
const REASONS = ["contact_for", "not_for"];
const CARD_SKILLS = 6;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Draws into the part `panel` of `root`. `picture` gives the address of the chosen picture, or "". */
export class Preview {
  constructor(root, rules, picture) {
    Object.assign(this, { rules, picture, panel: part(root, "panel"), arch: new Arch(() => this.#draw()) });
    this.tabs = [...root.querySelectorAll("[data-part=tab]")];
    this.tabs.forEach((tab, at) => {
      tab.addEventListener("click", () => this.#choose(at));
      tab.addEventListener("keydown", (event) => {
        if (["ArrowLeft", "ArrowRight"].includes(event.key)) this.#choose(1 - at).focus();
      });
    });
  }

  show(draft) {
    this.draft = tidy(draft);
    this.#draw();
  }

  clear() {
    this.draft = null;
    this.panel.replaceChildren();
  }

  #choose(chosen) {
    this.tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === chosen));
      tab.tabIndex = at === chosen ? 0 : -1;
    });
    this.panel.setAttribute("aria-labelledby", this.tabs[chosen].id);
    this.#draw();
    return this.tabs[chosen];
  }

  #draw() {
    if (!this.draft) return;
    const isInside = this.tabs[1].getAttribute("aria-selected") === "true";
    this.open = publicPart(this.draft, this.rules).answers;
    this.answers = isInside ? this.draft.answers : this.open;
    const { listing = "everyone" } = this.draft.answers;
    if (listing === "nobody" || (!isInside && listing !== "everyone")) {
      const nothing = isInside ? say("Members see nothing of this for now.") : say("Strangers see nothing of this: the page isn’t for them.");
      this.panel.replaceChildren(element("p", { class: "shown__nothing" }, nothing));
      return;
    }
    const person = personOf(this.draft, this.rules);
    const language = languageOfDraft(this.draft, this.rules);
    const altered = (text) => withheld(text, person, language).text;
    this.isCut = (text) => isInside && altered(text) !== text;
    this.read = isInside ? (text) => text : altered;
    this.name = this.#words("nickname") || this.#words("name") || `@${this.draft.handle || "…"}`;
    this.panel.replaceChildren(this.#card(), this.#page(isInside));
  }

  /** A field of one line, as it will be read; "" without one. */
  #words(name) {
    const answer = this.answers[name];
    return answer === undefined ? "" : this.read(textIn(answer, this.rules.language));
  }

  #mark(isOpen) {
    return isOpen ? "" : element("small", { class: "mark" }, say("members only"));
  }

  #face() {
    const address = Object.hasOwn(this.answers, "private") && this.answers === this.open ? "" : this.picture();
    return address ? element("img", { class: "avatar", src: address, alt: "" }) : this.arch.drawn(this.draft.handle, this.name);
  }

  #place() {
    const country = this.answers.country;
    const parts = [this.#words("city"), typeof country === "string" ? nameOf(country, "region") : ""].filter(Boolean);
    return parts.length > 1 ? say("{some}, {next}", { some: parts[0], next: parts[1] }) : (parts[0] ?? "");
  }

  #card() {
    const skills = [this.answers.skills ?? []].flat().map((one) => (isMapping(one) ? one.text : one)).slice(0, CARD_SKILLS);
    const [headline, place] = [this.#words("headline"), this.#place()];
    const words = element("div", { class: "card__words" },
      element("p", { class: "card__name" }, element("bdi", {}, this.name)),
      headline ? element("p", { class: "card__headline", dir: "auto" }, headline) : "",
      skills.length ? element("ul", { class: "card__skills" }, ...skills.map((skill) => element("li", {}, spelt(this.read(skill), "skills", this.rules)))) : "",
      place ? element("p", { class: "card__facts" }, place) : "");
    return element("div", {},
      element("p", { class: "label" }, say("In a list")), element("div", { class: "card" }, this.#face(), words));
  }

  #page(isInside) {
    const { fields } = this.rules;
    const has = ({ name }) => Object.hasOwn(this.answers, name) && !HEAD.includes(name);
    const rest = fields.filter(has).map((spec) => this.#section(spec, isInside));
    const headline = this.#words("headline");
    const about = [`@${this.draft.handle || "…"}`, this.#words("pronouns")].filter(Boolean).join(" · ");
    const zone = this.#words("timezone").replaceAll("_", " ");
    const where = [this.#place(), zone].filter(Boolean);
    return element("div", { class: "shown__page" },
      element("p", { class: "label" }, say("The page")),
      element("div", { class: "shown__head" }, this.#face(), element("p", { class: "shown__name" }, element("bdi", {}, this.name))),
      element("p", { class: "quiet" }, about),
      headline ? element("p", { class: "profile__headline", dir: "auto" }, headline, this.#markOf("headline")) : "",
      where.length ? element("p", { class: "quiet" }, where.join(" · "), this.#markOf("city")) : "",
      ...rest,
      rest.length ? "" : element("p", { class: "shown__nothing" }, say("What you write stands here.")));
  }

  #markOf(name) {
    return this.#mark(!Object.hasOwn(this.answers, name) || Object.hasOwn(this.open, name));
  }

  #section(spec, isInside) {
    const answer = this.answers[spec.name];
    const open = this.open[spec.name];
    const label = element("p", { class: REASONS.includes(spec.name) || spec.kind !== "items" ? "label" : "shown__title" }, spec.label, " ", this.#mark(open !== undefined));
    if (open !== undefined && spec.kind === "prose" && this.isCut(textIn(answer, this.rules.language))) {
      label.append(element("small", { class: "mark" }, say("in full for members only")));
    }
    const isOpen = (one) => !isInside || open === undefined || this.#isIn(one, open);
    const drawn = drawValue(spec, answer, {
      read: this.read, rules: this.rules, language: pageLanguage(), mark: (one) => this.#mark(isOpen(one)),
    });
    return element("div", { class: "shown__field" }, label, drawn);
  }

  #isIn(one, open) {
    if (Array.isArray(open)) return open.some((other) => same(other, one));
    return isMapping(open) && Array.isArray(one) ? Object.hasOwn(open, one[0]) : same(one, open);
  }
}
