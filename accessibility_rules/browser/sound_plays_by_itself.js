// Sound that starts by itself and lasts, where nothing on the page stops it.
async function* () {
  const LONG = 3; // seconds, WCAG 2.1, 1.4.2
  const TURNS = 20;
  const STOPS = /pause|stop|mute|sound|play|volume|tauko|keskeyt|pysäyt|mykist|ääni|toista|soita|paus|stanna|stoppa|ljud|spela|tysta/i;
  const own = (player) => {
    const source = player.currentSrc || player.querySelector("source")?.src || player.src || location.href;
    return URL.canParse(source) && new URL(source).origin === location.origin;
  };
  const players = [...document.querySelectorAll("audio[autoplay], video[autoplay]")].filter((player) => !player.muted && !player.defaultMuted && own(player));
  for (let turn = 0; turn < TURNS && players.some((player) => player.readyState === 0 && !player.error); turn += 1) await wait(50);
  return players.map((player) => {
    const [, from, to] = /#t=([\d.]*),([\d.]+)/.exec(player.currentSrc) ?? [];
    const lasts = to ? to - (from || 0) : player.duration;
    const isSilent = player.localName === "video" && player.readyState > 1 && player.webkitAudioDecodedByteCount === 0;
    if (lasts <= LONG && !player.loop) return passed(player);
    if (player.controls || isSilent) return passed(player);
    if (Number.isNaN(lasts) || operable().some((control) => STOPS.test(words(control)))) return cantTell(player);
    return failed(player);
  });
}
