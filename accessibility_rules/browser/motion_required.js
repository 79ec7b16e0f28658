// Tilts and shakes the device, as the page believes, and sees whether something changes that nothing else can change or stop.
async function* () {
  const STOPS = /motion|shake|tilt|sensor|disable|turn off|switch off|liike|ravist|kallist|poista käytöstä|rörelse|skak|luta|stäng av|inaktivera/i;
  const MOVES = [
    () => new DeviceOrientationEvent("deviceorientation", { alpha: 40, beta: 45, gamma: 45 }),
    () => new DeviceMotionEvent("devicemotion", { acceleration: { x: 20, y: 20, z: 20 }, accelerationIncludingGravity: { x: 20, y: 20, z: 30 }, rotationRate: { alpha: 90, beta: 90, gamma: 90 }, interval: 16 }),
  ];
  const listens = listensTo(/^device(motion|orientation)/) || window.ondevicemotion || window.ondeviceorientation;
  if (!listens) return [];

  const values = () => [...document.querySelectorAll("input, select, textarea, output")].map((field) => field.value).join("\n");
  const before = values();
  const records = await changesBy(() => MOVES.forEach((move) => window.dispatchEvent(move())));
  if (!records.length && values() === before) return [passed(document.body)];
  const controls = operable();
  // Two directions need two controls, or a field that takes any value.
  const isMovable = controls.length > 1 || controls.some((control) => ["input", "select"].includes(control.localName));
  return [controls.some((control) => STOPS.test(words(control))) || isMovable ? cantTell(document.body) : failed(document.body)];
}
