// What makes it sound to put a page into a document that another one began: nothing in it runs, starts or changes by itself,
// and all that decides its looks is in the style sheets. Whatever is not named here is navigated to.
const HTML = "http://www.w3.org/1999/xhtml";
const ELEMENTS = new Set(`html head title meta link body
  a abbr address article aside audio b bdi bdo blockquote br button caption cite code col colgroup data datalist dd del details dfn
  div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map
  area mark menu meter nav ol optgroup option output p pre progress q rp rt ruby s samp search section select small source span
  strong sub summary sup table tbody td textarea tfoot th thead time tr track u ul var video wbr`.split(/\s+/));
const DRAWN = new Set(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polygon", "polyline", "title", "desc", "text", "tspan"]);
const ATTRIBUTES = /^(on.*|style|srcdoc|srcset|autofocus|autoplay|background|is|slot|popover|loading|nonce|shadowroot.*)$/i;
const LINKS = new Set(["stylesheet", "icon", "alternate", "canonical", "prev", "next", "author", "license", "help", "search"]);
const POLICY = "content-security-policy";

const isElementAdmitted = (node) => (node.namespaceURI === HTML ? ELEMENTS.has(node.localName) : DRAWN.has(node.localName));
const isAttributeAdmitted = (node) => [...node.attributes].every(({ name }) => !ATTRIBUTES.test(name));
const isUtf8 = (page) => /^utf-?8$/i.test(page.querySelector("meta[charset]")?.getAttribute("charset") ?? "");
const words = (value) => (value ?? "").toLowerCase().split(/\s+/).filter(Boolean);

const IN_PLACE = {
  link: (node) => node.parentNode.localName === "head" && words(node.getAttribute("rel")).every((rel) => LINKS.has(rel)) && !node.hasAttribute("disabled"),
  meta: (node) => node.parentNode.localName === "head" && [null, POLICY].includes(node.getAttribute("http-equiv")?.toLowerCase() ?? null),
  // What is not loaded before somebody presses a key cannot be judged otherwise than by its markup.
  audio: (node) => node.getAttribute("preload") === "none",
  video: (node) => node.getAttribute("preload") === "none" && !node.hasAttribute("poster"),
  input: (node) => node.getAttribute("type")?.toLowerCase() !== "image",
};

// What must be the same for two pages to stand in one document: how they are laid out, and what they may load.
const setting = (page, base) => JSON.stringify([
  page.compatMode,
  [...page.querySelectorAll(`meta[http-equiv="${POLICY}" i]`)].map((node) => node.content),
  [...page.querySelectorAll("link[rel~='stylesheet' i]")].map((node) => [new URL(node.getAttribute("href"), base).href, node.media, node.type, node.title]),
]);

function isAdmitted(page) {
  if (page.compatMode !== "CSS1Compat" || !isUtf8(page)) return false;
  for (const node of page.querySelectorAll("*")) {
    if (!isElementAdmitted(node) || !isAttributeAdmitted(node) || !(IN_PLACE[node.localName]?.(node) ?? true)) return false;
  }
  return true;
}
