/* What every page starts with: each element that names a module gets it. The page works without any of them. */

import { learn } from "./words.js";

const MODULES = {
  clock: () => import("./clock.js"),
  copy: () => import("./copy.js"),
  directory: () => import("./directory.js"),
  join: () => import("./join/join.js"),
  list: () => import("./list.js"),
  mine: () => import("./mine.js"),
  neighbours: () => import("./neighbours.js"),
  share: () => import("./share.js"),
  switch: () => import("./switch.js"),
};
/* Those that say nothing. */
const SILENT = ["list", "mine", "switch"];

/** Start the module that `element` names; one that fails is told to the console, and the page lives on. */
async function start(element, learned) {
  const name = element.dataset.module;
  try {
    const [module] = await Promise.all([MODULES[name](), SILENT.includes(name) || learned]);
    await module.start(element);
  } catch (error) {
    console.error(`The part “${name}” of this page did not start.`, error);
  }
}

const elements = [...document.querySelectorAll("[data-module]")];
const speaks = elements.some((element) => !SILENT.includes(element.dataset.module));
const learned = speaks ? learn(document.documentElement.lang).catch(console.error) : null;
elements.forEach((element) => start(element, learned));
