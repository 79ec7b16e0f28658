// Focuses what the Tab key reaches, where there are scripts, and sees whether focus stays.
async function* () {
  const MOST = 100;
  if (!document.scripts.length && !HANDLED.evaluate(document).booleanValue) return [];
  const outcomes = [];
  for (const stop of stops().filter((node) => !node.closest("[inert]")).slice(0, MOST)) {
    let came = false;
    const notice = () => { came = true; };
    listen.call(stop, "focus", notice, { once: true });
    stop.focus({ preventScroll: true });
    await wait(0);
    stop.removeEventListener("focus", notice);
    const isGone = [null, document.body, document.documentElement].includes(document.activeElement);
    if (came) outcomes.push(isGone && stop.isConnected && isShown(stop) ? failed(stop) : passed(stop));
  }
  document.activeElement?.blur();
  return outcomes;
}
