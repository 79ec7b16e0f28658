// Level AAA: 7, and 4.5 for large text.
async function* () {
  return yield* contrastOverImages(7, 4.5);
}
