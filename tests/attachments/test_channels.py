"""A canary in every place of every format that its reader does not see: it comes out nowhere, and what is seen does."""

from collections import Counter

import pytest

from generator.attachments import reading
from generator.attachments.formats import FORMATS
from generator.messages import LANGUAGES, catalog
from generator.model.attachment import Reading
from generator.model.text import text
from tests.attachments.channels import ALL, CANARY, CODE, CONTROL, OLDER_CONTROL, Channel, controls, docx, pdf
from tests.attachments.unpacked import unpacked

PICTURES = {"png", "jpg"}


def named(channel: Channel) -> str:
    return f"{channel[1]}-{channel[0]}"


def read(channel: Channel) -> Reading:
    return reading(f"liite.{channel[1]}", channel[2], "fi")


@pytest.mark.parametrize("channel", ALL, ids=named)
def test_what_no_reader_sees_comes_out_nowhere_and_what_is_seen_does(channel: Channel) -> None:
    result = read(channel)
    said = text(result.blocks)

    assert result.problem == channel[3]
    assert CANARY not in said
    # A copy of what hides or speaks something stays inside: that is seen to where the site is staged.
    if result.copy and not result.hidden and not result.spoken:
        assert CANARY.encode() not in unpacked(result.copy)
    if channel[3] is None and channel[1] not in PICTURES:
        assert CONTROL.rstrip(".") in said or OLDER_CONTROL in said


@pytest.mark.parametrize("channel", [channel for channel in ALL if channel[3]], ids=named)
def test_what_is_withheld_has_a_sentence_in_each_language(channel: Channel) -> None:
    assert all(f"redaction.attachment_{channel[3]}" in catalog(language) for language in LANGUAGES)


def test_every_format_has_canaries_but_those_that_have_no_place_to_hide() -> None:
    planted = Counter(channel[1] for channel in ALL)
    endings = {ending.removeprefix(".") for each in FORMATS.values() for ending in each.endings}

    assert endings - planted.keys() == {"txt", "csv", "htm", "jpeg"}


@pytest.mark.parametrize("channel", ALL, ids=named)
def test_each_file_holds_what_must_not_come_out(channel: Channel) -> None:
    content = unpacked(channel[2])

    assert any(
        sought in content for word in (CANARY, CODE) for sought in (word.encode(), word.encode("utf-16-le"), hexed(word))
    )


@pytest.mark.parametrize("control", list(controls()), ids=lambda control: f"{control[1]}-{control[0]}")
def test_what_every_reader_sees_comes_out_as_text(control: tuple[str, str, bytes]) -> None:
    assert CONTROL in text(reading(f"liite.{control[1]}", control[2], "fi").blocks)


def hexed(word: str) -> bytes:
    return word.encode().hex().encode()


# The channels by the names under which they were counted, each with the file of `channels` that has a canary there.
# Three more of Word (body, footnote, usual header) and one of PDF (the page) are seen: they are among the controls.
WORD_CHANNELS = {
    "app_Company": "app_Company",
    "app_Manager": "app_Manager",
    "black_highlight_redaction": "black_highlight",
    "bookmark_name": "bookmark_name",
    "comment_author": "comment",
    "comment_text": "comment",
    "core_creator": "core_creator",
    "core_description": "core_description",
    "core_keywords": "core_keywords",
    "core_lastModifiedBy": "core_lastModifiedBy",
    "core_title": "core_title",
    "customXml_item": "customXml_item",
    "custom_property": "custom_property",
    "docVars_setting": "docVars",
    "embedded_docx_object": "embedded_document",
    "field_instrText": "field_instruction",
    "glossary_buildingblock": "glossary",
    "header_first_unused": "header_first_unused",
    "hidden_table_row": "hidden_row",
    "hidden_vanish_run": "hidden_run",
    "hidden_via_style": "hidden_by_style",
    "hyperlink_target": "link_target",
    "image_alt_text": "picture_description",
    "image_name_attr": "picture_name",
    "mc_Fallback_textbox": "mc_Fallback",
    "media_image_EXIF": "picture_EXIF",
    "moveFrom_text": "moved_from",
    "ole_bin_utf16": "ole_utf16",
    "orphan_media_FILENAME": "orphan_name",
    "orphan_media_content": "orphan_content",
    "people_xml": "people",
    "sdt_alias": "control_alias",
    "sdt_dropdown_unused": "control_alias",
    "template_path_user": "template_path",
    "thumbnail_EXIF": "thumbnail",
    "track_del_AUTHOR": "tracked_deletion",
    "tracked_deletion_text": "tracked_deletion",
    "white_text": "white_text",
    "zip_archive_comment": "archive_comment",
}
PDF_CHANNELS = {
    "ActualText": "actual_text",
    "PieceInfo": "many",
    "annotation_author": "many",
    "annotation_note": "many",
    "attachment_content": "attachment",
    "attachment_filename": "attachment_name",
    "bookmark_outline": "many",
    "form_field_name": "form_value",
    "form_field_value": "form_value",
    "hidden_OCG_layer_text": "layer_text",
    "image_A85+DCT_EXIF": "picture_A85_EXIF",
    "image_jpeg_EXIF_DCT": "many",
    "info_author": "info_author",
    "info_keywords": "info_keywords",
    "info_subject": "info_subject",
    "info_title": "info_title",
    "invisible_OCR_layer_Tr3": "invisible_text",
    "javascript": "script",
    "link_uri": "link_address",
    "ocg_layer_name": "layer_name",
    "old_revision_incremental": "old_revision",
    "outside_mediabox": "outside_the_page",
    "page2_cropped_by_CropBox": "cropped",
    "page_label": "page_label",
    "struct_Alt": "struct_alt",
    "trailing_bytes_after_EOF": "behind_the_end",
    "under_black_box": "under_a_box",
    "unused_xobject": "remarks",
    "white_text": "white_text",
    "xmp_description": "many",
}


def test_each_counted_channel_of_word_and_pdf_has_its_file() -> None:
    assert (len(WORD_CHANNELS), len(PDF_CHANNELS)) == (39, 30)
    assert set(WORD_CHANNELS.values()) <= {channel[0] for channel in docx()}
    assert set(PDF_CHANNELS.values()) <= {channel[0] for channel in pdf()}


@pytest.mark.parametrize("name", ["inline_picture_EXIF", "JPEG_2000_comment"])
def test_a_pdf_whose_picture_cannot_be_cleaned_stays_inside_and_its_text_goes_out(name: str) -> None:
    (found,) = (channel for channel in pdf() if channel[0] == name)

    assert "picture_data" in read(found).hidden
    assert CONTROL.rstrip(".") in text(read(found).blocks)
