// Walks the page by the Tab key. Where focus goes round without the rest of the page, Shift+Tab, Escape and keys that the page names are tried.
async function* (isThorough) {
  const MOST = 150; // steps: a trap shows in the first few after it
  const HANDLERS = "[onfocus], [onblur], [onfocusin], [onfocusout], [onkeydown], [onkeypress], [onkeyup]";
  const NAMED = /\b(?:(ctrl|control|alt|shift)\s*\+\s*)?(esc(?:ape)?|f\d{1,2}|(?<=\+\s*)[a-z0-9])\b/gi;
  const all = stops();
  if (!all.length) return [];
  // A script may also listen by a property, which nobody can see.
  if (!isThorough && !listensTo(/^(focus|blur|key)/) && !document.querySelector(HANDLERS) && !document.scripts.length) return [passed(all[0])];

  const isOutside = (ring) => {
    const now = document.activeElement;
    return !now || now === document.body || now === document.documentElement || !ring.includes(now);
  };
  const isOut = () => [null, document.body, document.documentElement].includes(document.activeElement);

  // Steps from the first stop; returns the elements among which focus goes round, none when it gets round the page or out of it.
  async function* ringFrom(first) {
    first.focus();
    const way = [first];
    for (let steps = 0; steps < MOST; steps += 1) {
      yield { press: "Tab" };
      if (isOut()) return [];
      await wait(40);
      if (isOut()) return [];
      const now = document.activeElement;
      if (now === first && (way.length > 1 || all.length === 1)) return [];
      if (way.includes(now)) return way.slice(way.indexOf(now));
      way.push(now);
    }
    return [];
  }
  // A page may take focus back after a moment, but not from the browser's own bar, which is where no element is focused.
  async function* leavesBy(key, ring) {
    for (let turn = 0; turn <= ring.length; turn += 1) {
      yield key;
      if (isOut()) return true;
      await wait(40);
      if (isOutside(ring)) return true;
    }
    return false;
  }

  const ring = yield* ringFrom(all[0]);
  if (!ring.length) return [passed(all[0])];
  const named = [...document.body.innerText.matchAll(NAMED)].map(([, modifier, key]) => ({ press: key.length > 1 ? key : key.toLowerCase(), modifier: modifier ?? "" }));
  for (const key of [{ press: "Tab", modifier: "shift" }, { press: "Escape" }, ...named]) {
    ring[0].focus();
    if (yield* leavesBy(key, ring)) return [passed(ring[0])];
  }
  return [failed(ring[0])];
}
