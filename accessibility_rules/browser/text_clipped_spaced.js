// Spaces the text as WCAG 2.1, 1.4.12 says, and looks for what is cut off then and was not before.
async function* () {
  const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  const before = new Set(clippedTexts().map(({ selector }) => selector));
  const undress = dressed(SPACING);
  const outcomes = clippedTexts().filter(({ selector }) => !before.has(selector));
  undress();
  return outcomes.length || shownTexts().next().done ? outcomes : [passed(document.body)];
}
