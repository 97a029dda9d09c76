/* What is measured inside the page: the engine without a page around it, and the page as a visitor types. */

const AT_ONCE = 24;

/** Ask one question of a new engine. `told("data")` is called when the answer stands, `told("cards")` when its cards do. */
export async function firstResults(question) {
  const { Engine } = await import("/assets/js/search.js");
  const { source } = await import("/assets/js/data.js");
  const { load, cards } = source("/");
  const engine = await Engine.open(load, new Date());
  await engine.prepare(question);
  const { members } = engine.answer(question);
  await globalThis.told("data");
  const blocks = new Set(members.slice(0, AT_ONCE).map((member) => Math.floor(member / engine.head.block)));
  await Promise.all([...blocks].map((block) => cards(block)));
  await globalThis.told("cards");
  return members.length;
}

/**
 * Ask `typed`, lists of questions as they come into being, of an engine that has everything, `rounds` times.
 *
 * Gives {times, heap}: {text, answer, both} for each, in milliseconds the answer alone and with what goes before it, a
 * list for each round; and bytes of the heap. What a former question has left in the engine's memory is forgotten.
 */
export async function keystrokes(typed, rounds) {
  const { Engine } = await import("/assets/js/search.js");
  const { source } = await import("/assets/js/data.js");
  const engine = await Engine.open(source("/").load, new Date());
  await engine.complete();
  // A text that nobody types, so that nothing is remembered for one that somebody does.
  for (const begins of engine.head.shards) await engine.terms.fetch([{ text: `\u0000${begins}`, terms: [begins], run: true }]);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const found = [];
    for (const questions of typed) {
      engine.terms.scores.clear();
      engine.terms.slips.clear();
      for (const question of questions) found.push(await timed(engine, question));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    times.push(found);
  }
  globalThis.gc?.();
  const heap = performance.memory.usedJSHeapSize;
  return { times, heap };
}

async function timed(engine, question) {
  const started = performance.now();
  await engine.prepare(question);
  const prepared = performance.now();
  engine.answer(question);
  const answered = performance.now();
  return { text: question.text, answer: answered - prepared, both: answered - started };
}

/** {text, time} of each letter of `texts`, a list for each of the `rounds`; once before, to have everything loaded. */
export async function paints(texts, rounds) {
  const times = [];
  for (let round = 0; round <= rounds; round++) {
    const found = [];
    for (const text of texts) {
      await painted("");
      for (let end = 1; end <= text.length; end++) found.push(await painted(text.slice(0, end)));
    }
    times.push(found);
  }
  return times.slice(1);
}

/** Types `text` into the page; `time` is in milliseconds until a frame was painted after the list had changed. */
async function painted(text) {
  const [field, list, count] = ["text", "list", "count"].map((name) => document.querySelector(`[data-part="${name}"]`));
  await new Promise((resolve) => setTimeout(resolve, 20));
  let started;
  const time = await new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (count.textContent === "Searching …") return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message that is sent from within a frame is delivered once that frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - started);
        port2.postMessage(null);
      });
    });
    observer.observe(list, { childList: true });
    observer.observe(count, { childList: true });
    field.value = text;
    started = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return { text, time };
}
