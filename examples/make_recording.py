"""Makes the example's recording: slides, a spoken track, captions, and the TOML file that ties them to the meeting.

Needs ffmpeg and espeak-ng (Debian packages), and DejaVu fonts; the files that it makes are kept in git, so that nobody else
needs them. Everything said and shown is invented.
"""

import subprocess
import tempfile
import wave
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent / "exports"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SIZE = (640, 360)

# (item number or None, slide, what is said: a cue a line)
SCENES: list[tuple[str | None, str, list[str]]] = [
    (None, "Kuutamoniemen\nkaupunginvaltuusto\n28.9.2026", ["Hyvät valtuutetut, avaan kaupunginvaltuuston kokouksen."]),
    (
        "45",
        "§ 45\nKokouksen laillisuus\nja päätösvaltaisuus",
        ["Pykälä 45. Totean kokouksen laillisesti koolle kutsutuksi", "ja päätösvaltaiseksi."],
    ),
    ("46", "§ 46\nPöytäkirjan tarkastajat", ["Pykälä 46. Valitaan kaksi pöytäkirjan tarkastajaa."]),
    (
        "47",
        "§ 47",
        ["Siirrymme pykälään 47.", "Esittely löytyy kokousaineistosta.", "Keskustelu on avattu."],
    ),
    ("48", "§ 48", ["Pykälä 48.", "Asiasta äänestetään.", "Ne, jotka kannattavat pohjaesitystä, äänestävät jaa."]),
    ("50", "§ 50", ["Paragraf 50.", "Ärendet behandlas på svenska."]),
    ("51", "§ 51", ["Pykälä 51.", "Puheenvuoroja ei ole pyydetty."]),
    (None, "Kokous on päättynyt", ["Kiitän valtuutettuja ja päätän kokouksen."]),
]


def main() -> None:
    """Write the video, its captions in WebVTT, and the TOML file into examples/exports."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        clock, cues, moments, parts = 0.0, [], [], []
        for number, slide, lines in SCENES:
            if number:
                moments.append((number, clock))
            picture = _slide(folder / f"{len(parts)}.png", slide)
            for line in lines:
                sound = _speech(folder / f"{len(parts)}.wav", line)
                length = _seconds(sound) + 0.6
                cues.append((clock + 0.1, clock + length - 0.1, line))
                parts.append((picture, sound, length))
                clock += length
        _video(folder, parts, HERE / "kaupunginvaltuusto-2026-09-28.webm")
    _write_captions(cues)
    _write_description(moments)


def _slide(path: Path, text: str) -> Path:
    picture = Image.new("RGB", SIZE, "#14364a")
    draw = ImageDraw.Draw(picture)
    draw.multiline_text((40, 90), text, font=ImageFont.truetype(FONT, 40), fill="#ffffff", spacing=16)
    picture.save(path)
    return path


def _speech(path: Path, line: str) -> Path:
    voice = "sv" if "svenska" in line or line.startswith("Paragraf") else "fi"
    subprocess.run(["espeak-ng", "-v", voice, "-s", "150", "-w", str(path), line], check=True)  # noqa: S603, S607
    return path


def _seconds(sound: Path) -> float:
    with wave.open(str(sound)) as stream:
        return stream.getnframes() / stream.getframerate()


def _video(folder: Path, parts: list[tuple[Path, Path, float]], target: Path) -> None:
    clips = []
    for place, (picture, sound, length) in enumerate(parts):
        clip = folder / f"clip{place}.webm"
        inputs = ["-loop", "1", "-framerate", "2", "-i", str(picture), "-i", str(sound), "-af", "apad", "-t", f"{length:.2f}"]
        _ffmpeg(
            *inputs,
            "-pix_fmt",
            "yuv420p",
            "-c:v",
            "libvpx-vp9",
            "-crf",
            "45",
            "-b:v",
            "0",
            "-c:a",
            "libopus",
            "-b:a",
            "20k",
            "-ac",
            "1",
            str(clip),
        )
        clips.append(clip)
    listing = folder / "clips.txt"
    listing.write_text("".join(f"file '{clip}'\n" for clip in clips))
    _ffmpeg("-f", "concat", "-safe", "0", "-i", str(listing), "-c", "copy", "-map_metadata", "-1", str(target))


def _ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", "-fflags", "+bitexact", *arguments], check=True)  # noqa: S603, S607


def _write_captions(cues: list[tuple[float, float, str]]) -> None:
    blocks = [f"{_stamp(start)} --> {_stamp(end)}\n{text}\n" for start, end, text in cues]
    target = HERE / "kaupunginvaltuusto-2026-09-28.vtt"
    target.write_text("WEBVTT\n\n" + "\n".join(blocks), encoding="utf-8")


def _stamp(seconds: float) -> str:
    return f"{int(seconds // 3600):02}:{int(seconds // 60) % 60:02}:{seconds % 60:06.3f}"


def _write_description(moments: list[tuple[str, float]]) -> None:
    lines = "".join(f'"{number}" = "0:{int(at // 60):02}:{int(at % 60):02}"\n' for number, at in moments)
    (HERE / "kaupunginvaltuusto-2026-09-28.toml").write_text(
        'organization = "Kaupunginvaltuusto"\n'
        "date = 2026-09-28\n"
        'file = "kaupunginvaltuusto-2026-09-28.webm"\n'
        'captions = [{ file = "kaupunginvaltuusto-2026-09-28.vtt", language = "fi" }]\n'
        'cut = ["49"]\n\n'
        f"[moments]\n{lines}",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
