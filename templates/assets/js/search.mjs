/* What is fetched once somebody searches or filters: the engine, and what shows its answers. */

export { Engine } from "./engine.mjs";
export { Filters } from "./filters.mjs";
export { reworded } from "./folding.mjs";
export { askFor, notices } from "./notices.mjs";
export { Results } from "./results.mjs";
