/* On a member's page: who comes before and after them in the list it was opened from. */

import { element } from "./dom.js";
import { placeIn, question, read, write } from "./state.js";
import { around, say } from "./words.js";

/* How many of those who are found by a handle are looked at: it may be the beginning of others, or a word. */
const ALIKE = 8;

/** Fill `nav`; its data-root leads to the edition's root, and data-handle is whose page this is. */
export async function start(nav) {
  const told = placeIn(location.search);
  if (told === null) return;
  // Who comes from no list needs no search.
  const [{ source }, { Engine }] = await Promise.all([import("./data.js"), import("./engine.js")]);
  const { root, handle } = nav.dataset;
  const own = `members/${handle}/`;
  const { load, cards } = source(root);
  const now = new Date();
  const engine = await Engine.open(load, now);
  const state = read(location.search, engine.head.fields.map(([name]) => name));
  const asked = question(state, now);
  await engine.prepare(asked);
  if (Object.keys(asked.filters).length || asked.overlap) await engine.complete();
  const { members } = engine.answer(asked);
  const link = async (member) => {
    const block = await cards(Math.floor(member / engine.head.block));
    return block[member % engine.head.block].querySelector("a");
  };
  const shown = async (at) => {
    if (at < 0 || at >= members.length) return null;
    const found = await link(members[at]);
    return { at, page: found.getAttribute("href"), name: found.textContent };
  };
  const isOwn = async (member) => (await link(member)).getAttribute("href") === own;
  const place = told < 0 ? members.indexOf(await called(handle, engine, now, isOwn)) : told;
  const [before, self, after] = await Promise.all([shown(place - 1), shown(place), shown(place + 1)]);
  if (self?.page !== own) return; // the list has changed since
  const way = (to, label, rel) => {
    const address = root + to.page + write(state, to.at);
    const name = element("bdi", {}, to.name);
    return element("a", { class: rel === "next" && "neighbours__next", rel, href: address }, ...around(label, { name }));
  };
  const back = element("a", { href: `${root}${write(state) || "./"}` }, say("Back to the list"));
  nav.append(back, element("span", {}, say("{place} of {all}", { place: place + 1, all: members.length })));
  if (before) nav.append(way(before, say("Previous: {name}"), "prev"));
  if (after) nav.append(way(after, say("Next: {name}"), "next"));
  nav.hidden = false;
}

/** The member who is called `handle`, by number: the later pages of a list don't know how many come before them. */
async function called(handle, engine, now, isOwn) {
  const asked = question(read(`?q=${handle}`, []), now);
  await engine.prepare(asked);
  for (const member of engine.answer(asked).members.slice(0, ALIKE)) {
    if (await isOwn(member)) return member;
  }
  return undefined;
}
