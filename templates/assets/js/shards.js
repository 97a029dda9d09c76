/* The terms of an edition in files, by how they begin: what a word needs is in few of them. */

/** `head` is search/index.json, `load` gives a file below search/ as data. */
export class Shards {
  constructor(head, load) {
    this.load = load;
    this.loaded = new Map(head.shards.map((begins) => [begins, null]));
  }

  /** Load every shard that may hold `begins` or, if it begins others, one of those. */
  fetch(begins) {
    const shards = isBeginning(begins) ? [...this.#shardsOf(begins)] : [this.#shardOf(begins)];
    return shards.map(async (shard) => {
      if (this.loaded.get(shard)) return;
      this.loaded.set(shard, prepared(await this.load(`terms/${fileOf(shard)}.json`)));
    });
  }

  /** Who has `term`, as [level, members, …], or undefined. */
  row(term) {
    return this.loaded.get(this.#shardOf(term))?.rows.get(term);
  }

  /** The rows of all terms that begin with `begins` and go on. */
  *beginnings(begins) {
    if (!isBeginning(begins)) return;
    for (const shard of this.#shardsOf(begins)) {
      const found = this.loaded.get(shard);
      for (let at = firstFrom(found?.terms ?? [], begins); found?.terms[at]?.startsWith(begins); at++) {
        if (found.terms[at] !== begins) yield found.rows.get(found.terms[at]);
      }
    }
  }

  *#shardsOf(begins) {
    yield this.#shardOf(begins);
    for (const shard of this.loaded.keys()) {
      if (shard.length > begins.length && shard.startsWith(begins)) yield shard;
    }
  }

  #shardOf(term) {
    const letters = Array.from(term);
    while (letters.length && !this.loaded.has(letters.join(""))) letters.pop();
    return letters.join("");
  }
}

/** One letter of an alphabet begins too many words; a character of a script without spaces doesn't. */
function isBeginning(term) {
  return term.length > 1 || term >= "\u0e00";
}

/** The rows of a shard by their terms, without the seams that some are written with. */
function prepared(written) {
  const rows = new Map(Object.entries(written).map(([term, row]) => [term.replace("|", ""), row]));
  return { rows, terms: [...rows.keys()].sort() };
}

function firstFrom(terms, begins) {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < begins) low = middle + 1;
    else high = middle;
  }
  return low;
}

function fileOf(shard) {
  return Array.from(shard, (letter) => letter.codePointAt(0).toString(16)).join("-") || "all";
}
