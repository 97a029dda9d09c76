/* Beginning with what is public already: the files of drafts beside the page, one for each two letters of a handle. */

const found = new Map();

/** {file, answers} of the member `handle`, or null if no stranger sees one. */
export async function draftOf(handle, rules) {
  const shard = handle.slice(0, 2);
  if (!rules.shards.includes(shard)) return null;
  if (!found.has(shard)) found.set(shard, fetched(shard));
  const drafts = await found.get(shard).catch((error) => {
    // Another time it may be there.
    found.delete(shard);
    throw error;
  });
  return Object.hasOwn(drafts, handle) ? drafts[handle] : null;
}

async function fetched(shard) {
  const answer = await fetch(new URL(`../../../join/drafts/${shard}.json`, import.meta.url));
  if (!answer.ok) throw new Error(`the drafts of ${shard} answered ${answer.status}`);
  return answer.json();
}

/** The handle that the address asks for, as in ?edit=ada. */
export function asked() {
  return new URLSearchParams(location.search).get("edit") ?? "";
}
