"""What a format of files is."""

from collections.abc import Callable, Mapping

import msgspec

from generator.model.attachment import Reading


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format of files. *endings* is {ending of a file's name: media type}.

    *is_one* tells from the bytes whether they are of this format. *read* returns what a reader sees of them; its second
    argument is the language to assume where the text does not tell. It raises `UnreadableFileError` where there is nothing to
    show.
    """

    endings: Mapping[str, str]
    is_one: Callable[[bytes], bool]
    read: Callable[[bytes, str], Reading]
