// Pages put one after the other into the document of the first, and judged there in every window: a navigation costs more
// than all the rest. axe reads the whole document each time; only what it would say again of the same looks is not asked again.
const decided = new Map(); // { level: looks of texts whose contrast axe has passed, or never judges }
const shownNarrowly = new Set(); // what is shown in the narrow window only, and was found to change nothing
const files = new Map();
let mine; // the setting of this document

const parsed = (text) => new DOMParser().parseFromString(text, "text/html");
const isThere = (address) => {
  if (!files.has(address)) files.set(address, parent.fetch(address, { method: "HEAD" }).then(({ ok }) => ok, () => false));
  return files.get(address);
};
const resolved = (node, name, base) => new URL(node.getAttribute(name), base).href;
const addresses = (page, base) => [
  ...[...page.querySelectorAll("[src]")].map((node) => resolved(node, "src", base)),
  ...[...page.querySelectorAll("link[rel~='icon' i]")].map((node) => resolved(node, "href", base)),
];
const inSheets = () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(({ cssText }) =>
  [...cssText.matchAll(/url\("((?!data:)[^"]+)"\)/g)].map(([, address]) => new URL(address, sheet.href ?? location.href).href)));

// Whether this document can take in other pages: its styles are whole.
async function isWhole() {
  const sheets = [...document.querySelectorAll("link[rel~='stylesheet' i]")];
  if (sheets.some(({ sheet }) => !sheet)) return false;
  return (await Promise.all(inSheets().map(isThere))).every(Boolean);
}

// Whether a control may be too small to hit (WCAG 2.2, 2.5.8): axe need not be asked of a page where each is large enough, or far
// enough from all others.
const TARGETS = "target-size";
const LARGE = 24; // CSS pixels
const CONTROLS = "a[href], area[href], button, input, select, textarea, summary, label, [role], [tabindex]";
const middle = ({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
const isSmall = ({ box }) => box.width < LARGE || box.height < LARGE;
const isNear = (one, other) => {
  const { x, y } = middle(one.box);
  const [dx, dy] = [Math.max(other.box.left - x, x - other.box.right, 0), Math.max(other.box.top - y, y - other.box.bottom, 0)];
  const far = middle(other.box);
  return Math.hypot(dx, dy) < LARGE / 2 || (isSmall(other) && Math.hypot(far.x - x, far.y - y) < LARGE);
};
function mayBeMissed(all) {
  const targets = all.filter(({ node, isUnseen }) => !isUnseen && node.matches(CONTROLS));
  return targets.some((one) => !one.isOrderly || (isSmall(one) && targets.some((other) => !other.node.contains(one.node) && !one.node.contains(other.node) && isNear(one, other))));
}

// Why *text*, the page of *address*, cannot be put into this document; nothing when it can.
async function refusal(text, address) {
  const page = parsed(text);
  const base = new URL(address, location.origin).href;
  if (!isAdmitted(page)) return "content";
  if (setting(page, base) !== mine) return `setting ${setting(page, base)}`;
  return (await Promise.all(addresses(page, base).map(isThere))).every(Boolean) ? "" : "file";
}

const isSheet = (node) => node.localName === "link" && words(node.getAttribute("rel")).includes("stylesheet");
const isKept = (node) => isSheet(node) || node.getAttribute("http-equiv");

// A sheet that is moved is loaded again: so what stands around the sheets is replaced, and they stay.
function putHead(head) {
  const [mine, theirs] = [document.head, head].map((one) => [...one.children].filter(isKept));
  for (const node of [...document.head.childNodes]) if (!mine.includes(node)) node.remove();
  let next = 0;
  for (const node of [...head.childNodes]) {
    if (node === theirs[next]) {
      for (const { name, value } of node.attributes) if (name !== "href" && mine[next].getAttribute(name) !== value) mine[next].setAttribute(name, value);
      next += 1;
    } else document.head.insertBefore(document.adoptNode(node), mine[next] ?? null);
  }
}

function put(text, address) {
  const page = parsed(text);
  history.replaceState(null, "", address);
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  for (const { name, value } of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
  putHead(page.head);
  document.adoptedStyleSheets = []; // of a rule that was left in the middle
  document.body.replaceWith(document.adoptNode(page.body));
  scrollTo(0, 0);
  return Promise.all([...document.images].map((image) => image.complete || new Promise((resolve) => {
    image.addEventListener("load", resolve);
    image.addEventListener("error", resolve);
  })));
}

const resize = ({ width, height }) => {
  frameElement.style.width = `${width}px`;
  frameElement.style.height = `${height}px`;
};

const FIELDS = "input, select, textarea";
const isWorded = (node) => /[\p{L}\p{N}]/u.test(ownText(node)) || node.matches(FIELDS);
const sign = ({ node, look }) => (isWorded(node) ? look : `${look} ${ownText(node)}`); // axe asks of signs alone what they are

// What axe says of the contrast of the texts that do not look like one that it has passed.
async function contrasts(all, options, rules) {
  const known = decided.get(rules.join()) ?? new Set();
  decided.set(rules.join(), known);
  const open = all.filter((one) => !(one.isOrderly && known.has(sign(one))) && (ownText(one.node) || one.node.matches(FIELDS)));
  if (!open.length || !rules.length) return [];
  const result = await axed({ include: open.map(({ node }) => node) }, { ...options, runOnly: rules, rules: {}, resultTypes: ["passes", "violations", "incomplete"] });
  const judged = new Map();
  const note = (results, isPassed) => results.forEach(({ nodes: found }) => found.forEach((node) => {
    const one = element(node);
    judged.set(one, (judged.get(one) ?? true) && isPassed);
  }));
  note(result.passes, true);
  note([...result.violations, ...result.incomplete], false);
  const doubted = new Set(open.filter(({ node }) => judged.get(node) === false).map(sign));
  for (const one of open) {
    const isNothing = !judged.has(one.node) && (one.isUnseen || !isWorded(one.node)); // nor will it be next time
    if (one.isOrderly && !doubted.has(sign(one)) && (judged.get(one.node) || isNothing)) known.add(sign(one));
  }
  return [result];
}

// The outermost elements that look or show otherwise in one of two windows than in the other.
function changes(wide, narrow) {
  const before = new Map(wide.map(({ node, ink }) => [node, ink]));
  const now = new Map(narrow.map(({ node, ink }) => [node, ink]));
  const isChanged = (node) => before.get(node) !== now.get(node);
  const changed = new Set([...before.keys(), ...now.keys()].filter(isChanged));
  return [...changed].filter((node) => !changed.has(node.parentElement));
}

const told = ({ violations, incomplete }) => JSON.stringify([violations, incomplete].map((results) => shown(results).map(({ rule, nodes: found }) => [rule, found.map(({ selector }) => selector)])));
const without = (rules, result) => ({ ...result, ...Object.fromEntries(["violations", "incomplete"].map((kind) => [kind, result[kind].filter(({ id }) => !rules.includes(id))])) });

// The narrow window shows the same document: axe is asked again for what the window's size decides, and for all where the
// styles show something else there.
async function narrowed(wide, narrow, first, options, sized) {
  const differing = changes(wide, narrow);
  const key = differing.map((node) => `${axe.utils.getAncestry(node)}${node.parentElement.outerHTML}`).join("\n");
  if (differing.length && !shownNarrowly.has(key)) {
    const result = await axed(document, options);
    if (told(without(sized, result)) === told(without(sized, first))) shownNarrowly.add(key);
    return [result];
  }
  const same = without(sized, first);
  const asked = sized.filter((id) => (id === TARGETS ? mayBeMissed(narrow) : narrow.some((one) => one.scrolls)));
  return asked.length ? [same, await axed(document, { ...options, runOnly: asked, rules: {} })] : [same];
}

// Judges one page in every window; null where a rule asks for what only a driver can do: then the page is navigated to.
async function judged({ text, address }, { options, windows, rules, contrast, sized }) {
  resize(windows.wide);
  await put(text, address);
  const wide = looks();
  const off = [...contrast, ...(mayBeMissed(wide) ? [] : [TARGETS])];
  const rest = { ...options, rules: { ...options.rules, ...Object.fromEntries(off.map((id) => [id, { enabled: false }])) } };
  const first = await axed(document, rest);
  const answers = [answered([first, ...await contrasts(wide, options, contrast)], { file_missing: [], page_scrolls_sideways: sidewaysPlaces() })];
  scrollTo(0, 0);
  const steps = [await accessibilityRules.begin(rules.wide)];
  resize(windows.zoomed);
  steps.push(await accessibilityRules.begin(rules.zoomed));
  if (!steps.every(({ done }) => done)) return null;
  resize(windows.narrow);
  const narrow = looks();
  const results = [...await narrowed(wide, narrow, first, rest, sized), ...await contrasts(narrow, options, contrast)];
  answers.push(answered(results, { file_missing: [], page_scrolls_sideways: sidewaysPlaces() }));
  return { answers, judged: Object.assign({}, ...steps.map((step) => step.judged)) };
}

const admits = (text) => isAdmitted(parsed(text));

// Whether other pages can be put into this document, which *page* began.
async function begun({ text, address }) {
  mine = setting(parsed(text), new URL(address, location.origin).href);
  return isWhole();
}

// What axe says of each of *pages* in one more window, in the colours that the browser shows now, with what is folded unfolded:
// by address. A page that cannot be put in has no place here.
async function judgedFurther(pages, { options, size, contrast }) {
  const others = { ...options, runOnly: options.runOnly.values.filter((id) => !contrast.includes(id)) };
  const said = {};
  for (const { text, address } of pages) {
    if (await refusal(text, address)) continue; // it is navigated to
    resize(size);
    await put(text, address);
    for (const details of document.querySelectorAll("details")) details.open = true;
    const results = [await axed(document, others), ...await contrasts(looks(), options, contrast)];
    said[decodeURIComponent(address)] = answered(results, {});
  }
  return said;
}

// What every one of *pages* comes to: { looked } or { refused: why }.
async function judgedAll(pages, asked) {
  const all = [];
  for (const page of pages) {
    const refused = await refusal(page.text, page.address);
    const looked = refused ? null : await judged(page, asked);
    all.push(looked ? { looked } : { refused: refused || "asks" });
  }
  return all;
}
