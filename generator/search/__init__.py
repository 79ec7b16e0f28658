"""The index of the site's search: made by pagefind from the pages that go out, and the same for the same pages."""

from generator.search.index import write_index

__all__ = ["write_index"]
