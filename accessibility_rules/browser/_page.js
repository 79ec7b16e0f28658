// What all rules ask of a page.
const LONGEST = 2000; // signs of an element's markup: a finding shows less

const step = (node) => {
  const siblings = node.parentElement ? [...node.parentElement.children] : [];
  const name = node.localName;
  return ["html", "head", "body"].includes(name) || siblings.length < 2 ? name : `${name}:nth-child(${siblings.indexOf(node) + 1})`;
};
const ancestry = (node) => {
  const way = [];
  for (let at = node; at; at = at.parentElement) way.unshift(step(at));
  return way.join(" > ");
};
const judged = (node, outcome) => ({ selector: ancestry(node), html: node === document.documentElement ? "" : node.outerHTML.slice(0, LONGEST), outcome });
const passed = (node) => judged(node, "passed");
const failed = (node) => judged(node, "failed");
const cantTell = (node) => judged(node, "cantTell");

const wait = (milliseconds) => new Promise((resolve) => { later(resolve, milliseconds); });
const isShown = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const isExposed = (node) => isShown(node) && !node.closest("[aria-hidden='true']");

const CONTROLS = "a[href], area[href], button, input:not([type='hidden']), select, textarea, summary, [contenteditable='true'], [tabindex]";
const stops = () => [...document.querySelectorAll(CONTROLS)].filter((node) => node.tabIndex >= 0 && !node.disabled && node.checkVisibility({ visibilityProperty: true }));
const words = (node) => [node.innerText, node.value, node.title, node.ariaLabel, ...[...(node.labels ?? [])].map((label) => label.innerText)].filter(Boolean).join(" ");
const operable = () => stops().filter((node) => node.localName !== "a" || node.onclick || /^(#|javascript:)/.test(node.getAttribute("href")));

// The texts of the page that a reader sees, with the element that each stands in.
function* shownTexts(root = document.body) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = text.parentElement;
    if (/\S/.test(text.data) && !["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE"].includes(parent.nodeName) && isShown(parent)) yield { text, parent };
  }
}

// Adds styles that no element shows in its markup; returns what takes them off.
function dressed(styles) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

// Runs *act* and returns what it changed in the page: texts, elements and attributes.
async function changesBy(act) {
  const records = [];
  const observer = new MutationObserver((more) => records.push(...more));
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  await act();
  await wait(30);
  observer.disconnect();
  return records;
}
