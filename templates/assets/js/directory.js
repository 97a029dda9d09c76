/* The directory's page: the search field, the filters, the list, and the address that tells them all. */

import { Chosen, givenUp, onlyWith } from "./chosen.js";
import { source } from "./data.js";
import { painted, part } from "./dom.js";
import { SearchField } from "./field.js";
import { Listing } from "./listing.js";
import { Memory } from "./memory.js";
import { Panel } from "./panel.js";
import * as State from "./state.js";

const PATIENCE = 400;

/** Bring the search to life; `page` holds everything by its data-part. */
export async function start(page) {
  await new Directory(page).begin();
}

class Directory {
  constructor(page) {
    this.named = (name) => part(page, name);
    this.field = new SearchField(this.named("text"), () => this.#typed());
    this.fields = page.dataset.fields.split(" ");
    this.source = source("");
    this.page = page;
    this.now = new Date();
    this.turn = 0;
    this.memory = new Memory(page, () => this.results?.shown);
    this.listing = new Listing(this.named);
    this.panel = new Panel(page, () => this.#wantFilters());
    const clear = () => this.#clear();
    this.chosen = new Chosen(this.named("chips"), { go: (state) => this.#go(state), clear, otherwise: this.field });
  }

  async begin() {
    this.named("sort").addEventListener("change", (event) => this.#go({ ...this.state, sort: event.target.value }));
    this.named("text").addEventListener("focus", () => this.#open().catch(() => {}), { once: true });
    addEventListener("popstate", () => this.#arrive({ y: 0 }));
    this.named("finder").hidden = this.named("sorting").hidden = false;
    await this.#arrive();
    // Filters beside the list cost more than the page itself, so they come with the first sign of somebody there.
    const interest = () => this.panel.isBeside && !this.wantsFilters && this.#wantFilters();
    const signs = ["pointermove", "keydown", "scroll"];
    signs.forEach((sign) => addEventListener(sign, interest, { once: true, passive: true }));
  }

  /** What is typed changes the address in place: a whole question is one step back, not each of its letters. */
  #typed() {
    const text = this.field.text;
    const isSame = !text.trim() === !this.state.text.trim();
    const sort = text.trim() ? this.state.sort : this.state.sort.replace("match", "");
    this.#go({ ...this.state, text, sort }, isSame);
  }

  /** The address says what is looked for, and the history how far one had read. */
  #arrive(top = {}) {
    this.state = State.read(location.search, this.fields);
    this.field.text = this.state.text;
    return this.#update({ ...top, ...this.memory.kept });
  }

  #go(state, inPlace = false) {
    this.state = state;
    this.memory.go(State.write(state) || location.pathname, inPlace);
    this.#update();
  }

  #clear() {
    this.field.text = "";
    this.field.focus();
    this.#go({ text: "", filters: {}, overlap: 0, zone: "", sort: "" });
  }

  #retype(word, other) {
    this.field.text = this.search.reworded(this.field.text, word, other);
    this.field.focus();
    this.#typed();
  }

  #without(condition) {
    if (condition.kind === "word") return this.#retype(condition.name, "");
    this.field.focus();
    this.#go(givenUp(this.state, condition));
  }

  #only(condition) {
    this.field.text = condition.kind === "word" ? condition.name : "";
    this.field.focus();
    this.#go(onlyWith(this.state, condition));
  }

  /** The engine, loaded when it is first needed, and again if it did not come. */
  async #open() {
    this.opening ??= import("./search.js").then(async (search) => {
      const engine = await search.Engine.open(this.source.load, this.now);
      this.search = search;
      this.chosen.fields = engine.columns.fields;
      this.results = new search.Results(this.named("list"), this.named("more"), this.source, engine.head.block);
      return engine;
    });
    try {
      return await this.opening;
    } catch (error) {
      this.opening = null;
      throw error;
    }
  }

  get #question() {
    return State.question(this.state, this.now);
  }

  /** Bring the page in line with the state; `kept` is what the history has of an earlier look at it. */
  async #update(kept = {}) {
    const turn = ++this.turn;
    const isOld = () => turn !== this.turn;
    const everybody = State.isEverybody(this.state);
    this.page.classList.toggle("asked", !State.isEverybody({ ...this.state, sort: "" }));
    this.chosen.show(this.state);
    if (everybody) this.listing.showEverybody();
    if (everybody && !this.wantsFilters) return this.memory.return(kept);
    const waiting = setTimeout(() => everybody || isOld() || this.listing.showWaiting(), PATIENCE);
    try {
      const engine = await this.#open();
      await engine.prepare(this.#question);
      if (isOld()) return;
      const first = engine.answer(this.#question);
      if (isBarelyBegun(first)) this.listing.showEverybody();
      else if (!everybody) await this.#show(first, kept.shown);
      clearTimeout(waiting);
      if (this.wantsFilters || this.panel.isBeside || !first.complete) await this.#complete(engine, !first.complete);
      await painted();
      if (isOld()) return;
      const whole = first.counts ? first : engine.answer(this.#question);
      if (!everybody && !first.complete) await this.#show(whole, kept.shown);
      if (!isOld()) this.#showFilters(engine, whole);
      if (!isOld()) this.memory.return(kept);
    } catch (error) {
      console.error(error);
      if (!isOld()) this.listing.showFailure(() => this.#update());
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Load what the counts need. The list stands without them, unless it is `needed` for the list. */
  async #complete(engine, needed) {
    try {
      await engine.complete();
    } catch (error) {
      if (needed) throw error;
      this.panel.failed();
    }
  }

  async #show(answer, shown) {
    const turn = this.turn;
    await this.results.show(answer, this.state, shown);
    if (turn !== this.turn) return;
    this.listing.showFound(answer, this.#question, this.#notices(answer));
  }

  #notices(answer) {
    const act = {
      clear: () => this.#clear(),
      instead: (word, other) => this.#retype(word, other),
      without: (condition) => this.#without(condition),
      only: (condition) => this.#only(condition),
    };
    const ask = () => this.search.askFor(this.chosen.request(this.state), State.day(this.now));
    const named = (condition) => this.chosen.called(condition, this.state);
    return this.search.notices(answer, { named, written: (word) => this.results.written(word), act, ask });
  }

  #showFilters(engine, answer) {
    if (!answer.counts) return;
    this.filters ??= new this.search.Filters(this.named("groups"), engine.columns, {
      changed: (field, slug) => this.#go(State.toggled(this.state, field, slug)),
      overlapped: (overlap) => this.#go({ ...this.state, overlap, zone: overlap ? this.#question.zone : "" }),
    });
    this.filters.show(answer, this.state, this.#question.zone);
    this.chosen.show(this.state);
    this.panel.ready(answer.members.length);
  }

  /** The filters are to be seen: load what they need. Whatever is asked meanwhile shows them with its own answer. */
  async #wantFilters() {
    const turn = this.turn;
    this.wantsFilters = true;
    try {
      const engine = await this.#open();
      await Promise.all([engine.complete(), engine.prepare(this.#question)]);
      if (turn === this.turn) this.#showFilters(engine, engine.answer(this.#question));
    } catch (error) {
      console.error(error);
      this.panel.failed();
    }
  }
}

/** True of a question of one letter that is nobody's tag: whoever typed it isn't done. */
function isBarelyBegun({ words, members, conditions }) {
  return members.length === 0 && conditions.length === 1 && words[0]?.text.length === 1 && !words[0].run;
}
