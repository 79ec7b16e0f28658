"""Captions of a recording as WebVTT."""

from markupsafe import escape

from generator.model.redacted import PublicCaptions, PublicCue


def webvtt(captions: PublicCaptions) -> str:
    return "\n".join(["WEBVTT\n", *(_cue(cue) for cue in captions.cues)])


def _cue(cue: PublicCue) -> str:
    # A blank line would end the cue; "-->" cannot be in it once ">" is escaped (WebVTT, section 4.1).
    lines = "\n".join(_text(line) for line in cue.text.splitlines() if line.strip())
    return f"{_time(cue.start)} --> {_time(cue.end)}\n{lines}\n"


def _text(line: str) -> str:
    return str(escape(line.strip())).replace("&#39;", "'").replace("&#34;", '"')


def _time(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds % 1000:03}"
