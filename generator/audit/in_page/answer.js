// Runs axe in a document, and returns only what a finding needs.
const CONTRAST = ["color-contrast", "color-contrast-enhanced"];
const FRAMES = "frame-tested";
const MOST_SCROLLS = 50;

const at = (node) => node.ancestry.flat().join(" >>> ");
const shown = (results) => results.filter(({ id }) => id !== FRAMES).map((rule) => ({
  rule: rule.id,
  impact: rule.impact || "",
  tags: rule.tags,
  nodes: rule.nodes.map((node) => ({ selector: at(node), html: node.html, impact: node.impact || "" })),
}));
const ids = (results) => results.map((rule) => rule.id);
const nodes = (results) => results.flatMap((rule) => rule.nodes);

// A place inside a frame has no element here; it stays as axe left it.
const element = (node) => (node.ancestry.length === 1 ? document.querySelector(node.ancestry[0]) : null);
const scrolls = (box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
const isInScrollRegion = (node) => {
  for (let box = element(node)?.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflow) && scrolls(box)) return true;
  }
  return false;
};

// axe cannot tell the colours of what a scroll region hides: it is asked again with the place in view.
async function judgeScrolledAway(result, options) {
  const rule = result.incomplete.find(({ id }) => id === CONTRAST[0]);
  let open = rule ? rule.nodes.filter(isInScrollRegion) : [];
  for (let turn = 0; open.length && turn < MOST_SCROLLS; turn += 1) {
    element(open[0]).scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const asked = { ...options, runOnly: [CONTRAST[0]], resultTypes: ["passes", "violations"] };
    const again = await axe.run({ include: open.map(element) }, asked);
    const decided = new Set(nodes([...again.passes, ...again.violations]).map(at));
    result.violations.push(...again.violations);
    rule.nodes = rule.nodes.filter((node) => !decided.has(at(node)));
    open = open.slice(1).filter((node) => !decided.has(at(node)));
  }
  return result;
}

const axed = async (context, options) => judgeScrolledAway(await axe.run(context, options), options);
const counted = (result) => result.violations.length + result.incomplete.length + result.passes.length + result.inapplicable.length;

const place = (node) => ({ selector: axe.utils.getAncestry(node), html: node === document.documentElement ? "" : node.outerHTML });

// What the page asked for and did not get, as the elements that asked; the browser asks for an icon by itself.
function missingFiles() {
  const isAskedFor = ({ name, initiatorType }) => initiatorType !== "other" || new URL(name).pathname !== "/favicon.ico";
  const entries = performance.getEntriesByType("resource").filter((entry) => entry.responseStatus >= 400 && isAskedFor(entry));
  const holders = [...document.querySelectorAll("[src], [poster], link[href], object[data]")];
  const asks = (holder, url) => [holder.src, holder.poster, holder.href, holder.data, holder.currentSrc].includes(url);
  return entries.map(({ name }) => place(holders.find((holder) => asks(holder, name)) || document.documentElement));
}

// The first element that sticks out of the window and holds no other that does: text that is lost without sideways scrolling.
function sidewaysPlaces() {
  const root = document.documentElement;
  if (root.scrollWidth <= innerWidth) return [];
  scrollTo(0, 0);
  const sticksOut = (node) => node.getBoundingClientRect().right > innerWidth + 1 || node.scrollWidth > node.clientWidth + 1;
  const out = [...document.body.querySelectorAll("*")].filter(sticksOut);
  return [place(out.find((node) => !out.some((other) => other !== node && node.contains(other))) || root)];
}

const untestedFrames = (result) => nodes(result.incomplete.filter(({ id }) => id === FRAMES)).map((node) => ({ selector: at(node), html: node.html }));

// What one or several runs of axe in the window as it is come to.
const answered = (results, noticed) => ({
  status: 200,
  address: location.origin + location.pathname,
  width: innerWidth,
  version: results[0].testEngine.version,
  ran: results.reduce((sum, result) => sum + counted(result), 0),
  applied: ids(results.flatMap((result) => [...result.violations, ...result.incomplete, ...result.passes])).filter((id) => id !== FRAMES),
  violations: results.flatMap((result) => shown(result.violations)),
  incomplete: results.flatMap((result) => shown(result.incomplete)),
  noticed: { ...noticed, frame_untested: results.flatMap(untestedFrames) },
});

// The page that the browser has navigated to.
async function visited(options) {
  const { responseStatus: status, name: address } = performance.getEntriesByType("navigation")[0];
  const result = await axed(document, options);
  return { ...answered([result], { file_missing: missingFiles(), page_scrolls_sideways: sidewaysPlaces() }), status, address };
}
