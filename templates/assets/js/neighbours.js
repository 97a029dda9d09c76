/* On a member's page: who comes before and after them in the list it was opened from. */

import { source } from "./data.js";
import { element } from "./dom.js";
import { Engine } from "./engine.js";
import { placeIn, question, read, write } from "./state.js";

/** Fill `nav`; its data-root leads to the edition's root, and data-handle is whose page this is. */
export async function start(nav) {
  const place = placeIn(location.search);
  if (place === null) return;
  const { root, handle } = nav.dataset;
  const { load, cards } = source(root);
  const engine = await Engine.open(load, new Date());
  const state = read(location.search, engine.head.fields.map(([name]) => name));
  const asked = question(state, Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toISOString().slice(0, 10));
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
  const way = (to, label, rel) =>
    to && element("a", { class: rel === "next" && "neighbours__next", rel, href: root + to.page + write(state, to.at) }, `${label}: `, element("bdi", {}, to.name));
  const back = element("a", { href: `${root}${write(state) || "./"}` }, "Back to the list");
  const where = element("span", {}, `${place + 1} of ${members.length.toLocaleString("en")}`);
  nav.append(back, where, ...[way(before, "Previous", "prev"), way(after, "Next", "next")].filter(Boolean));
  nav.hidden = false;
}
