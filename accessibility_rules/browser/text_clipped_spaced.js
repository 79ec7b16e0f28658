// Spaces the text as WCAG 2.1, 1.4.12 says, and looks for what is cut off then and was not before.
async function* () {
  const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  const before = new Set(clippedTexts().map(({ selector }) => selector));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACING);
  document.adoptedStyleSheets.push(sheet);
  const outcomes = clippedTexts().filter(({ selector }) => !before.has(selector));
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  return outcomes.length || shownTexts().next().done ? outcomes : [passed(document.body)];
}
