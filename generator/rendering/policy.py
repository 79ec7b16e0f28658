"""What a page lets a browser load and run (W3C Content Security Policy Level 3); every page carries one of the two."""

_FROM_THE_SITE = "style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'"
_NEVER = "base-uri 'none'; form-action 'none'"
WITHOUT_SCRIPTS = f"default-src 'none'; {_FROM_THE_SITE}; {_NEVER}"
# The search: our script and pagefind's, whose program is WebAssembly, and the parts of the index that they fetch.
WITH_OWN_SCRIPT = (
    f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; {_FROM_THE_SITE}; {_NEVER}"
)
