// Where entries wait: sealed bytes, an id, the kind and the time, in IndexedDB. Nothing that was answered stands in it.
const name = "glidepath", rows = "entries", facts = "facts";

const asked = request =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

export async function openStore() {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(rows, { keyPath: "id" });
    opening.result.createObjectStore(facts);
  };
  const db = await asked(opening);
  // A later version of the page may need to change it: this tab must not stand in its way.
  db.onversionchange = () => db.close();

  /** On the disk when this returns; all of it or none. */
  const write = (where, work) =>
    new Promise((done, failed) => {
      const transaction = db.transaction(where, "readwrite", { durability: "strict" });
      let result;
      transaction.oncomplete = () => done(result);
      transaction.onabort = transaction.onerror = () => failed(transaction.error);
      work(transaction.objectStore(where), value => (result = value));
    });

  const change = (where, key, make, put) =>
    write(where, (store, is) => {
      const before = store.get(key);
      before.onsuccess = () => {
        const value = make(before.result);
        is(value);
        if (value !== undefined && value !== before.result) put(store, value);
      };
    });

  return {
    rows: () => asked(db.transaction(rows).objectStore(rows).getAll()),
    put: row => write(rows, store => store.put(row)),
    change: (id, make) => change(rows, id, make, (store, row) => store.put(row)),
    remove: id => write(rows, store => store.delete(id)),
    fact: key => asked(db.transaction(facts).objectStore(facts).get(key)),
    keep: (key, value) => write(facts, store => store.put(value, key)),
    changeFact: (key, make) => change(facts, key, make, (store, value) => store.put(value, key)),
    forget: key => write(facts, store => store.delete(key)),
  };
}
