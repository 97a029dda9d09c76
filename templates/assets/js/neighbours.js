/* On a member's page: who comes before and after them in the list it was opened from. */

import { source } from "./data.js";
import { element } from "./dom.js";
import { Engine } from "./engine.js";
import { placeIn, question, read, write } from "./state.js";
import { around, say } from "./words.js";

/** Fill `nav`; its data-root leads to the edition's root, and data-handle is whose page this is. */
export async function start(nav) {
  const place = placeIn(location.search);
  if (place === null) return;
  const { root, handle } = nav.dataset;
  const { load, cards } = source(root);
  const now = new Date();
  const engine = await Engine.open(load, now);
  const state = read(location.search, engine.head.fields.map(([name]) => name));
  const asked = question(state, now);
  await engine.prepare(asked);
  if (Object.keys(asked.filters).length || asked.overlap) await engine.complete();
  const { members } = engine.answer(asked);
  const shown = async (at) => {
    if (at < 0 || at >= members.length) return null;
    const block = await cards(Math.floor(members[at] / engine.head.block));
    const link = block[members[at] % engine.head.block].querySelector("a");
    return { at, page: link.getAttribute("href"), name: link.textContent };
  };
  const [before, self, after] = await Promise.all([shown(place - 1), shown(place), shown(place + 1)]);
  if (self?.page !== `members/${handle}/`) return; // the list has changed since
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
