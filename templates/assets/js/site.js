/* What every page starts with: each element that names a module gets it. The page works without any of them. */

const MODULES = {
  copy: () => import("./copy.js"),
  directory: () => import("./directory.js"),
  list: () => import("./list.js"),
  neighbours: () => import("./neighbours.js"),
};

/** Start the module that `element` names; one that fails is told to the console, and the page lives on. */
async function start(element) {
  try {
    const module = await MODULES[element.dataset.module]();
    await module.start(element);
  } catch (error) {
    console.error(`The part “${element.dataset.module}” of this page did not start.`, error);
  }
}

document.querySelectorAll("[data-module]").forEach(start);
