"""Recordings, captions, transcripts."""

from tests.defects.seeding import Broken, Seen, defect

PLAYER = "//html[@lang='fi']//main//video[.//track]"
TRACK = f"{PLAYER}//track"


@defect("F75", "1.2.2", on=PLAYER, seen=Seen.ASKED)
def recording_has_no_captions(broken: Broken) -> None:
    for track in broken.all(TRACK):
        track.drop_tree()


@defect("H95", "1.2.2", on=TRACK)
def captions_are_no_captions(broken: Broken) -> None:
    broken.file(broken.place.get("src")).write_text("Tekstitys puuttuu.\n", encoding="utf-8")


@defect("H95", "1.2.2", on=TRACK)
def captions_end_before_they_start(broken: Broken) -> None:
    broken.file(broken.place.get("src")).write_text(
        "WEBVTT\n\n00:00:09.000 --> 00:00:04.000\nAvaan kokouksen ja totean sen lailliseksi.\n", encoding="utf-8"
    )


@defect("H95", "1.2.2", on=TRACK, seen=Seen.POLICY)
def captions_are_in_another_language(broken: Broken) -> None:
    file = broken.file(broken.place.get("src"))
    lines = file.read_text(encoding="utf-8").split("\n")
    swedish = "Vi går till det ärende som är nästa på listan."
    texts = [number for number, line in enumerate(lines) if number and "-->" in lines[number - 1] and line]
    for number in texts:
        lines[number] = swedish
    file.write_text("\n".join(lines), encoding="utf-8")


@defect("F8", "1.2.2", on=TRACK, seen=Seen.PERSON)
def captions_leave_out_what_is_said(broken: Broken) -> None:
    file = broken.file(broken.place.get("src"))
    first = file.read_text(encoding="utf-8").split("\n\n")
    file.write_text("\n\n".join([*first[:2], *first[3:]]), encoding="utf-8")


@defect("G78", "1.2.5", on="(//html[@lang='fi']//main[.//video[.//track]]//p[not(*)])[last()]", seen=Seen.PERSON)
def slides_are_shown_and_not_described(broken: Broken) -> None:
    broken.place.text = f"{broken.place.text} Esittelijä näyttää vaihtoehdot kalvoilta."


@defect("F93", "1.4.2", on=PLAYER)
def sound_starts_by_itself(broken: Broken) -> None:
    broken.place.set("autoplay", "")
    broken.place.set("loop", "")
    del broken.place.attrib["controls"]


@defect("G158", "1.2.1", on=PLAYER, seen=Seen.ASKED)
def sound_has_no_text(broken: Broken) -> None:
    source = broken.one(f"{PLAYER}//source").get("src")
    for part in broken.all("//section[contains(@class, 'k-recording') or contains(@class, 'k-transcript')]"):
        part.drop_tree()
    broken.page.xpath("//main//h1")[0].addnext(broken.page.makeelement("audio", {"src": source, "controls": ""}))


@defect("G69", "1.2.3", on="//section[contains(@class, 'k-transcript')]", seen=Seen.PERSON)
def transcript_is_of_another_meeting(broken: Broken) -> None:
    for paragraph in broken.place.xpath(".//div/p"):
        paragraph.text = "Lautakunta käsitteli kesäteatterin avustushakemuksia."
