/* Getting the search's files: each once, and again if it failed. */

/** `load(name)` for data and `cards(number)` for the cards of one block, below `root` (the way to the edition's root). */
export function source(root) {
  const at = (name) => new URL(`${root}search/${name}`, document.baseURI).href;
  const load = once(async (name) => {
    const answer = await fetch(at(name));
    if (!answer.ok) throw new Error(`${name} answered ${answer.status}`);
    return answer.json();
  });
  return { load, cards: once((number) => cardsOf(at(`cards/${number}.txt`))) };
}

/** `get` that is asked once for each name, unless it fails. */
export function once(get) {
  const asked = new Map();
  return (name) => {
    if (!asked.has(name)) {
      const answer = get(name);
      asked.set(name, answer);
      answer.catch(() => asked.delete(name));
    }
    return asked.get(name);
  };
}

/** The cards in a file of them. The browser reads the file as a page of its own: no script runs, no picture is loaded. */
function cardsOf(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.overrideMimeType("text/html; charset=utf-8");
    request.onload = () => {
      if (request.status === 200 && request.response) resolve([...request.response.querySelectorAll("[data-card]")]);
      else reject(new Error(`the cards answered ${request.status}`));
    };
    request.onerror = () => reject(new Error("the cards did not come"));
    request.send();
  });
}
