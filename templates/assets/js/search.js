/* What is fetched once somebody searches or filters: the engine, and what shows its answers. */

export { Engine } from "./engine.js";
export { Filters } from "./filters.js";
export { reworded } from "./folding.js";
export { askFor, notices } from "./notices.js";
export { Results } from "./results.js";
