/* The list of those who were found: their cards, a screenful at a time, with the words marked and the reason shown. */

import { button, element, painted } from "./dom.js";
import { fold } from "./folding.js";
import { excerpt, find, mark } from "./marks.js";
import { write } from "./state.js";
import { around, count, say } from "./words.js";

const AT_ONCE = 24;
/* As many as one sees: they are drawn before the others are fetched. */
const AT_FIRST = matchMedia("(min-width: 40rem)").matches ? 8 : 4;
const REASONS = 2;

/** Shows answers in `list`, and below it a way to see more. `block` is how many cards come in one file. */
export class Results {
  constructor(list, more, source, block) {
    Object.assign(this, { list, more, source, block, shown: 0, turn: 0 });
  }

  /** How the folded `word` is written where it is marked. */
  written(word) {
    const marks = [...this.list.querySelectorAll("mark")].map((mark) => mark.textContent);
    return marks.find((text) => fold(text) === word) ?? word;
  }

  /** Show the first `count` of `answer`, or as many as fit; resolves once they stand there. */
  async show(answer, state, count = 0) {
    const turn = ++this.turn;
    const first = await this.#cards(answer, state, 0, AT_FIRST);
    if (turn !== this.turn) return;
    this.list.replaceChildren(...first);
    this.more.replaceChildren();
    this.#explain(first, answer, 0);
    const rest = this.#showRest(answer, state, Math.max(count, AT_ONCE));
    if (count > AT_FIRST) await rest;
  }

  async #showRest(answer, state, count) {
    const turn = this.turn;
    await painted();
    if (turn !== this.turn) return;
    const cards = await this.#cards(answer, state, AT_FIRST, count);
    if (turn !== this.turn) return;
    this.list.append(...cards);
    this.#offerMore(answer, state, Math.min(count, answer.members.length));
    this.#explain(cards, answer, AT_FIRST);
  }

  async #showMore(answer, state) {
    const turn = this.turn;
    const first = this.shown;
    const cards = await this.#cards(answer, state, first, first + AT_ONCE);
    if (turn !== this.turn) return;
    this.list.append(...cards);
    this.#offerMore(answer, state, first + cards.length);
    cards[0]?.querySelector("a")?.focus();
    this.#explain(cards, answer, first);
  }

  #offerMore(answer, state, shown) {
    this.shown = shown;
    const rest = answer.members.length - shown;
    const label = count("Show {n} more", "Show {n} more", Math.min(rest, AT_ONCE));
    this.more.replaceChildren(...(rest > 0 ? [button(label, "button", () => this.#showMore(answer, state))] : []));
  }

  #cards(answer, state, from, to) {
    return Promise.all(answer.members.slice(from, to).map((member, at) => this.#card(member, write(state, from + at), answer)));
  }

  async #card(member, asked, answer) {
    try {
      const cards = await this.source.cards(Math.floor(member / this.block));
      const card = document.importNode(cards[member % this.block], true);
      const link = card.querySelector("a");
      link.setAttribute("href", link.getAttribute("href") + asked);
      card.marked = mark(card, answer.words);
      return card;
    } catch {
      return element("li", { class: "card card--missing" }, say("This card did not come. It will when you search again."));
    }
  }

  /** Below each card where a word isn't to be seen, say where it stands, as soon as that is known. */
  #explain(cards, answer, first) {
    cards.forEach(async (card, at) => {
      const missing = answer.words.map((_, word) => word).filter((word) => !card.marked?.has(word));
      if (!card.marked || missing.length === 0) return;
      const member = answer.members[first + at];
      const block = await this.source.load(`texts/${Math.floor(member / this.block)}.json`).catch(() => null);
      const reasons = block ? reasonsIn(block[member % this.block], answer.words, new Set(missing)) : [];
      card.querySelector("[data-part=words]").append(...reasons);
    });
  }
}

/** The first passages that hold what is `missing`, each named by its field; words as they stand before beginnings. */
function reasonsIn(passages, words, missing) {
  const reasons = [];
  const all = passages.map(([label, text, lang]) => ({ label, text, lang, found: find(text, words) }));
  const exactly = all.map((one) => ({ ...one, found: one.found.filter((spot) => spot.exact) }));
  for (const { label, text, lang, found } of [...exactly, ...all]) {
    const told = found.flatMap((one) => one.words).filter((word) => missing.has(word));
    if (told.length === 0) continue;
    told.forEach((word) => missing.delete(word));
    const field = element("span", { class: "card__where" }, label);
    const passage = element("span", { dir: "auto", lang }, ...excerpt(text, found));
    reasons.push(element("p", { class: "card__reason" }, ...around(say("{field}: {passage}"), { field, passage })));
    if (missing.size === 0 || reasons.length === REASONS) break;
  }
  return reasons;
}
