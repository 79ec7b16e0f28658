"""The words and codes by which systems name a publicity class: JHS 191 JulkisuusluokkaKoodi, in Finnish and Swedish."""

from generator.model.publicity import PublicityClass

P = PublicityClass

CLASSES = {
    "1": P.PUBLIC, "julkinen": P.PUBLIC, "offentlig": P.PUBLIC, "public": P.PUBLIC,
    "2": P.PARTLY_SECRET, "osittain salassa pidettävä": P.PARTLY_SECRET, "delvis sekretessbelagd": P.PARTLY_SECRET,
    "3": P.SECRET, "salassa pidettävä": P.SECRET, "salainen": P.SECRET, "sekretessbelagd": P.SECRET, "hemlig": P.SECRET,
    "4": P.NOT_PUBLISHED_ONLINE, "ei-julkinen": P.NOT_PUBLISHED_ONLINE, "ei julkinen": P.NOT_PUBLISHED_ONLINE,
    "icke-offentlig": P.NOT_PUBLISHED_ONLINE, "icke offentlig": P.NOT_PUBLISHED_ONLINE,
}  # fmt: skip
