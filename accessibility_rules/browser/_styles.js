// The style rules of the page's own that hold in this window.
function* rulesIn(list) {
  for (const rule of list) {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) continue;
    if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) continue;
    if (rule instanceof CSSStyleRule) yield rule;
    if (rule.cssRules?.length) yield* rulesIn(rule.cssRules);
  }
}
const isOwn = ({ href, disabled }) => !disabled && (!href || new URL(href).origin === location.origin); // others cannot be read
let gathered = { width: -1, rules: [] };
const styleRules = () => {
  if (gathered.width !== innerWidth) gathered = { width: innerWidth, rules: [...document.styleSheets].filter(isOwn).flatMap((sheet) => [...rulesIn(sheet.cssRules)]) };
  return gathered.rules;
};
const PSEUDO = /::?(before|after)\b/;

// The elements, with the style that says so, of which a rule or their own attribute says what *wants* looks for.
function* styledBy(wants) {
  for (const { selectorText, style } of styleRules()) {
    if (wants(style)) for (const node of document.querySelectorAll(selectorText.replaceAll(new RegExp(PSEUDO, "g"), ""))) yield { node, style, pseudo: PSEUDO.exec(selectorText)?.[0] ?? null };
  }
  for (const node of document.querySelectorAll("[style]")) if (wants(node.style)) yield { node, style: node.style, pseudo: null };
}
const ownText = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && /\S/.test(child.data));
