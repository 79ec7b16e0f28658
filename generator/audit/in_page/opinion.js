// What a second engine finds by the rules that it is asked for: each place named as axe would name it.
function opinions(engine, ids) {
  engine.clearAllCaches();
  const asked = engine.rules.filter(({ id }) => ids.includes(id));
  const found = asked.map(({ id, run }) => [id, run(document).map(({ element, selector }) => place(element ?? document.querySelector(selector)))]);
  return { version: engine.version, asked: asked.length, found: Object.fromEntries(found.filter(([, places]) => places.length)) };
}
