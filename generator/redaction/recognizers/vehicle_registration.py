"""Registration marks of vehicles: where a word speaks of a vehicle; without one a plate is only a question."""

import re
from collections.abc import Iterator

from generator.redaction.marks import Mark
from generator.redaction.normal import normalise

KIND = "vehicle_registration"
# Cars (ABC-123), motorcycles (AB-12), mopeds and tractors (123-ABC), Sweden (ABC 12D), boats (A 12345), diplomats (CD-1234).
PLATE = (
    r"(?:[A-ZÅÄÖ]{1,3}\s?-?\s?\d{1,3}|\d{2,3}\s?-?\s?[A-ZÅÄÖ]{3}|[A-Z]{3}\s?\d{2}[A-Z]|[A-Z]\s?-?\s?\d{4,5}|CD\s?-?\s?\d{4})"
)
# Named as one: then in any case, with or without its hyphen.
NAMED = re.compile(
    rf"""(?:rek(?:isteri)?[.\s-]?\s?(?:numero|nro|n:o|no|tunnu|tunn|kilpi|kilve)[a-zåäö]*|(?<!\w)rek\.|rekisteröinti(?:numero|tunnu[a-zåäö]*)
    |reg(?:istrerings)?\.?\s?-?(?:nummer|nr|skylt|beteckning)[a-zåäö]*|registration\ (?:number|plate)
    |licen[cs]e\ plate|number\ plate)
    [\s.:=,]{{0,4}}(?:on\ |oli\ |är\ |is\ |nro\ |FIN\s?|\(|["”'])?
    (?P<plate>{PLATE})(?![0-9A-Za-zÅÄÖåäö]|[-/.:]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
WORDS = ("rek", "reg", "plate")
# With its hyphen a plate stands out; what follows is one only near a word for a vehicle.
PLAIN = re.compile(
    r"""(?<![0-9A-Za-zÅÄÖåäö])(?<![-/.,:]\d)(?<![-/:])
    (?P<letters>[A-ZÅÄÖ]{2,3})\ ?-\ ?(?P<digits>\d{1,3})
    (?![0-9A-Za-zÅÄÖåäö]|[-/:]\w|[.,]\d)""",
    re.VERBOSE,
)
LOOSE = re.compile(
    r"""(?<![0-9A-Za-zÅÄÖåäö])(?<![-/.,:])
    (?:(?P<large>[A-ZÅÄÖ]{3})\ ?\d{3} | (?P<small>[a-zåäö]{3})[-\ ]\d{3}
      | \d{3}-(?P<turned>[A-ZÅÄÖ]{3}) | (?P<swedish>[A-Z]{3})\ ?\d{2}[A-Z])
    (?![0-9A-Za-zÅÄÖåäö]|[-/:]\w|[.,]\d|\ ?(?:€|eur|m\b|kpl))""",
    re.VERBOSE,
)
VEHICLE = re.compile(
    r"""\b(?:(?:henkilö|paketti|kuorma|matkailu|vaihto|linja|maasto|virka|työ|museo)?auto(?:n|a|lla|lle|lta|ssa|sta|on|nsa|aan|ni|t|mobii\w*)?\b
    |(?:moottori)?ajoneuvo|moottoripyör|mopo|perävaunu|peräkärry|traktori|mönkijä|moottorikelkka|hinau|hinatt|pysäköi|parkki|virhemaksu
    |ajokiel|katsasta|kuljettaja|kolari|bil(?:en|ens|ar|arna)?\b|personbil|paketbil|lastbil|skåpbil|fordon|motorcyk|moped|släpvagn|släpkärr
    |traktor|parkera|parkering|bogser|besiktig|vehicle|car\b|van\b|parked|toyota|volvo|volkswagen|škoda|skoda|ford\b|nissan|opel|mercedes
    |bmw\b|audi\b|peugeot|renault|honda|mazda|kia\b|hyundai|tesla)""",
    re.VERBOSE | re.IGNORECASE,
)
# What looks like a plate in minutes: technical and legal abbreviations, boards, products.
ABBREVIATIONS = {
    "ADR", "AK", "AKE", "ALV", "AMK", "AMT", "API", "ARA", "ARK", "ASA", "ASO", "ATK", "AVI", "BAT", "BET", "BIM", "BLE",
    "CAD", "CAT", "CD", "CE", "CEN", "CEO", "CFO", "CLT", "CO", "COD", "CPV", "CT", "DIN", "DN", "DNA", "DR", "DVD",
    "DVI", "DVV", "DWG", "EAN", "EI", "EK", "EKG", "EKP", "ELY", "EMC", "EN", "ENV", "EP", "EPS", "ERP", "ESR", "ETA",
    "ETY", "EU", "EUR", "EVO", "EY", "FI", "FIN", "FMI", "FSC", "FTP", "GDP", "GEO", "GPRS", "GPS", "GSM", "GWH", "HAO",
    "HDD", "HE", "HEL", "HIV", "HKO", "HLP", "HLÖ", "HPL", "HSL", "HUS", "HVA", "HYL", "ICT", "IEC", "IFC", "IFRS", "IKP",
    "IP", "IR", "ISA", "ISBN", "ISO", "IT", "ITE", "IV", "JAA", "JHS", "JL", "JSE", "JV", "KA", "KAH", "KAK", "KAO",
    "KAY", "KD", "KEV", "KHO", "KIP", "KK", "KKO", "KL", "KLO", "KM", "KN", "KO", "KOY", "KPL", "KPMG", "KRP", "KTM",
    "KTV", "KU", "KUU", "KV", "KVL", "KVR", "KVS", "KW", "KWH", "LED", "LI", "LM", "LP", "LS", "LT", "LTE", "LTK", "LTO",
    "LUT", "LVI", "LVL", "LVM", "MAO", "MAX", "MDF", "MIN", "MK", "MKO", "ML", "MM", "MMM", "MMS", "MRL", "MRT", "MSC",
    "MSL", "MVL", "MWH", "NFC", "NIB", "NMT", "NN", "NOK", "NR", "NRO", "NS", "OAS", "OKM", "OP", "OSB", "OVT", "OY",
    "OYJ", "PAH", "PC", "PCB", "PDF", "PE", "PEH", "PEL", "PEM", "PET", "PEX", "PIN", "PK", "PKS", "PL", "PM", "PN",
    "POL", "PP", "PR", "PS", "PSD", "PUR", "PVC", "PVM", "PYL", "PÖL", "QR", "RAK", "RAL", "RAM", "RAY", "RFI", "RFID",
    "RFQ", "RIL", "RKY", "RN", "RT", "RTS", "SA", "SAK", "SAP", "SD", "SEC", "SEK", "SET", "SFS", "SHL", "SHP", "SM",
    "SMS", "SO", "SOTE", "SPR", "SQL", "SR", "SS", "STM", "STUK", "SV", "SVT", "SYKE", "TA", "TAU", "TBE", "TE", "TEL",
    "TEM", "TEN", "TES", "THL", "TI", "TIE", "TJ", "TK", "TKO", "TKS", "TN", "TP", "TS", "TSL", "TTT", "TV", "TVA", "TVL",
    "TY", "UEF", "UHF", "UM", "UMTS", "UPS", "URL", "USB", "USD", "UTC", "UTP", "UV", "VAK", "VAT", "VES", "VHF", "VM",
    "VNA", "VNK", "VNS", "VOC", "VPL", "VR", "VRK", "VT", "WC", "WEB", "WLAN", "XML", "XPS", "YK", "YKR", "YLE", "YM",
    "YSL", "YT", "YVA", "ÖKK",
}  # fmt: skip
# Right before it, a word for a vehicle outweighs them.
CALLED = re.compile(r"(?:auto|ajoneuvo|mopo|\bbil(?:en)?|fordon(?:et)?)[\s(:,]{1,3}$", re.IGNORECASE)
NEAR = 80
DIGIT = re.compile(r"\d")


def find(text: str) -> Iterator[Mark]:
    """Yield every stretch of *text* that reads as the registration mark of a vehicle."""
    normal = normalise(text)
    if not DIGIT.search(normal.text):
        return
    for start, end, is_doubtful in _plates(normal.text):
        yield Mark(*normal.original_span(start, end), KIND, is_doubtful)


def _plates(text: str) -> Iterator[tuple[int, int, bool]]:
    lowered = text.lower()
    for found in NAMED.finditer(text) if any(word in lowered for word in WORDS) else ():
        if DIGIT.search(found["plate"]):
            yield *found.span("plate"), False
    for found in PLAIN.finditer(text) if "-" in text else ():
        is_called = CALLED.search(text[max(0, found.start() - NEAR) : found.start()]) is not None
        if is_called or (found["letters"] not in ABBREVIATIONS and not found["digits"].startswith("00")):
            is_near_vehicle = _is_near_vehicle(found)
            if is_near_vehicle or len(found[0]) == len("ABC-123"):
                yield *found.span(), not is_near_vehicle
    for found in LOOSE.finditer(text):
        letters = next(filter(None, found.groupdict().values()))
        if letters.upper() not in ABBREVIATIONS and _is_near_vehicle(found):
            yield *found.span(), False


def _is_near_vehicle(found: re.Match[str]) -> bool:
    return VEHICLE.search(found.string, max(0, found.start() - NEAR), found.end() + NEAR) is not None


RECOGNIZER = find
