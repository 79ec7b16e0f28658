// At 200 %: the window is half as wide.
async function* () {
  const cut = clippedTexts();
  return cut.length || shownTexts().next().done ? cut : [passed(document.body)];
}
