"""Redacted meetings become pages: the shell comes from mkdocs once, everything else is stamped into it."""

from generator.rendering.meetings import render_meetings
from generator.rendering.shared import render_shared, render_statement
from generator.rendering.site import Site
from generator.rendering.variants import ended_cases, render_shared_variants, render_variants

__all__ = [
    "Site", "ended_cases", "render_meetings", "render_shared", "render_shared_variants", "render_statement", "render_variants",
]  # fmt: skip
