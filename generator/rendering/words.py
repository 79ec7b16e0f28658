"""The words of one language, and dates, times and sizes as it writes them."""

from datetime import date, datetime

from generator.messages import LANGUAGES, catalog

KILOBYTE = 1000
MEGABYTE = 1_000_000
TYPES = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "text/plain": "TXT",
    "text/csv": "CSV",
    "text/html": "HTML",
    "text/vtt": "VTT",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/vnd.oasis.opendocument.presentation": "ODP",
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "application/zip": "ZIP",
}


class Words:
    """One language's messages. A class because templates call it and ask it for dates in the same language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._sentences = catalog(language)

    def __call__(self, code: str, **arguments: str | int) -> str:
        text = self._sentences[code]
        return text.format_map(arguments) if arguments else text

    def __contains__(self, code: str) -> bool:
        return code in self._sentences

    def read_aloud(self, number: str) -> str:
        """Return "§ 45" in words, since many speech synthesizers leave the sign out; empty where *number* is words already."""
        sign, _, rest = number.partition("§ ")
        return "" if sign or not rest else self("pages.number_spoken", number=rest)

    def date(self, day: date) -> str:
        return self("pages.date", day=day.day, month=day.month, year=day.year)

    def clock(self, moment: datetime) -> str:
        return self("pages.clock", hour=f"{moment.hour}", minute=f"{moment.minute:02}")

    def moment(self, moment: datetime) -> str:
        return self("pages.date_and_clock", date=self.date(moment), clock=self.clock(moment))

    def duration(self, seconds: int) -> str:
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"

    def size(self, count: int) -> str:
        if count < MEGABYTE:
            return self("pages.kilobytes", count=max(1, round(count / KILOBYTE)))
        tenths = round(count / (MEGABYTE / 10))
        return self("pages.megabytes", whole=tenths // 10, tenth=tenths % 10)

    def file_type(self, media_type: str) -> str:
        return TYPES.get(media_type, media_type.rpartition("/")[2].upper())

    def in_language(self, language: str) -> str:
        """Return "in Finnish" for "fi"; a language without a name here is said by its code."""
        code = f"pages.in_{language}"
        return self(code) if code in self else language


_WORDS = {language: Words(language) for language in LANGUAGES}


def words(language: str) -> Words:
    """Return the words of *language*; a language that we do not speak gets the first of ours."""
    return _WORDS.get(language, _WORDS[LANGUAGES[0]])
