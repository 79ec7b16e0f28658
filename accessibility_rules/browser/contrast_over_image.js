// Level AA: 4.5, and 3 for large text.
async function* () {
  return yield* contrastOverImages(4.5, 3);
}
