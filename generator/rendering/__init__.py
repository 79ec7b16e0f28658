"""Redacted meetings become pages: the shell comes from mkdocs once, everything else is stamped into it."""

from generator.rendering.meetings import render_meetings
from generator.rendering.shared import render_shared
from generator.rendering.site import Site

__all__ = ["Site", "render_meetings", "render_shared"]
