// Text that a script drew, where no one can read it but by eye.
async function* () {
  const named = (canvas) => canvas.ariaLabel || canvas.title || canvas.textContent.trim() || canvas.getAttribute("aria-labelledby");
  const drawn = [...heard.drawn].filter(([canvas, text]) => canvas.isConnected && /\p{L}{2}/u.test(text) && isShown(canvas));
  return drawn.map(([canvas, text]) => {
    if (named(canvas)) return passed(canvas);
    // The same words beside it say all that the drawing does.
    return document.body.innerText.includes(text.trim()) ? cantTell(canvas) : failed(canvas);
  });
}
